// Writes the denied request down as the evaluator takes it, from facts: as far as they say it, and no further.
import { accountOf } from '../../model/arn.ts';
import type { Fact } from '../../model/fact.ts';
import type { AuthorizationRequest } from '../../model/policy.ts';
import { valueIn } from '../known.ts';
import { ownerIn } from './account.ts';
import type { PoliciesAtHand } from './at-hand.ts';

export interface KnownRequest {
  readonly request: AuthorizationRequest;
  /** False: the account that owns the resource is not known, the caller's stands in its place. */
  readonly knowsOwner: boolean;
  /** False: the request's condition keys are not known. */
  readonly knowsContext: boolean;
}

/** What a facts file states of the request beats what the error says of it. */
export function requestOf(
  facts: ReadonlyMap<string, Fact>,
  { request: stated = {}, context = {}, accounts = [] }: Pick<PoliciesAtHand, 'request' | 'context' | 'accounts'>,
): KnownRequest | undefined {
  const text = (...names: readonly string[]): string | undefined => {
    const found = names.map((name) => valueIn(facts, name)).find((value) => value !== undefined);
    return typeof found === 'string' ? found : undefined;
  };
  const action = stated.action ?? text('decoded.action', 'error.action');
  const resource = stated.resource ?? text('decoded.resource', 'error.resource', 'target.arn') ?? wholeService(facts);
  const principal = stated.principal ?? text('decoded.principal', 'error.principal', 'caller.arn');
  const account = stated.principalAccount ?? (principal === undefined ? undefined : accountOf(principal));
  if (action === undefined || resource === undefined || principal === undefined || account === undefined)
    return undefined;
  const recorded = accounts.map((account) => ownerIn(account, resource)).find((one) => one !== undefined);
  const owner = stated.resourceAccount ?? text('target.accountId') ?? accountOf(resource) ?? recorded;
  return {
    request: {
      ...stated,
      action,
      resource,
      principal,
      principalAccount: account,
      resourceAccount: owner ?? account ?? '',
      context: { ...context, ...stated.context },
    },
    knowsOwner: owner !== undefined || resource === '*',
    knowsContext: stated.context !== undefined,
  };
}

/** An action without resource-level support is always asked for on `*`. */
const wholeService = (facts: ReadonlyMap<string, Fact>): string | undefined =>
  valueIn(facts, 'action.supportsResourceLevel') === false ? '*' : undefined;
