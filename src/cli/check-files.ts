// The command `playbook validate` by itself: it needs neither the parser nor the engine, and is wanted after every change of a file.
import { validate } from '../author/commands/validate.ts';
import { failureCode } from './failure.ts';
import { endOnSignals } from './signals.ts';
import { deliver, sayRaw } from './streams.ts';

/** `argv` is what follows the name of the command. */
export async function checkFiles(argv: readonly string[]): Promise<number> {
  endOnSignals();
  try {
    const { out, err, code } = await validate(argv);
    if (err !== '') sayRaw(err);
    if (out !== '') await deliver(out, undefined);
    return code;
  } catch (error) {
    return failureCode(error);
  }
}
