// Collects what the person states beside the error: facts by flag, facts and policies by file, and answers to steps.
import { catalogue } from '../../model/catalogue/catalogue.ts';
import type { FactSource } from '../../model/fact.ts';
import type { Answers } from '../../facts/answers.ts';
import type { PoliciesAtHand } from '../../facts/policies/at-hand.ts';
import { InputError } from '../../model/input-error.ts';
import { has, type Call } from '../call.ts';
import type { OpenedLive } from '../live/open.ts';
import { readAnswers } from './answers.ts';
import { readSettings } from './settings.ts';

export interface Known {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly sources: readonly FactSource[];
  readonly policies?: PoliciesAtHand;
  readonly answers: Answers;
  /** The account, where it is read. */
  readonly live?: OpenedLive;
}

export async function readKnown(call: Call): Promise<Known> {
  const live = await liveSources(call);
  const { sources, answers, ...policies } = has(call, 'facts') || has(call, 'policy') ? await fromFiles(call) : nothing;
  return {
    facts: await readSettings(call),
    sources: [...sources, ...live.sources],
    ...(live.opened === undefined ? {} : { live: live.opened }),
    ...policies,
    answers: { ...answers, ...(await readAnswers(call)) },
  };
}

/** What a live read is set up with makes no difference without one. */
async function liveSources(call: Call): Promise<{ sources: readonly FactSource[]; opened?: OpenedLive }> {
  if (has(call, 'live')) {
    const opened = await (await import('../live/open.ts')).openLiveFor(call);
    return { sources: [opened.source], opened };
  }
  const idle = accountOptions.find((name) => call.command !== 'decode' && has(call, name));
  if (idle === undefined) return { sources: [] };
  throw new InputError(
    `--${idle} does nothing without --live`,
    'add --live to read the account; nothing is read without it',
  );
}

const accountOptions = ['profile', 'region', 'org-profile', 'resource-profile', 'endpoint-url'] as const;

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
