// The commands that tell about the program: help with its examples and tables, and the version.
import { InputError } from '../../model/input-error.ts';
import { suggestion } from '../../playbook/validate/nearest.ts';
import { has, type Call } from '../call.ts';
import { commandNames, isCommandName } from '../commands.ts';
import { deliver } from '../streams.ts';
import { commandHelp, overview } from './pages.ts';
import { isTopic, topicNames, topics } from './topics.ts';

export async function runHelp(call: Call): Promise<number> {
  await deliver(await helpOn(call.words), undefined);
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

async function helpOn([word, ...more]: readonly string[]): Promise<string> {
  if (word === undefined) return overview();
  if (word === 'glossary') return onTerm(more.join(' '));
  if (isTopic(word)) return topics[word];
  if (isCommandName(word)) return commandHelp(word);
  const { entriesFor, glossaryPage } = await import('./glossary.ts');
  const entries = entriesFor([word, ...more].join(' '));
  if (entries.length > 0) return glossaryPage(entries);
  throw new InputError(
    `There is no help on ${JSON.stringify(word)}`,
    suggestion(word, ['glossary', ...topicNames, ...commandNames], 30),
  );
}

async function onTerm(term: string): Promise<string> {
  const { entriesFor, glossaryPage, wholeGlossary } = await import('./glossary.ts');
  if (term === '') return wholeGlossary();
  const entries = entriesFor(term);
  if (entries.length > 0) return glossaryPage(entries);
  throw new InputError(`The glossary does not have ${JSON.stringify(term)}`, 'whydenied help glossary shows all of it');
}
