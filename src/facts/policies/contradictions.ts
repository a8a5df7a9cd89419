// Tries the policies that lost to others of the same layer, and says where they would have decided it differently.
import type { Fact, FactConflict } from '../../model/fact.ts';
import type { EvaluatedType, PolicySet } from '../../model/policy.ts';
import { setNameOf, type Claim } from './claims.ts';
import { policyTypeOf } from './evaluated.ts';
import { withReadTime } from './read-time.ts';

type Decided = (policies: PolicySet) => readonly Fact[];

export function contradictions(
  layers: readonly Fact[],
  policies: PolicySet,
  others: readonly { readonly type: EvaluatedType; readonly claim: Claim }[],
  decideIn: Decided,
  action: string,
): readonly FactConflict[] {
  return others.flatMap(({ type, claim }) => {
    const name = `decision.${policyTypeOf(type, action)}`;
    const kept = layers.find((fact) => fact.name === name);
    const other = decideIn(withSetOf(policies, type, claim)).find((fact) => fact.name === name);
    if (kept?.value === undefined || other?.value === undefined || kept.value === other.value) return [];
    const from = `${claim.from}: ${other.source.from ?? ''}`;
    const dropped = withReadTime({ ...other, source: { ...other.source, from } }, claim.readAt, action);
    return [{ name, kept, dropped }];
  });
}

function withSetOf(policies: PolicySet, type: EvaluatedType, claim: Claim): PolicySet {
  const open = (policies.unknown?.policies ?? []).filter((one) => one !== type);
  const isOpen = claim.policies.unknown?.policies?.includes(type) === true;
  return {
    ...policies,
    [setNameOf(type)]: claim.policies[setNameOf(type)],
    unknown: { ...policies.unknown, policies: isOpen ? [...open, type] : open },
  };
}
