// Reads from an evaluation what stands in the way of the request: every statement that denies, and every layer without an Allow.
import type { DecidingType, EvaluatedType, Evaluation, StatementTrace } from '../model/policy.ts';
import type { Proof, Requirement } from '../policy/decide/proof.ts';
import { followedPath } from '../policy/decide/verdict.ts';

export interface Obstacle {
  readonly kind: 'deny' | 'missing';
  readonly type: EvaluatedType;
  readonly level?: number;
  /** Position in `Evaluation.statements` of the statement that denies. */
  readonly trace?: StatementTrace;
  /** Only what is not known makes it possible that this statement denies. */
  readonly isPossible?: true;
}

/** The documents of a case are named by unique keys, so this is unique too. */
export const keyOf = ({ kind, type, level, trace }: Obstacle): string =>
  trace === undefined ? `${kind} ${type} ${level ?? ''}` : `${kind} ${trace.policy} ${trace.index}`;

const typeOf = (layer: DecidingType): EvaluatedType => (layer === 'trust' ? 'resource' : layer);

/** Layers and levels of a branch whose Allow is missing for certain. */
const missingIn = (branch: Requirement | undefined): readonly Obstacle[] =>
  (branch?.of ?? [])
    .filter(({ result }) => result === false)
    .map(({ layer, level }) => ({ kind: 'missing', type: typeOf(layer), ...(level === undefined ? {} : { level }) }));

function denials({ statements }: Evaluation, matches: StatementTrace['matches']): readonly Obstacle[] {
  return statements.flatMap((trace): Obstacle[] => {
    if (trace.effect !== 'Deny' || trace.matches !== matches) return [];
    const level = trace.level === undefined ? {} : { level: trace.level };
    return [{ kind: 'deny', type: trace.type, trace, ...level, ...(matches === true ? {} : { isPossible: true }) }];
  });
}

/** Where nothing is certain to be in the way, what may be: AWS did deny the request. */
export function obstaclesOf(evaluation: Evaluation): readonly Obstacle[] {
  if (evaluation.decision === 'allowed') return [];
  const [, gates, grant] = (evaluation.proof as Proof).of;
  const path = grant.result === false ? followedPath(grant) : undefined;
  const certain = [...denials(evaluation, true), ...missingIn(gates), ...missingIn(path)];
  return certain.length > 0 ? certain : denials(evaluation, 'unknown');
}
