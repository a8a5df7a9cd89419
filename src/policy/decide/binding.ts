// Says which layers bear on a request at all: whom control policies bind, and which callers carry which policies. (AWS pages: "Service control policies", "Resource control policies", "Policies and the root user")
import type { DecidingType, EvaluatedType } from '../../model/policy.ts';
import { type Caller, hasIdentity, isServiceLinked } from '../match/caller.ts';
import type { RequestView } from '../match/request.ts';
import { rcpServices } from './rcp-services.ts';

/** Users, roles and root of member accounts; not service-linked roles, nor callers without an account of their own. */
function scpBinds({ request, caller }: RequestView): boolean {
  if (request.principalIsManagementAccount === true || isServiceLinked(caller)) return false;
  return hasIdentity(caller) || caller.kind === 'root';
}

function rcpBinds({ request, caller, service, action }: RequestView): boolean {
  if (request.resourceIsManagementAccount === true || isServiceLinked(caller)) return false;
  return rcpServices.has(service) && action !== 'kms:retiregrant';
}

/** IAM users sign for themselves: only sessions can carry a session policy, unless one was given. */
const sessionKinds: ReadonlySet<Caller['kind']> = new Set(['session', 'role', 'federatedUser', 'other']);

const always = (): boolean => true;
const identityOnly = (view: RequestView): boolean => hasIdentity(view.caller);

const rules: Readonly<Record<EvaluatedType, (view: RequestView, given: boolean) => boolean>> = {
  scp: scpBinds,
  rcp: rcpBinds,
  identity: identityOnly,
  boundary: identityOnly,
  session: (view, given) => sessionKinds.has(view.caller.kind) || (given && hasIdentity(view.caller)),
  resource: always,
  vpcEndpoint: always,
};

export const binds = (type: EvaluatedType, view: RequestView, given: boolean): boolean => rules[type](view, given);

const roleArn = /^arn:[^:]*:iam::[^:]*:role\//;
const keyArn = /^arn:[^:]*:kms:[^:]*:[^:]*:key\//;

/** Assuming a role is decided by its trust policy. */
export const isTrust = ({ service, action, request }: RequestView): boolean =>
  service === 'sts' && /^sts:(assumerole|tagsession|setsourceidentity)/.test(action) && roleArn.test(request.resource);

/** Roles and KMS keys: identity policies work only as far as the resource's own policy lets them. */
export const needsDelegation = (view: RequestView): boolean =>
  isTrust(view) || (view.service === 'kms' && keyArn.test(view.request.resource));

export const nameOfLayer = (type: EvaluatedType, view: RequestView): DecidingType =>
  type === 'resource' && isTrust(view) ? 'trust' : type;
