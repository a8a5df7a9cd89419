// Turns one denial into a diagnosis. Everything else in src serves a line of this file.
import { conclude } from './engine/conclude.ts';
import { settleAgain, settleMatches } from './engine/settle.ts';
import { wantedFacts } from './engine/wanted.ts';
import type { Answers } from './facts/answers.ts';
import { factsOfDenial } from './facts/error.ts';
import { gatherFacts } from './facts/gather.ts';
import { givenFacts } from './facts/given.ts';
import type { PoliciesAtHand } from './facts/policies/at-hand.ts';
import { fixing } from './fix/fixing.ts';
import { chooseDenial } from './model/choose-denial.ts';
import type { Denial } from './model/denial.ts';
import type { Diagnosis } from './model/diagnosis.ts';
import type { FactSource } from './model/fact.ts';
import type { PlaybookSet } from './model/playbook.ts';
import { parseDenials } from './parse/parse-denials.ts';
import { loadPlaybooks } from './playbook/load.ts';

export interface DiagnoseInput {
  readonly text?: string;
  /** Instead of a text: a denial that was read before. */
  readonly denial?: Denial;
  /** The built-in playbooks when left out. */
  readonly playbooks?: PlaybookSet;
  readonly sources?: readonly FactSource[];
  /** Facts by catalogue name; they beat every source. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** Policies to evaluate, and what is known of the request beside the error. */
  readonly policies?: PoliciesAtHand;
  readonly answers?: Answers;
}

export async function diagnose(input: DiagnoseInput): Promise<Diagnosis> {
  const { sources = [], answers = {} } = input;
  const playbooks = input.playbooks ?? (await loadPlaybooks());
  const denials = chooseDenial(input.denial, parseDenials(input.text ?? ''));
  const facts = [...denials.chosen.flatMap(factsOfDenial), ...givenFacts(input.facts ?? {})];
  const stated = { facts, ...(input.policies === undefined ? {} : { policies: input.policies }) };
  const first = await settleMatches(playbooks, stated, answers);
  const readings = await gatherFacts(
    sources,
    wantedFacts(first.matches.map(({ playbook }) => playbook)),
    first.known.facts,
  );
  const settled = await settleAgain(first, playbooks, stated, readings, answers);
  return conclude(denials, settled, answers, fixing);
}
