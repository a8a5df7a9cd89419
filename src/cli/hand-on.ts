// What is handed on instead of a report: the policy changes as code, or the message for whoever owns the policies.
import type { Diagnosis } from '../model/diagnosis.ts';
import { InputError } from '../model/input-error.ts';
import { fixFormats, type FixFormat } from '../render/fix-formats/names.ts';
import { has, only, type Call } from './call.ts';
import { deliver, say, type Output } from './streams.ts';
import { usesAscii } from './terminal.ts';

export const handsOn = (call: Call): boolean => has(call, 'fix-format') || has(call, 'request');

/** Refuses what does not go together. */
export function checkHandOn(call: Call): void {
  if (!handsOn(call)) return;
  const name = has(call, 'request') ? 'request' : 'fix-format';
  const others = (['fix-format', 'json', 'format'] as const).filter((other) => other !== name && has(call, other));
  const [other] = others.filter((one) => !(one === 'format' && name === 'request' && only(call, one) === 'markdown'));
  if (other !== undefined) throw new InputError(`--${name} and --${other} contradict each other`);
  if (name === 'fix-format') fixFormatOf(call);
}

function fixFormatOf(call: Call): FixFormat {
  const wanted = only(call, 'fix-format');
  const format = fixFormats.find((name) => name === wanted);
  if (format !== undefined) return format;
  throw new InputError(`Unknown fix format ${JSON.stringify(wanted)}`, `one of: ${fixFormats.join(', ')}`);
}

/** Without a change there is no result: stdout stays empty, and no file is written. */
async function handOnFixes(call: Call, diagnosis: Diagnosis, output: Output): Promise<void> {
  const { renderFixes } = await import('../render/fix-formats/render.ts');
  const { text, notes } = renderFixes(diagnosis, fixFormatOf(call));
  for (const note of notes) say(`whydenied: ${note}`);
  if (text !== '') await deliver(text, only(call, 'out'), output);
}

export async function handOn(call: Call, diagnosis: Diagnosis, output: Output): Promise<void> {
  if (has(call, 'fix-format')) return handOnFixes(call, diagnosis, output);
  const { renderRequest } = await import('../render/request/request.ts');
  const text = renderRequest(diagnosis, { ascii: usesAscii(call), version: call.version });
  await deliver(text, only(call, 'out'), output);
}
