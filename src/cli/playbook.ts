// The command `playbook`: hands its arguments to the author's commands and passes on what they say.
import type { AuthorInput } from '../author/command.ts';
import { commands } from '../author/commands.ts';
import { InputError } from '../model/input-error.ts';
import { suggestion } from '../playbook/validate/nearest.ts';
import type { Call } from './call.ts';
import { playbookHelp } from './help/playbook-help.ts';
import { reminded } from './input.ts';
import { surroundings } from './setup/surroundings.ts';
import { deliver, isTerminal, sayRaw } from './streams.ts';
import { readStreamTail } from './tail.ts';
import { widthOf } from './terminal.ts';

export async function runPlaybook({ rest: [name, ...argv] }: Call): Promise<number> {
  if (name === undefined || ['help', '--help', '-h'].includes(name)) {
    await deliver(playbookHelp(), undefined);
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    throw new InputError(`There is no command playbook ${name}`, suggestion(name, Object.keys(commands), 40));
  }
  if (argv.some((word) => word === '--help' || word === '-h')) {
    await deliver(`${command.usage}\n  ${command.summary}`, undefined);
    return 0;
  }
  const { out, err, code } = await command.run(argv, await inputHere());
  if (err !== '') sayRaw(err);
  if (out !== '') await deliver(out, undefined);
  return code;
}

/** Relative paths are told as they were given, so the current folder itself is not named. */
async function inputHere(): Promise<AuthorInput> {
  const { userFolder } = surroundings();
  const mayAsk = isTerminal('stdin') && isTerminal('stderr') && process.env['CI'] === undefined;
  return {
    readStdin,
    width: widthOf('stdout'),
    ...(userFolder === undefined ? {} : { userFolder }),
    ...(isTerminal('stdout') ? { live: { show } } : {}),
    ...(mayAsk ? { prompts: (await import('./prompts.ts')).prompts } : {}),
  };
}

/** Clears the screen first. What is shown has been made safe. */
const show = (text: string): Promise<void> => deliver(`\u001b[2J\u001b[3J\u001b[H${text}`, undefined);

const largest = 16 * 1024 * 1024;

async function readStdin(): Promise<string> {
  const { bytes } = await reminded(readStreamTail(process.stdin, largest), 'whydenied: reading stdin; Ctrl-D ends it');
  return bytes.toString('utf8');
}
