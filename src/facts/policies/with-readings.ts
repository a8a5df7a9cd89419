// Adds what sources read of policies to what a person handed over, which counts first, layer by layer.
import type { Reading } from '../../model/fact.ts';
import { evaluatedTypes, type EvaluatedType, type PolicySet } from '../../model/policy.ts';
import { setNameOf, type PoliciesAtHand } from './at-hand.ts';

const has = (set: PolicySet, type: EvaluatedType): boolean => set[setNameOf(type)] !== undefined;
const isOpen = ({ unknown }: PolicySet, type: EvaluatedType): boolean => unknown?.policies?.includes(type) === true;

export function withReadings(
  stated: PoliciesAtHand | undefined,
  readings: readonly Reading[],
): PoliciesAtHand | undefined {
  return readings.reduce(withReading, stated);
}

function withReading(stated: PoliciesAtHand | undefined, reading: Reading): PoliciesAtHand | undefined {
  const { policies, request, readAt = {} } = reading;
  if (policies === undefined) return stated;
  const held = stated?.policies ?? {};
  const taken = evaluatedTypes.filter((type) => !has(held, type) && (has(policies, type) || isOpen(policies, type)));
  const sets = taken.filter((type) => has(policies, type)).map((type) => [setNameOf(type), policies[setNameOf(type)]]);
  const open = evaluatedTypes.filter((type) => isOpen(taken.includes(type) ? policies : held, type));
  const times = Object.entries(readAt).filter(
    ([type]) => !evaluatedTypes.some((one) => one === type && has(held, one)),
  );
  return {
    ...stated,
    policies: {
      ...held,
      ...(Object.fromEntries(sets) as PolicySet),
      ...(open.length === 0 && held.unknown === undefined ? {} : { unknown: { ...held.unknown, policies: open } }),
    },
    ...(request === undefined ? {} : { request: { ...request, ...stated?.request } }),
    readAt: { ...stated?.readAt, ...(Object.fromEntries(times) as Reading['readAt']) },
  };
}
