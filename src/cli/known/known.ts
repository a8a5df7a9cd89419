// Collects what the person states beside the error: facts by flag, facts by file, and answers to steps.
import { readFactsFile } from '../../facts/files/facts-file.ts';
import { catalogue } from '../../model/catalogue/catalogue.ts';
import type { FactSource } from '../../model/fact.ts';
import type { Answers } from '../../facts/answers.ts';
import { all, type Call } from '../call.ts';
import { readTextFile } from '../text-file.ts';
import { readAnswers } from './answers.ts';
import { readSettings } from './settings.ts';

export interface Known {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly sources: readonly FactSource[];
  readonly answers: Answers;
}

export async function readKnown(call: Call): Promise<Known> {
  const files = await Promise.all(
    all(call, 'facts').map(async (file) => ({ file, ...(await readFactsFile(await readTextFile(file), file)) })),
  );
  const sources = files.map(({ file, facts }): FactSource => ({
    id: file,
    provides: everyFact,
    fetch: () => Promise.resolve(facts),
  }));
  const inFiles = Object.assign({}, ...files.map(({ answers }) => answers ?? {})) as Answers;
  return { facts: await readSettings(call), sources, answers: { ...inFiles, ...(await readAnswers(call)) } };
}

/** A file hands over all it holds, whichever facts are asked for first. */
const everyFact = catalogue.map(({ name }) => name);
