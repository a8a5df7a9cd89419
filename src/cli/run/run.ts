// The command `run`: runs a command, passes its streams and exit code through, and diagnoses on stderr when it was denied.
import { InputError } from '../../model/input-error.ts';
import { parseDenials } from '../../parse/parse-denials.ts';
import type { Call } from '../call.ts';
import { diagnoseText } from '../diagnose.ts';
import { failureCode } from '../failure.ts';
import { readKnown } from '../known/known.ts';
import { formatOf } from '../report.ts';
import { say } from '../streams.ts';
import { runChild, startFailure, type Ended } from './child.ts';

export async function runCommand(call: Call): Promise<number> {
  const [command] = call.rest;
  if (command === undefined) throw new InputError('run needs a command', 'for example: whydenied run -- aws s3 ls');
  formatOf(call);
  const known = await readKnown(call);
  const ended = await attempt(call.rest);
  if (!('stderr' in ended)) return ended.code;
  const isDenied = parseDenials(ended.stderr).some((denial) => denial.class !== 'not-aws');
  if (isDenied) await diagnoseText(call, known, ended.stderr, 'stderr').catch(failureCode);
  return ended.code;
}

async function attempt(words: readonly string[]): Promise<Ended | { readonly code: number }> {
  try {
    return await runChild(words);
  } catch (thrown) {
    const { code, error } = startFailure(thrown, words[0] ?? '');
    say(`whydenied: ${error.message}`);
    return { code };
  }
}
