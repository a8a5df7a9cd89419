// Runs one inline test of a playbook through the real parser and engine, and compares what comes of it with what is expected.
import { diagnose } from '../../diagnose.ts';
import type { Diagnosis } from '../../model/diagnosis.ts';
import { InputError } from '../../model/input-error.ts';
import type { LoadedPlaybook, PlaybookSet, PlaybookTest } from '../../model/playbook.ts';
import { readError } from './read-error.ts';
import { policiesOf, policyFaults } from './test-policies.ts';
import { shownTexts } from './shown-texts.ts';

export interface Failure {
  /** Where under expect: `cause`, `also.0`, `steps.trust`, `shows.1`; or `facts` or `policies`, where the test itself is refused. */
  readonly where: string;
  readonly expected: string;
  readonly found: string;
}

export interface TestResult {
  readonly playbook: string;
  readonly file: string;
  readonly name: string;
  /** Position among the tests of the file. */
  readonly index: number;
  readonly failures: readonly Failure[];
  /** Missing when the run itself was refused. */
  readonly diagnosis?: Diagnosis;
}

/** A draft is never chosen by itself, but its own tests choose it. */
export const chosen = (playbook: LoadedPlaybook): LoadedPlaybook =>
  playbook.status === 'draft' || playbook.status === 'deprecated' ? { ...playbook, status: 'beta' } : playbook;

export const alone = (playbook: LoadedPlaybook): PlaybookSet => ({ playbooks: [chosen(playbook)], problems: [] });

export function diagnoseTest(test: PlaybookTest, set: PlaybookSet): Promise<Diagnosis> {
  const answers = { ...test.by_hand, ...test.answers };
  const policies = policiesOf(test);
  const denial = readError(test.error);
  return diagnose({
    ...(denial === undefined ? { text: test.error } : { denial }),
    playbooks: set,
    facts: test.facts ?? {},
    answers,
    ...(policies === undefined ? {} : { policies }),
  });
}

/** The playbook stands alone: what its neighbours know must not help it. */
export async function runTest(playbook: LoadedPlaybook, index: number, set = alone(playbook)): Promise<TestResult> {
  const test = playbook.tests[index];
  if (test === undefined) throw new RangeError(`${playbook.id} has no test ${index}`);
  const about = { playbook: playbook.id, file: playbook.file, name: test.name, index };
  const faults = policyFaults(test);
  if (faults.length > 0) return { ...about, failures: faults.map(faultFailure) };
  try {
    const diagnosis = await diagnoseTest(test, set);
    return { ...about, diagnosis, failures: compare(playbook.id, test, diagnosis) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return {
      ...about,
      failures: [{ where: 'facts', expected: error.hint ?? 'facts of the catalogue', found: error.message }],
    };
  }
}

function compare(id: string, test: PlaybookTest, diagnosis: Diagnosis): readonly Failure[] {
  const { expect } = test;
  const matched = diagnosis.matches.some(({ playbook }) => playbook === id);
  const wanted = expect.match ?? true;
  if (matched !== wanted) return [{ where: 'match', expected: String(wanted), found: matchFound(diagnosis, matched) }];
  if (!wanted) return [];
  return [
    ...causeFailures(id, test, diagnosis),
    ...stepFailures(id, test, diagnosis),
    ...showFailures(id, test, diagnosis),
    ...fixFailures(id, test, diagnosis),
  ];
}

const faultFailure = (found: string): Failure => ({ where: 'policies', expected: 'a policy AWS would take', found });

/** Of the playbook's fixes of the expected cause, one that changes a policy has to make the request allowed; with false, none may. Those computed besides have no text of their own. */
function fixFailures(id: string, { expect }: PlaybookTest, { fixes }: Diagnosis): readonly Failure[] {
  if (expect.fix_allows === undefined) return [];
  const own = fixes.filter((fix) => fix.playbook === id && fix.cause === expect.cause && fix.text !== '');
  const tried = own.filter(({ change }) => change.document !== undefined);
  const works = tried.some(({ proven }) => proven.state === 'proven');
  if (works === expect.fix_allows) return [];
  const found = tried.map(({ proven }) => [proven.state, proven.code, ...(proven.layers ?? [])].join(' ')).join('; ');
  return [
    { where: 'fix_allows', expected: String(expect.fix_allows), found: found === '' ? 'no policy to try' : found },
  ];
}

function matchFound({ denial }: Diagnosis, matched: boolean): string {
  if (denial === null) return 'no denial was recognised in the error';
  return matched ? 'true' : `false: "whydenied playbook why" shows the condition (class ${denial.class})`;
}

function causeFailures(id: string, { expect }: PlaybookTest, diagnosis: Diagnosis): readonly Failure[] {
  const causes = diagnosis.causes.filter(({ playbook }) => playbook === id);
  const stateOf = (cause: string): string => causes.find((one) => one.id === cause)?.state ?? 'no such cause';
  const first = causes.find(({ state }) => state === 'confirmed')?.id;
  const wrongFirst = expect.cause !== undefined && first !== expect.cause;
  const firstFound = first === undefined ? `none (${expect.cause ?? ''} is ${stateOf(expect.cause ?? '')})` : first;
  const states = [
    ...(expect.also ?? []).map((cause, index) => [cause, 'confirmed', `also.${index}`] as const),
    ...(expect.open ?? []).map((cause, index) => [cause, 'open', `open.${index}`] as const),
    ...(expect.ruled_out ?? []).map((cause, index) => [cause, 'ruledOut', `ruled_out.${index}`] as const),
  ];
  const wrong = states.filter(([cause, state]) => stateOf(cause) !== state);
  return [
    ...(wrongFirst ? [{ where: 'cause', expected: expect.cause ?? '', found: firstFound }] : []),
    ...wrong.map(([cause, state, where]) => ({ where, expected: `${cause}: ${state}`, found: stateOf(cause) })),
  ];
}

function stepFailures(id: string, { expect }: PlaybookTest, diagnosis: Diagnosis): readonly Failure[] {
  const steps = diagnosis.steps.filter(({ playbook }) => playbook === id);
  return Object.entries(expect.steps ?? {}).flatMap(([step, expected]): readonly Failure[] => {
    const found = steps.find((one) => one.id === step)?.outcome ?? 'no such step';
    return found === expected ? [] : [{ where: `steps.${step}`, expected, found }];
  });
}

function showFailures(id: string, { expect }: PlaybookTest, diagnosis: Diagnosis): readonly Failure[] {
  if (expect.shows === undefined) return [];
  const texts = shownTexts(id, diagnosis);
  return expect.shows
    .filter((part) => !texts.some((text) => text.includes(part)))
    .map((part) => ({
      where: `shows.${expect.shows?.indexOf(part) ?? 0}`,
      expected: part,
      found: 'nothing the reader sees has it',
    }));
}
