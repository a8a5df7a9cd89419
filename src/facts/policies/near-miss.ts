// The statement of each layer that came closest to granting: the place, and which element failed with wanted and actual value.
import type { PolicyType } from '../../model/denial.ts';
import type { NearestStatement } from '../../model/diagnosis.ts';
import type { Evaluation, EvaluatedType } from '../../model/policy.ts';
import { placeOf, policyTypeOf } from './evaluated.ts';

export function nearestStatements(evaluation: Evaluation, action: string): ReadonlyMap<PolicyType, NearestStatement> {
  const nearest = new Map<PolicyType, NearestStatement>();
  for (const miss of evaluation.nearMisses) {
    const trace = evaluation.statements[miss.statement];
    const type: PolicyType =
      miss.layer === 'trust' ? 'trust' : policyTypeOf(miss.layer satisfies EvaluatedType, action);
    if (trace === undefined || nearest.has(type)) continue;
    nearest.set(type, {
      place: placeOf(trace),
      failed: miss.reasons.map(({ element, code, wanted, actual, key, operator }) => ({
        element,
        code,
        wanted,
        actual,
        ...(key === undefined ? {} : { key }),
        ...(operator === undefined ? {} : { operator }),
      })),
    });
  }
  return nearest;
}
