// Reads which condition keys the Deny statements that cover a request have, in all its policies, and which of them ForAllValues compares.
import type { Fact } from '../../model/fact.ts';
import type { Evaluation, PolicySet } from '../../model/policy.ts';
import { readOperator } from '../../policy/condition/operators.ts';
import { supportedKey } from '../../reference/condition-keys.ts';
import { evaluated, placeOf } from './evaluated.ts';
import { statementAt } from './statement-at.ts';

export function denyFacts(evaluation: Evaluation, policies: PolicySet, action: string): readonly Fact[] {
  const denying = evaluation.statements.filter(({ effect, matches }) => effect === 'Deny' && matches === true);
  if (denying.length === 0) return [];
  const keys = denying.flatMap((trace) => statementAt(trace, policies)?.conditions ?? []);
  const from = denying.map(placeOf).join('; ');
  const namesOf = (some: typeof keys) => [...new Set(some.map(({ key }) => asAwsWrites(action, key)))];
  const forAll = keys.filter(({ operator }) => readOperator(operator)?.set === 'ForAllValues');
  return [evaluated('deny.conditionKeys', namesOf(keys), from), evaluated('deny.forAllKeys', namesOf(forAll), from)];
}

/** Keys do not depend on case. The name behind a slash is the author's own, so such a key stays as written. */
function asAwsWrites(action: string, key: string): string {
  const name = supportedKey(action, key)?.name;
  return name === undefined || name.includes('/') ? key : name;
}
