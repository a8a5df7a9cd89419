// The policies a person hands over or a source reads, and those among them that bear on one request, layer by layer.
import type { Reading } from '../../model/fact.ts';
import { evaluatedTypes, type AuthorizationRequest, type EvaluatedType, type PolicySet } from '../../model/policy.ts';
import { hasResourcePolicies } from '../../reference/resource-policies.ts';
import { policiesFor, type AccountDetails } from './account.ts';
import { chosenSet, setNameOf, type Claim } from './claims.ts';
import type { KnownRequest } from './request.ts';

export { setNameOf, type SetName } from './claims.ts';

export interface PoliciesAtHand {
  readonly policies: PolicySet;
  /** What is known of the request beside the error; a stated context counts as complete. */
  readonly request?: Partial<AuthorizationRequest>;
  /** Condition keys of the request that are known, without being all of them. */
  readonly context?: AuthorizationRequest['context'];
  /** Files that tell of whole accounts or stacks: what bears on the request is looked up there. */
  readonly accounts?: readonly AccountDetails[];
  /** What sources read, each with its name. It counts after what was handed over. */
  readonly readings?: readonly Claim[];
  /** When each layer that was handed over was read from the account. */
  readonly readAt?: Reading['readAt'];
  /** Sets that were handed over and lost to others of the same kind. */
  readonly dropped?: readonly Claim[];
}

export interface PoliciesFound {
  readonly policies: PolicySet;
  readonly readAt: NonNullable<Reading['readAt']>;
  /** What else says something of a layer, and was not used. */
  readonly others: readonly { readonly type: EvaluatedType; readonly claim: Claim }[];
}

export function policiesFound(atHand: PoliciesAtHand, found: KnownRequest): PoliciesFound {
  const { policies, accounts = [], readings = [], readAt = {}, dropped = [] } = atHand;
  const claims: readonly Claim[] = [
    { from: 'what was handed over', policies, readAt },
    ...accounts.map((account) => ({ from: account.from, policies: policiesFor(account, found.request) })),
    ...readings,
  ];
  const chosen = evaluatedTypes.map((type) => chosenSet(type, claims));
  const sets = chosen.flatMap(({ type, set }) => (set === undefined ? [] : [[setNameOf(type), set] as const]));
  const times = chosen.flatMap(({ type, time }) => (time === undefined ? [] : [[type, time] as const]));
  const open = chosen.filter(({ isOpen }) => isOpen).map(({ type }) => type);
  const unknown = { ...unknownContext(claims), policies: open.filter((type) => !isUnneeded(type, found)) };
  return {
    policies: { ...(Object.fromEntries(sets) as PolicySet), unknown },
    readAt: Object.fromEntries(times) as PoliciesFound['readAt'],
    others: [
      ...chosen.flatMap(({ type, others }) => others.map((claim) => ({ type, claim }))),
      ...dropped.flatMap((claim) =>
        evaluatedTypes.filter((type) => claim.policies[setNameOf(type)] !== undefined).map((type) => ({ type, claim })),
      ),
    ],
  };
}

export const policiesAbout = (atHand: PoliciesAtHand, found: KnownRequest): PolicySet =>
  policiesFound(atHand, found).policies;

function unknownContext(claims: readonly Claim[]): Pick<NonNullable<PolicySet['unknown']>, 'context'> {
  const context = claims.map(({ policies }) => policies.unknown?.context).find((one) => one !== undefined);
  return context === undefined ? {} : { context };
}

/** Where the caller's own account owns it and nothing can be attached to it; other accounts may share it by other means. */
function isUnneeded(type: EvaluatedType, { request, knowsOwner }: KnownRequest): boolean {
  if (type !== 'resource' || !knowsOwner || request.principalAccount !== request.resourceAccount) return false;
  return request.resource === '*' || !hasResourcePolicies(request.action);
}
