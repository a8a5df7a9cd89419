// Turns what was thrown into words on stderr and an exit code: a person's mistake into 2, anything unexpected into 1.
import { InputError } from '../model/input-error.ts';
import { say } from './streams.ts';

export function failureCode(error: unknown): number {
  if (error instanceof InputError) {
    say(`whydenied: ${error.message}`);
    if (error.hint !== undefined) say(`  ${error.hint}`);
    return 2;
  }
  const message = error instanceof Error ? error.message : String(error);
  say(`whydenied: unexpected failure: ${message.split('\n', 1)[0] ?? ''}`);
  const wanted = process.env['WHYDENIED_DEBUG'];
  say(wanted === undefined || wanted === '' ? '  WHYDENIED_DEBUG=1 shows where it happened' : stackOf(error));
  return 1;
}

const stackOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? '') : '');
