// The commands that tell about the program: help with its examples and tables, and the version.
import { InputError } from '../../model/input-error.ts';
import { suggestion } from '../../playbook/validate/nearest.ts';
import type { Call } from '../call.ts';
import { commandNames, isCommandName } from '../commands.ts';
import { deliver } from '../streams.ts';
import { commandHelp, overview } from './pages.ts';
import { isTopic, topicNames, topics } from './topics.ts';

export async function runHelp(call: Call): Promise<number> {
  await deliver(helpOn(call.words[0]), undefined);
  return 0;
}

export async function runVersion({ version }: Call): Promise<number> {
  await deliver(version, undefined);
  return 0;
}

function helpOn(word: string | undefined): string {
  if (word === undefined) return overview();
  if (isTopic(word)) return topics[word];
  if (isCommandName(word)) return commandHelp(word);
  throw new InputError(
    `There is no help on ${JSON.stringify(word)}`,
    suggestion(word, [...topicNames, ...commandNames], 30),
  );
}
