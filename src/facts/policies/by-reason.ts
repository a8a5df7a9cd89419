// Settles by AWS's stated reason what the unknown condition keys of a request leave open: where nothing allowed it, the Allow statement that fits in all else has a condition that was not met.
import type { Fact } from '../../model/fact.ts';
import type { Evaluation, StatementTrace } from '../../model/policy.ts';
import { evaluated, placeOf } from './evaluated.ts';

const layers = { identity: 'identity', trust: 'resource' } as const;
type Family = keyof typeof layers;

/** `known` says what AWS stated; policies that say otherwise now are not asked. */
export function factsByReason(evaluation: Evaluation, known: ReadonlyMap<string, Fact>): readonly Fact[] {
  return (Object.keys(layers) as readonly Family[]).flatMap((family) => {
    const decision = known.get(`decision.${family}`);
    const isStated = decision?.source.grade === 'stated' || decision?.source.grade === 'authoritative';
    if (!isStated || decision.value !== 'implicitDeny') return [];
    const fitting = evaluation.statements.filter(
      (trace) => trace.type === layers[family] && fitsButForCondition(trace),
    );
    return fitting.length === 1 ? fitting.flatMap((trace) => unmet(family, trace)) : [];
  });
}

const fitsButForCondition = ({ effect, action, resource, principal, condition }: StatementTrace): boolean =>
  effect === 'Allow' &&
  [action, resource, principal].every((part) => part === true || part === null) &&
  condition === 'unknown';

/** With one key that is not known it is that one. */
function unmet(family: Family, trace: StatementTrace): readonly Fact[] {
  const keys = new Set(
    trace.reasons.flatMap(({ element, key }) => (element === 'condition' && key !== undefined ? [key] : [])),
  );
  const from = placeOf(trace);
  return [
    evaluated(`${family}.meetsConditions`, false, from),
    ...(keys.size === 1 ? [evaluated(`${family}.unmetKeys`, [...keys], from)] : []),
  ];
}
