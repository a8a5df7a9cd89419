// What the command line asks of the denials that were read from the text.
import type { Denial } from '../model/denial.ts';
import { InputError } from '../model/input-error.ts';
import { nearest } from '../playbook/validate/nearest.ts';
import { only, type Call } from './call.ts';
import { commandNames } from './commands.ts';

/** One word that is no error is most likely a command misspelt. */
export function refuseBareWord({ command, words: [word], words, forced }: Call, denials: readonly Denial[]): void {
  if (command !== 'diagnose' || forced || words.length !== 1 || word === undefined) return;
  if (denials.length > 0 || !/^[\w-]{2,}$/.test(word)) return;
  const near = nearest(word, commandNames);
  const meant = near === undefined ? 'whydenied --help lists the commands' : `did you mean "whydenied ${near}"?`;
  throw new InputError(`Unknown command ${word}`, `${meant}\n  To diagnose it as text: whydenied -- ${word}`);
}

/** The denial `--denial N` names, counted from 1. */
export function chosenDenial(call: Call, denials: readonly Denial[]): Denial | undefined {
  const wanted = only(call, 'denial');
  if (wanted === undefined) return undefined;
  const denial = /^\d+$/.test(wanted) ? denials[Number(wanted) - 1] : undefined;
  if (denial !== undefined) return denial;
  const held = denials.length === 0 ? 'no denial' : denials.length === 1 ? 'one denial' : `${denials.length} denials`;
  throw new InputError(
    `--denial ${wanted}: the text holds ${held}`,
    'they are counted from 1, in the order of whydenied parse',
  );
}
