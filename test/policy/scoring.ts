// Compares evaluations with expected vectors: decision, deciding layer, granting layers and every statement's booleans.
import { readFileSync } from 'node:fs';
import type { AuthorizationRequest, Evaluation, PolicySet } from '../../src/model/policy.ts';
import { evaluate } from '../../src/policy/evaluate.ts';

interface ExpectedStatement {
  readonly type: string;
  readonly level?: number;
  readonly policy: string;
  readonly index: number;
  readonly effect: string;
  readonly [element: string]: unknown;
}

export interface Vector {
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

export interface Score {
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

export interface Result {
  readonly scores: readonly Score[];
  /** One line per miss, with the vector's id in front. */
  readonly misses: readonly string[];
}

/** Scores a file of vectors, one JSON object a line. */
export function scoreFile(file: string | URL): Result {
  const scores = {
    decision: newScore('decision'),
    decidedBy: newScore('decidedBy'),
    grantedBy: newScore('grantedBy'),
    statements: newScore('statements'),
  };
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const misses = lines.flatMap((line) => {
    const vector = JSON.parse(line) as Vector;
    return scoreVector(vector, scores).map((miss) => `${vector.id}: ${miss}`);
  });
  return { scores: Object.values(scores), misses };
}
