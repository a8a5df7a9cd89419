// Turns the command line into an exit code: finds the command, runs it, and says in one line what went wrong.
import { commands } from './commands.ts';
import { failureCode } from './failure.ts';
import { readCall } from './call.ts';
import { endOnSignals } from './signals.ts';

export async function main(argv: readonly string[], version: string): Promise<number> {
  endOnSignals();
  try {
    const call = readCall(argv, version);
    const run = await commands[call.command].load();
    return await run(call);
  } catch (error) {
    return failureCode(error);
  }
}
