// Adds what sources read of policies to what a person handed over, which counts first, layer by layer.
import type { Reading } from '../../model/fact.ts';
import type { PoliciesAtHand } from './at-hand.ts';
import type { Claim } from './claims.ts';

export function withReadings(
  stated: PoliciesAtHand | undefined,
  readings: readonly Reading[],
): PoliciesAtHand | undefined {
  const claims = readings.flatMap(({ policies, readAt = {} }): readonly Claim[] =>
    policies === undefined ? [] : [{ from: 'the account, read now', policies, readAt }],
  );
  if (claims.length === 0) return stated;
  const requests = readings.flatMap(({ policies, request }) => (policies === undefined ? [] : (request ?? [])));
  const request = Object.assign({}, ...requests, stated?.request) as PoliciesAtHand['request'];
  return {
    policies: {},
    ...stated,
    ...(requests.length === 0 ? {} : { request }),
    readings: claims,
  } as PoliciesAtHand;
}
