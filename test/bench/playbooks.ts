// Measures playbooks: loading the compiled ones, finding candidates among 200, 1,000 and 10,000 next to a full run, checking a file, running tests.
import { readFileSync } from 'node:fs';
import { testPlaybooks } from '../../src/author/testing/test-playbooks.ts';
import { candidatesOf } from '../../src/engine/candidates.ts';
import { evaluateRules } from '../../src/engine/evaluate.ts';
import { matchPlaybooks } from '../../src/engine/match.ts';
import type { Scope } from '../../src/engine/scope.ts';
import type { FactValue } from '../../src/model/fact.ts';
import type { LoadedPlaybook, PlaybookSet } from '../../src/model/playbook.ts';
import { loadPlaybooks } from '../../src/playbook/load.ts';
import { validatePlaybook } from '../../src/playbook/validate/pipeline.ts';
import type { BenchRow } from './row.ts';

const fixture = new URL('../playbook/fixtures/parcel-locker.yaml', import.meta.url);
const program = new URL('../../dist/index.js', import.meta.url);

const builtIn = await loadPlaybooks();
const compiled = (await import(program.href)) as { readonly loadPlaybooks: () => Promise<PlaybookSet> };

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Each about an action of its own, beside four more conditions; one in fifty is about any action. */
function made(position: number): LoadedPlaybook {
  const [first] = builtIn.playbooks;
  if (first === undefined) throw new Error('there are no built-in playbooks to make others from');
  const about = { fact: 'error.action', operator: 'equal', value: `s3:Made${position}` } as const;
  const common = [
    { fact: 'error.class', operator: 'equal', value: 'authorization' },
    { fact: 'error.denyType', operator: 'notEqual', value: 'explicit' },
    { fact: 'error.policyType', operator: 'in', value: ['unstated', 'identity'] },
    { fact: 'decision.scp', operator: 'notEqual', value: 'explicitDeny' },
  ] as const;
  return { ...first, id: `made-${position}`, match: { all: position % 50 === 0 ? common : [about, ...common] } };
}

const setOf = (size: number): PlaybookSet => ({
  playbooks: Array.from({ length: size }, (_, position) => made(position)),
  problems: [],
});

const known: Readonly<Record<string, FactValue>> = {
  'error.class': 'authorization',
  'error.action': 's3:Made7',
  'error.denyType': 'implicit',
  'error.policyType': 'unstated',
  'decision.scp': 'allowed',
};
const scope: Scope = { playbook: 'made', conditions: {}, valueOf: (fact) => known[fact], gradeOf: () => 'stated' };

function growth(size: number): readonly BenchRow[] {
  const set = setOf(size);
  const name = size.toLocaleString('en');
  const found = () => candidatesOf(set, scope.valueOf);
  return [
    { name: `playbooks: find ${found().length} candidates among ${name}`, measure: () => timed(found) },
    { name: `playbooks: match against ${name}`, measure: () => timed(() => matchPlaybooks(set, () => scope)) },
  ];
}

/** What looking for candidates saves. */
function fullRun(size: number): BenchRow {
  const rules = setOf(size).playbooks.map(({ id, match }) => ({ key: id, condition: match, scope }));
  const measure = () => timed(() => evaluateRules(rules));
  return { name: `playbooks: match against ${size.toLocaleString('en')}, all of them`, measure };
}

const text = readFileSync(fixture, 'utf8');
const check = () => validatePlaybook(text, 'parcel-locker.yaml', { fragments: new Map() });
/** Some of them, tested among all. */
const some = builtIn.playbooks.slice(0, 10);
const tests = some.reduce((sum, playbook) => sum + playbook.tests.length, 0);
const testSome = () => testPlaybooks(builtIn, { only: some.map(({ id }) => id) });

export const rows: readonly BenchRow[] = [
  {
    name: `playbooks: load ${builtIn.playbooks.length}, compiled (aim 8 ms for 200)`,
    measure: () => timed(compiled.loadPlaybooks),
  },
  ...[200, 1000, 10_000].flatMap(growth),
  ...[200, 1000].map(fullRun),
  { name: `playbooks: check a file of ${text.split('\n').length} lines`, measure: () => timed(check) },
  {
    name: `playbooks: ${tests} tests of ${some.length} playbooks (aim 150 ms)`,
    measure: () => timed(testSome),
  },
];
