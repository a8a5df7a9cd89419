// Puts the steps of a plan in the order in which people must act: the outermost guards first, what one can do oneself last, when the way is free.
import type { EvaluatedType } from '../../model/policy.ts';
import type { Step } from './steps.ts';

/** A session's policy is passed anew once the role's own policies are right. */
const places: Readonly<Record<EvaluatedType, number>> = {
  scp: 0,
  rcp: 1,
  resource: 2,
  boundary: 3,
  identity: 4,
  vpcEndpoint: 5,
  session: 6,
};

const placeOf = ({ options: [best], obstacle }: Step): number =>
  best?.candidate.kind === 'request' ? 7 : places[obstacle.type];

/** Steps of one document stay in their order. */
export const inOrder = (steps: readonly Step[]): readonly Step[] =>
  steps.toSorted((one, other) => placeOf(one) - placeOf(other));
