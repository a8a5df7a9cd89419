// Checks across all playbooks that each test's error selects its own playbook before the others.
import { settleMatches } from '../../engine/settle.ts';
import { factsOfDenial } from '../../facts/error.ts';
import { givenFacts } from '../../facts/given.ts';
import type { LoadedPlaybook, PlaybookSet, PlaybookTest } from '../../model/playbook.ts';
import { readError } from './read-error.ts';
import { chosen } from './run-test.ts';
import { policiesOf } from './test-policies.ts';

export interface Misdirected {
  readonly playbook: string;
  readonly index: number;
  readonly name: string;
  /** The playbook chosen first; missing when none matched. */
  readonly first?: string;
}

export async function misdirected(playbook: LoadedPlaybook, set: PlaybookSet): Promise<readonly Misdirected[]> {
  const whole = wholeWith(playbook, set);
  const asPasted = new Map<string, Promise<Lead>>();
  const found: Misdirected[] = [];
  for (const [index, test] of playbook.tests.entries()) {
    if (test.expect.match === false) continue;
    const { name, error, expect } = test;
    const pasted = asPasted.get(error) ?? leads(playbook, { name, error, expect }, whole);
    asPasted.set(error, pasted);
    if ((await pasted).leads) continue;
    const withFacts = await leads(playbook, test, whole);
    const about = { playbook: playbook.id, index, name: test.name };
    if (!withFacts.leads)
      found.push({ ...about, ...(withFacts.first === undefined ? {} : { first: withFacts.first }) });
  }
  return found;
}

/** A draft takes part in its own tests; otherwise it is the set itself, whose index is known already. */
const wholeWith = (playbook: LoadedPlaybook, set: PlaybookSet): PlaybookSet =>
  chosen(playbook) === playbook
    ? set
    : { ...set, playbooks: set.playbooks.map((other) => (other.id === playbook.id ? chosen(other) : other)) };

interface Lead {
  readonly leads: boolean;
  readonly first?: string | undefined;
}

/** As the error is pasted, or once the facts of the test are known. A companion never leads: being shown is enough. */
async function leads({ id, specificity }: LoadedPlaybook, test: PlaybookTest, set: PlaybookSet): Promise<Lead> {
  const denial = readError(test.error);
  const facts = [...(denial === undefined ? [] : factsOfDenial(denial)), ...givenFacts(test.facts ?? {})];
  const policies = policiesOf(test);
  const stated = { facts, ...(policies === undefined ? {} : { policies }) };
  const { matches } = await settleMatches(set, stated, { ...test.by_hand, ...test.answers });
  const ids = matches.map((match) => match.playbook.id);
  return { leads: specificity === 'companion' ? ids.includes(id) : ids[0] === id, first: ids[0] };
}
