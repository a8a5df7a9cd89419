// Runs the inline tests of a set of playbooks and gathers what they show: failures, misdirected errors, coverage, mutants.
import type { LoadedPlaybook, PlaybookSet } from '../../model/playbook.ts';
import { coverageOf, type Coverage } from './coverage.ts';
import { mutate, type Mutation } from './mutate.ts';
import { runTest, type TestResult } from './run-test.ts';
import { misdirected, type Misdirected } from './selection.ts';

export interface TestOptions {
  /** Only these playbooks; all of the set when left out. */
  readonly only?: readonly string[];
  /** Only tests whose name holds this text. */
  readonly name?: string;
  readonly coverage?: boolean;
  readonly mutate?: boolean;
  /** Steps written in the playbook's own file, by playbook; all steps where it is not named. */
  readonly ownSteps?: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface TestReport {
  readonly results: readonly TestResult[];
  readonly misdirected: readonly Misdirected[];
  readonly coverage: readonly Coverage[];
  readonly mutations: readonly Mutation[];
}

export async function testPlaybooks(set: PlaybookSet, options: TestOptions = {}): Promise<TestReport> {
  const wanted = set.playbooks.filter(({ id }) => options.only?.includes(id) ?? true);
  const report = {
    results: [] as TestResult[],
    misdirected: [] as Misdirected[],
    coverage: [] as Coverage[],
    mutations: [] as Mutation[],
  };
  for (const playbook of wanted) {
    const results = await resultsOf(playbook, options.name);
    report.results.push(...results);
    if (options.name !== undefined) continue;
    report.misdirected.push(...(await misdirected(playbook, set)));
    if (options.coverage === true) report.coverage.push(coverageOf(playbook, results));
    if (options.mutate === true) report.mutations.push(await mutate(playbook, ownSteps(playbook, options)));
  }
  return report;
}

async function resultsOf(playbook: LoadedPlaybook, name: string | undefined): Promise<readonly TestResult[]> {
  const results: TestResult[] = [];
  for (const [index, test] of playbook.tests.entries())
    if (name === undefined || test.name.includes(name)) results.push(await runTest(playbook, index));
  return results;
}

const ownSteps = (playbook: LoadedPlaybook, { ownSteps: own }: TestOptions): ReadonlySet<string> =>
  own?.get(playbook.id) ?? new Set(playbook.steps.map(({ id }) => id));
