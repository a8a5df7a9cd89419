// The commands that tell about the program: help with its examples and tables, and the version.
import { InputError } from '../../model/input-error.ts';
import { suggestion } from '../../playbook/validate/nearest.ts';
import { has, type Call } from '../call.ts';
import { commandNames, isCommandName } from '../commands.ts';
import { deliver } from '../streams.ts';
import { commandHelp, overview } from './pages.ts';
import { isTopic, topicNames, topics } from './topics.ts';

export async function runHelp(call: Call): Promise<number> {
  await deliver(helpOn(call.words[0]), undefined);
  return 0;
}

export async function runVersion(call: Call): Promise<number> {
  await deliver(has(call, 'verbose') ? await everyVersion(call) : call.version, undefined);
  return 0;
}

/** The program, the data it knows AWS by, and what it runs on. */
async function everyVersion({ version }: Call): Promise<string> {
  const { referenceSource } = await import('../../reference/sources.ts');
  const data = referenceSource();
  return [
    `whydenied ${version}`,
    `AWS reference data: ${data.source} ${data.version}, as of ${data.asOf}`,
    `Node.js ${process.version}`,
  ].join('\n');
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
