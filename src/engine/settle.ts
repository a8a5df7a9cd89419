// Brings matches and answers to rest: answers state facts, new facts may match further playbooks, whose answers then count too.
import type { Fact, Reading } from '../model/fact.ts';
import type { PlaybookSet } from '../model/playbook.ts';
import { factsOfAnswers, type Answers } from '../facts/answers.ts';
import { deriveFacts } from '../facts/derive.ts';
import { mergeFacts, type KnownFacts } from '../facts/known.ts';
import type { PoliciesAtHand } from '../facts/policies/at-hand.ts';
import { withReadings } from '../facts/policies/with-readings.ts';
import { matchPlaybooks, shownMatches, type Match } from './match.ts';
import { playbookScope } from './playbook-scope.ts';

export interface Settled {
  readonly known: KnownFacts;
  readonly matches: readonly Match[];
}

/** Each round adds facts only; matches grow with them, so few rounds suffice. */
const rounds = 4;

/** What is stated, from wherever: facts at hand, and policies to evaluate. */
export interface Stated {
  readonly facts: readonly Fact[];
  readonly policies?: PoliciesAtHand;
}

/** AWS's stated reason comes before what policies say now: both are about the layer, only one about then. What answers imply comes after both. */
async function knowWith({ facts, policies }: Stated, answered: readonly Fact[]): Promise<KnownFacts> {
  const before = mergeFacts(facts, deriveFacts(mergeFacts(facts, answered).facts), answered);
  if (policies === undefined) return before;
  const { decideWith } = await import('../facts/policies/decide.ts');
  const { facts: decided, conflicts, ...tools } = decideWith(policies, before.facts);
  const unasked = mergeFacts(facts, deriveFacts(mergeFacts(facts).facts), decided);
  const derived = deriveFacts(mergeFacts([...unasked.facts.values()], answered).facts);
  const known = mergeFacts([...unasked.facts.values()], derived, answered);
  return { facts: known.facts, conflicts: [...unasked.conflicts, ...known.conflicts, ...conflicts], ...tools };
}

export async function settleMatches(set: PlaybookSet, stated: Stated, answers: Answers): Promise<Settled> {
  let settled = await matchWith(set, await knowWith(stated, factsOfAnswers(answers, [], set.playbooks)), answers);
  const mayGrow = Object.keys(answers).length > 0;
  for (let round = 1; mayGrow && round < rounds; round += 1) {
    const playbooks = settled.matches.map((match) => match.playbook);
    const next = await matchWith(
      set,
      await knowWith(stated, factsOfAnswers(answers, playbooks, set.playbooks)),
      answers,
    );
    const isSame = next.matches.every((match, position) => match.playbook === playbooks[position]);
    settled = next;
    if (isSame && next.matches.length === playbooks.length) break;
  }
  return settled;
}

/** Settles again once sources were read; with nothing new to know there is nothing to settle. */
export async function settleAgain(
  before: Settled,
  set: PlaybookSet,
  stated: Stated,
  readings: readonly Reading[],
  answers: Answers,
): Promise<Settled> {
  if (readings.every(({ facts, policies }) => facts.length === 0 && policies === undefined)) return before;
  const policies = withReadings(stated.policies, readings);
  const facts = [...stated.facts, ...readings.flatMap((reading) => reading.facts)];
  return settleMatches(set, { facts, ...(policies === undefined ? {} : { policies }) }, answers);
}

async function matchWith(set: PlaybookSet, known: KnownFacts, answers: Answers): Promise<Settled> {
  const matches = await matchPlaybooks(set, (playbook) => playbookScope(playbook, known, answers));
  return { known, matches: shownMatches(matches) };
}
