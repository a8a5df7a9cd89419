// Says who keeps a policy of a layer, and what not to do to it instead of the change proposed.
import { accountOf } from '../../model/arn.ts';
import type { Audience, AvoidCode } from '../../model/plan.ts';
import type { Owner } from '../../model/playbook.ts';
import type { AuthorizationRequest, EvaluatedType } from '../../model/policy.ts';
import { isRow, textsOf, type Row } from '../document/plain.ts';
import { isAssume } from '../../facts/policies/evaluated.ts';

export const isKey = ({ action, resource }: AuthorizationRequest): boolean =>
  /^kms:/i.test(action) && /^arn:[^:]*:kms:/.test(resource);

const owners = {
  identity: 'iam-admin',
  boundary: 'iam-admin',
  session: 'you',
  scp: 'org-admin',
  rcp: 'org-admin',
  vpcEndpoint: 'network-owner',
} as const satisfies Partial<Record<EvaluatedType, Owner>>;

export function ownerOf(type: EvaluatedType, request: AuthorizationRequest): Owner {
  if (type !== 'resource') return owners[type];
  if (isKey(request)) return 'key-admin';
  const isOwn = accountOf(request.resource) === request.principalAccount;
  return isAssume(request.action) && isOwn ? 'iam-admin' : 'resource-owner';
}

/** Whom a statement is for: those a policy is attached to, or those it names. An endpoint's policy only limits. */
export function audienceIn(type: EvaluatedType, { Principal }: Row): Audience {
  if (Principal === undefined || type === 'vpcEndpoint') return type === 'session' ? 'caller' : 'attached';
  const names = textsOf(isRow(Principal) ? Object.values(Principal).flat() : Principal);
  if (names.includes('*')) return 'everyone';
  if (names.some((name) => /^\d{12}$|:root$/.test(name))) return 'account';
  return names.length === 1 ? 'caller' : 'attached';
}

/** Policies that are attached apply to everyone they are attached to; a resource's policy names its callers. */
export const audienceOf = (type: EvaluatedType): Audience =>
  type === 'resource' || type === 'vpcEndpoint' || type === 'session' ? 'caller' : 'attached';

const avoided: Readonly<Record<EvaluatedType, readonly AvoidCode[]>> = {
  identity: ['administrator', 'every-resource'],
  boundary: ['remove-boundary'],
  session: ['every-action'],
  scp: ['detach-control-policy'],
  rcp: ['detach-control-policy'],
  resource: ['everyone', 'whole-account'],
  vpcEndpoint: ['every-action'],
};

export function avoidOf(type: EvaluatedType, request: AuthorizationRequest): readonly AvoidCode[] {
  if (type === 'resource' && isKey(request)) return ['drop-delegation', 'whole-account'];
  if (type === 'resource' && isAssume(request.action))
    return /^sts:assumerolewithwebidentity$/i.test(request.action)
      ? ['no-subject']
      : ['whole-account', ...(isForeign(request) ? (['no-external-id'] as const) : [])];
  return /^iam:passrole$/i.test(request.action) && type === 'identity' ? ['pass-any-role'] : avoided[type];
}

const isForeign = ({ principalAccount, resourceAccount }: AuthorizationRequest): boolean =>
  principalAccount !== null && principalAccount !== resourceAccount;
