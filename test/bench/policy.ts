// Measures the policy evaluator: loading, the first decision, decisions a second with their trace, and growth with the number of statements.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import type { AuthorizationRequest, PolicySet } from '../../src/model/policy.ts';
import { prepare } from '../../src/policy/evaluate.ts';
import type { BenchRow } from './row.ts';

interface Case {
  readonly request: AuthorizationRequest;
  readonly policies: PolicySet;
}

const account = '555566667777';
const request: AuthorizationRequest = {
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::quarry/ore/1.json',
  principal: `arn:aws:sts::${account}:assumed-role/Dig/morning`,
  principalAccount: account,
  resourceAccount: account,
  context: { 'aws:SourceIp': '198.51.100.7', 'aws:PrincipalTag/team': 'ore' },
};

const statement = (index: number) => ({
  Effect: index % 10 === 9 ? 'Deny' : 'Allow',
  Action: [`s3:Put${index}*`, 's3:GetObject*'],
  Resource: `arn:aws:s3:::quarry-${index}/*`,
  Condition: { StringLike: { 'aws:PrincipalTag/team': 'o*' }, IpAddress: { 'aws:SourceIp': '198.51.100.0/24' } },
});

function policiesOf(size: number): PolicySet {
  const list = Array.from({ length: size }, (_, index) => statement(index));
  const everything = { Effect: 'Allow', Action: '*', Resource: '*' };
  const document = (name: string, Statement: unknown) => ({ name, policy: { Version: '2012-10-17', Statement } });
  return {
    identity: [document('identity', [...list, { ...everything, Resource: 'arn:aws:s3:::quarry/*' }])],
    scps: [[document('scp', everything)]],
  };
}

/** Corpus vectors where they lie beside the checkout, else cases of our own. */
function cases(): readonly Case[] {
  const file = new URL('../../../shared/corpus/policy-vectors.jsonl', import.meta.url);
  if (!existsSync(file)) return [1, 2, 3, 4].map((size) => ({ request, policies: policiesOf(size) }));
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Case);
}

const prepared = cases().map((item) => ({ evaluator: prepare(item.policies), request: item.request }));

function decide(count: number): number {
  const start = performance.now();
  for (let done = 0; done < count; done += prepared.length)
    for (const item of prepared) item.evaluator.evaluate(item.request);
  return performance.now() - start;
}

function decideOver(size: number, times: number): BenchRow['measure'] {
  const evaluator = prepare(policiesOf(size));
  return () => {
    const start = performance.now();
    for (let done = 0; done < times; done += 1) evaluator.evaluate(request);
    return performance.now() - start;
  };
}

let bundle: string | undefined;

/** The room as one file, the way it is shipped. */
function bundled(): string {
  if (bundle !== undefined) return bundle;
  const outfile = join(mkdtempSync(join(tmpdir(), 'policy-bench-')), 'policy.mjs');
  const entryPoints = [fileURLToPath(new URL('../../src/policy/evaluate.ts', import.meta.url))];
  buildSync({ entryPoints, outfile, bundle: true, format: 'esm', platform: 'node' });
  bundle = outfile;
  return outfile;
}

const script = `
const [file, request, policies] = process.argv.slice(1);
const start = performance.now();
const { prepare } = await import(file);
const loaded = performance.now();
prepare(JSON.parse(policies)).evaluate(JSON.parse(request));
console.log(JSON.stringify([loaded - start, performance.now() - loaded]));`;

/** Loading and the first decision, each in a process of its own. */
function fresh(position: 0 | 1): number {
  const inputs = [bundled(), JSON.stringify(request), JSON.stringify(policiesOf(3))];
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script, ...inputs]);
  if (stdout.length === 0) throw new Error(stderr.toString());
  return (JSON.parse(stdout.toString()) as readonly [number, number])[position];
}

export const rows: readonly BenchRow[] = [
  { name: 'policy: load (aim 10 ms)', measure: () => fresh(0) },
  { name: 'policy: first decision (aim 5 ms)', measure: () => fresh(1) },
  { name: 'policy: 10,000 decisions with trace (aim 100 ms)', measure: () => decide(10_000) },
  { name: 'policy: 1,000 decisions over 10 statements', measure: decideOver(10, 1000) },
  { name: 'policy: 10 decisions over 1,000 statements', measure: decideOver(1000, 10) },
];
