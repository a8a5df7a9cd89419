// The users and roles of one account with all that is attached to them, and the policies that bear on one request among them. (AWS page: "GetAccountAuthorizationDetails")
import { accountOf, nameOf, policySourceOf } from '../../model/arn.ts';
import type { AuthorizationRequest, EvaluatedType, NamedPolicy, PolicySet } from '../../model/policy.ts';
import { isAssume } from './evaluated.ts';

export interface AccountEntity {
  readonly arn: string;
  readonly identity: readonly NamedPolicy[];
  /** Empty: there is none. */
  readonly boundary: readonly NamedPolicy[];
  /** A role's trust policy. */
  readonly trust?: NamedPolicy;
  /** Sets of which a document is attached and not in the file. */
  readonly incomplete: readonly EvaluatedType[];
}

export interface AccountDetails {
  /** The file it was read from. */
  readonly from: string;
  readonly entities: readonly AccountEntity[];
}

/** A session ARN lacks its role's path, so entities are found by account, kind and name; an ARN that is whole must fit. */
export function entityOf({ entities }: AccountDetails, principal: string): AccountEntity | undefined {
  const source = policySourceOf(principal);
  if (source === undefined) return undefined;
  const exact = entities.find(({ arn }) => arn === source);
  return exact ?? (source === principal ? undefined : entities.find(({ arn }) => keyOf(arn) === keyOf(source)));
}

const keyOf = (arn: string): string => `${accountOf(arn)} ${arn.includes(':role/') ? 'role' : 'user'} ${nameOf(arn)}`;

/** What the file says of the request's caller, and of the role that is to be assumed. */
export function policiesFor(details: AccountDetails, request: AuthorizationRequest): PolicySet {
  const caller = entityOf(details, request.principal);
  const role = isAssume(request.action) ? entityOf(details, request.resource) : undefined;
  const unknown = caller?.incomplete ?? [];
  return {
    ...(caller === undefined ? {} : { identity: caller.identity, boundary: caller.boundary }),
    ...(role?.trust === undefined ? {} : { resource: [role.trust] }),
    ...(unknown.length === 0 ? {} : { unknown: { policies: unknown } }),
  };
}
