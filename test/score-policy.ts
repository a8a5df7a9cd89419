// Scores the evaluator on a file of vectors (JSON lines): decisions, deciding layers and statement booleans, with every miss.
import { readFileSync } from 'node:fs';
import type { AuthorizationRequest, Evaluation, PolicySet } from '../src/model/policy.ts';
import { evaluate } from '../src/policy/evaluate.ts';

interface ExpectedStatement {
  readonly type: string;
  readonly level?: number;
  readonly policy: string;
  readonly index: number;
  readonly effect: string;
  readonly [element: string]: unknown;
}

interface Vector {
  readonly id: string;
  readonly request: AuthorizationRequest;
  readonly policies: PolicySet;
  readonly expect: {
    readonly decision: string;
    readonly decidedBy: string | null;
    readonly grantedBy?: readonly string[];
    readonly statements: readonly ExpectedStatement[];
  };
}

interface Score {
  readonly name: string;
  passed: number;
  total: number;
}

const compared = ['action', 'resource', 'principal', 'condition', 'matches'] as const;
const keyOf = (item: { type: string; level?: number; policy: string; index: number; effect: string }) =>
  [item.type, item.level ?? '', item.policy, item.index, item.effect].join(' ');

function statementMisses(vector: Vector, evaluation: Evaluation): string[] {
  const traces = new Map(evaluation.statements.map((trace) => [keyOf(trace), trace]));
  const misses = vector.expect.statements.flatMap((expected) => {
    const trace = traces.get(keyOf(expected));
    if (trace === undefined) return [`${keyOf(expected)}: not evaluated`];
    const wrong = compared.filter((name) => trace[name] !== expected[name]);
    const texts = wrong.map((name) => `${name} ${String(trace[name])}, expected ${String(expected[name])}`);
    return wrong.length === 0 ? [] : [`${keyOf(expected)}: ${texts.join('; ')}`];
  });
  const known = new Set(vector.expect.statements.map(keyOf));
  return [...misses, ...[...traces.keys()].filter((key) => !known.has(key)).map((key) => `${key}: not expected`)];
}

function count(score: Score, passed: number, total: number): void {
  score.passed += passed;
  score.total += total;
}

/** Scores one vector and gives its misses. */
function scoreVector(
  vector: Vector,
  scores: Readonly<Record<'decision' | 'decidedBy' | 'grantedBy' | 'statements', Score>>,
) {
  const { expect } = vector;
  const evaluation = evaluate(vector.request, vector.policies);
  const misses: string[] = [];
  const same = (score: Score, got: unknown, wanted: unknown) => {
    const equal = JSON.stringify(got) === JSON.stringify(wanted);
    count(score, equal ? 1 : 0, 1);
    if (!equal) misses.push(`${score.name} ${JSON.stringify(got)}, expected ${JSON.stringify(wanted)}`);
  };
  same(scores.decision, evaluation.decision, expect.decision);
  same(scores.decidedBy, evaluation.decidedBy, expect.decidedBy);
  same(scores.grantedBy, evaluation.grantedBy, expect.grantedBy);
  const wrong = statementMisses(vector, evaluation);
  count(scores.statements, Math.max(0, expect.statements.length - wrong.length), expect.statements.length);
  return [...misses, ...wrong];
}

const newScore = (name: string): Score => ({ name, passed: 0, total: 0 });

function main(file: string): number {
  const vectors = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Vector);
  const scores = {
    decision: newScore('decision'),
    decidedBy: newScore('decidedBy'),
    grantedBy: newScore('grantedBy'),
    statements: newScore('statements'),
  };
  let missed = 0;
  for (const vector of vectors) {
    const misses = scoreVector(vector, scores);
    missed += misses.length;
    for (const miss of misses) process.stdout.write(`${vector.id}: ${miss}\n`);
  }
  for (const score of Object.values(scores)) process.stdout.write(`${score.name}: ${score.passed}/${score.total}\n`);
  return missed === 0 ? 0 : 1;
}

const file = process.argv[2];
if (file === undefined) {
  process.stderr.write('Give the file of vectors: tsx test/score-policy.ts FILE\n');
  process.exitCode = 2;
} else {
  process.exitCode = main(file);
}
