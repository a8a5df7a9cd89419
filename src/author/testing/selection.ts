// Checks across all playbooks that each test's error selects its own playbook before the others.
import type { LoadedPlaybook, PlaybookSet, PlaybookTest } from '../../model/playbook.ts';
import { chosen, diagnoseTest } from './run-test.ts';

export interface Misdirected {
  readonly playbook: string;
  readonly index: number;
  readonly name: string;
  /** The playbook chosen first; missing when none matched. */
  readonly first?: string;
}

export async function misdirected(playbook: LoadedPlaybook, set: PlaybookSet): Promise<readonly Misdirected[]> {
  const whole = { ...set, playbooks: set.playbooks.map((other) => (other.id === playbook.id ? chosen(other) : other)) };
  const found: Misdirected[] = [];
  for (const [index, test] of playbook.tests.entries()) {
    if (test.expect.match === false) continue;
    const [asPasted] = await leads(playbook, test, whole);
    if (asPasted === true) continue;
    const [withFacts, first] = await leads(playbook, test, whole, true);
    const about = { playbook: playbook.id, index, name: test.name };
    if (!withFacts) found.push({ ...about, ...(first === undefined ? {} : { first }) });
  }
  return found;
}

/** As the error is pasted, or once the facts of the test are known. A companion never leads: being shown is enough. */
async function leads(
  { id, specificity }: LoadedPlaybook,
  test: PlaybookTest,
  set: PlaybookSet,
  withFacts = false,
): Promise<readonly [boolean, string | undefined]> {
  const { name, error, expect } = test;
  const { matches } = await diagnoseTest(withFacts ? test : { name, error, expect }, set);
  const ids = matches.map((match) => match.playbook);
  return [specificity === 'companion' ? ids.includes(id) : ids[0] === id, ids[0]];
}
