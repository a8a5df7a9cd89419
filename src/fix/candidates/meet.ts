// Candidates that change the request instead of a policy: it meets the conditions of an Allow, or gets out of those of a Deny.
import type { WantedCondition } from '../../model/plan.ts';
import type { ContextChange } from '../case.ts';
import { type Candidate, nothingGranted, type Situation } from './candidate.ts';
import { isAskable, askedOf } from './askable.ts';
import { isRow, textsOf, type Row } from '../document/plain.ts';
import type { Near } from './near.ts';
import { satisfying } from './satisfy.ts';

const plainTexts = (value: unknown): readonly string[] =>
  textsOf(
    (Array.isArray(value) ? (value as readonly unknown[]) : [value]).map((one) =>
      typeof one === 'object' ? one : String(one),
    ),
  );

/** Every condition of a statement, as written. */
export function conditionsOf({ Condition }: Row): readonly WantedCondition[] {
  if (!isRow(Condition)) return [];
  return Object.entries(Condition).flatMap(([operator, block]) =>
    isRow(block) ? Object.entries(block).map(([key, values]) => ({ operator, key, values: plainTexts(values) })) : [],
  );
}

function candidate(type: Candidate['type'], conditions: readonly WantedCondition[], context: ContextChange): Candidate {
  const [first] = conditions;
  const { owner } = askedOf(first?.key ?? '');
  const avoid = ['pretend-condition'] as const;
  return { code: 'meet-condition', kind: 'request', owner, type, context, conditions, grants: nothingGranted, avoid };
}

/** All that fail have to hold. */
export function meetAllow({ obstacle: { type } }: Situation, { miss }: Near): readonly Candidate[] {
  const wanted = miss.reasons.flatMap(({ key, operator, wanted: values, resolved }) =>
    key === undefined || operator === undefined ? [] : [{ key, operator, values: resolved ?? values }],
  );
  const found = wanted.map((one) => [one.key, satisfying(one.operator, one.values, true)] as const);
  const isWhole = found.every(([key, value]) => value !== undefined && isAskable(key));
  if (!isWhole || found.length === 0) return [];
  return [candidate(type, wanted, Object.fromEntries(found) as ContextChange)];
}

/** One that stops holding is enough. */
export function leaveDeny({ obstacle: { type } }: Situation, statement: Row): readonly Candidate[] {
  return conditionsOf(statement).flatMap((condition) => {
    const value = isAskable(condition.key) ? satisfying(condition.operator, condition.values, false) : undefined;
    if (value === undefined) return [];
    return [candidate(type, [{ ...condition, negated: true }], { [condition.key]: value })];
  });
}
