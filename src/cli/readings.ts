// What the command line asks of the denials that were read from the text.
import type { Denial } from '../model/denial.ts';
import { InputError } from '../model/input-error.ts';
import { parseDenials } from '../parse/parse-denials.ts';
import { nearest } from '../playbook/validate/nearest.ts';
import { only, type Call } from './call.ts';
import { commandNames } from './commands.ts';

/** One word that is no error is most likely a command misspelt. */
export function refuseBareWord({ command, words: [word], words, forced }: Call, text: string): void {
  if (command !== 'diagnose' || forced || words.length !== 1 || word === undefined) return;
  if (!/^[\w-]{2,}$/.test(word) || parseDenials(text).length > 0) return;
  const near = nearest(word, commandNames);
  const meant = near === undefined ? 'whydenied --help lists the commands' : `did you mean "whydenied ${near}"?`;
  throw new InputError(`Unknown command ${word}`, `${meant}\n  To diagnose it as text: whydenied -- ${word}`);
}

/** The denial `--denial N` names, counted from 1. */
export function chosenDenial(call: Call, text: string): { readonly denial?: Denial } {
  const wanted = only(call, 'denial');
  if (wanted === undefined) return {};
  const denials = parseDenials(text);
  const denial = /^\d+$/.test(wanted) ? denials[Number(wanted) - 1] : undefined;
  if (denial !== undefined) return { denial };
  const held = denials.length === 0 ? 'no denial' : denials.length === 1 ? 'one denial' : `${denials.length} denials`;
  throw new InputError(
    `--denial ${wanted}: the text holds ${held}`,
    'they are counted from 1, in the order of whydenied parse',
  );
}
