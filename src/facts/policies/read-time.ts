// Policies are read now, the denial was then: what follows from policies says when they were read.
import type { Fact, Reading } from '../../model/fact.ts';
import { evaluatedTypes } from '../../model/policy.ts';
import { policyTypeOf } from './evaluated.ts';

/** `decision.scp` and `identity.namesAction` name their layer each in their own way. */
export function withReadTime(fact: Fact, times: Reading['readAt'], action: string): Fact {
  const about = /^(?:decision\.)?(\w+)/.exec(fact.name)?.[1];
  const type = evaluatedTypes.find((one) => policyTypeOf(one, action) === about);
  const readAt = type === undefined ? undefined : times?.[type];
  return readAt === undefined ? fact : { ...fact, source: { ...fact.source, readAt } };
}
