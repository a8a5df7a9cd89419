// The policies a person hands over, from files and exports, and those among them that bear on one request.
import type { Reading } from '../../model/fact.ts';
import { evaluatedTypes, type AuthorizationRequest, type EvaluatedType, type PolicySet } from '../../model/policy.ts';
import { hasResourcePolicies } from '../../reference/resource-policies.ts';
import { policiesFor, type AccountDetails } from './account.ts';
import type { KnownRequest } from './request.ts';

export interface PoliciesAtHand {
  readonly policies: PolicySet;
  /** What is known of the request beside the error; a stated context counts as complete. */
  readonly request?: Partial<AuthorizationRequest>;
  /** Condition keys of the request that are known, without being all of them. */
  readonly context?: AuthorizationRequest['context'];
  /** Exports of whole accounts: the caller's policies are looked up there, where `policies` has none. */
  readonly accounts?: readonly AccountDetails[];
  /** When each layer was read from the account. */
  readonly readAt?: Reading['readAt'];
}

export type SetName = Exclude<keyof PolicySet, 'unknown'>;

export const setNameOf = (type: EvaluatedType): SetName => (type === 'scp' || type === 'rcp' ? `${type}s` : type);

export function policiesAbout({ policies, accounts = [] }: PoliciesAtHand, found: KnownRequest): PolicySet {
  const filled = accounts.reduce((set, account) => filledBy(set, policiesFor(account, found.request)), policies);
  return hasNoResourcePolicy(found) ? without(filled, 'resource') : filled;
}

/** Sets that `more` has and `set` lacks, with what is unknown of them. */
function filledBy(set: PolicySet, more: PolicySet): PolicySet {
  const gained = evaluatedTypes.filter(
    (type) => set[setNameOf(type)] === undefined && more[setNameOf(type)] !== undefined,
  );
  const still = (set.unknown?.policies ?? []).filter((type) => !gained.includes(type));
  const doubtful = (more.unknown?.policies ?? []).filter((type) => gained.includes(type));
  const sets = gained.map((type) => [setNameOf(type), more[setNameOf(type)]] as const);
  return {
    ...set,
    ...(Object.fromEntries(sets) as PolicySet),
    unknown: { ...set.unknown, policies: [...still, ...doubtful] },
  };
}

/** Where the caller's own account owns it and nothing can be attached to it; other accounts may share it by other means. */
function hasNoResourcePolicy({ request, knowsOwner }: KnownRequest): boolean {
  if (!knowsOwner || request.principalAccount !== request.resourceAccount) return false;
  return request.resource === '*' || !hasResourcePolicies(request.action);
}

function without(policies: PolicySet, type: EvaluatedType): PolicySet {
  if (policies.unknown?.policies?.includes(type) !== true) return policies;
  const left = policies.unknown.policies.filter((one) => one !== type);
  return { ...policies, unknown: { ...policies.unknown, policies: left } };
}
