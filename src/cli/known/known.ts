// Collects what the person states beside the error: facts by flag, facts and policies by file, and answers to steps.
import { catalogue } from '../../model/catalogue/catalogue.ts';
import type { FactSource } from '../../model/fact.ts';
import type { Answers } from '../../facts/answers.ts';
import type { PoliciesAtHand } from '../../facts/policies/at-hand.ts';
import { has, type Call } from '../call.ts';
import { readAnswers } from './answers.ts';
import { readSettings } from './settings.ts';

export interface Known {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly sources: readonly FactSource[];
  readonly policies?: PoliciesAtHand;
  readonly answers: Answers;
}

export async function readKnown(call: Call): Promise<Known> {
  const { sources, answers, ...policies } = has(call, 'facts') || has(call, 'policy') ? await fromFiles(call) : nothing;
  return {
    facts: await readSettings(call),
    sources,
    ...policies,
    answers: { ...answers, ...(await readAnswers(call)) },
  };
}

const nothing = { sources: [], answers: {} } as const;

async function fromFiles(call: Call): Promise<Omit<Known, 'facts'>> {
  const { files, atHand } = await (await import('./given-files.ts')).readGivenFiles(call);
  const sources = files.map(({ path, given: { facts } }): FactSource => ({
    id: path,
    provides: everyFact,
    fetch: () => Promise.resolve(facts),
  }));
  const answers = Object.assign({}, ...files.map(({ given }) => given.answers ?? {})) as Answers;
  return { sources, answers, ...(atHand === undefined ? {} : { policies: atHand }) };
}

/** A file hands over all it holds, whichever facts are asked for first. */
const everyFact = catalogue.map(({ name }) => name);
