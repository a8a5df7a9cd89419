// The smallest statement that allows a request in a layer, with the guard rails its kind needs. (AWS pages: "IAM JSON policy elements reference", "Create a role for OpenID Connect federation")
import { isAssume } from '../../facts/policies/evaluated.ts';
import { readArn } from '../../model/arn.ts';
import type { AuthorizationRequest, EvaluatedType } from '../../model/policy.ts';
import type { Caller } from '../../policy/match/caller.ts';
import { actionReference } from '../../reference/actions.ts';
import type { Row } from '../document/plain.ts';
import { isKey } from './owner.ts';

/** In the reference's spelling. */
export const speltAction = (action: string): string => actionReference(action)?.action ?? action;

/** Characters with a meaning of their own stand in a policy as variables. */
const literal = (resource: string): string => resource.replace(/\$(?=\{)|[*?]/g, (mark) => `\${${mark}}`);

/** The resource as a policy names it: `*` where the action knows none. */
export function namedResource({ action, resource }: AuthorizationRequest): string {
  const types = actionReference(action)?.resourceTypes;
  return resource === '*' || types?.length === 0 ? '*' : literal(resource);
}

type Condition = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

export interface NamedCaller {
  readonly field: 'AWS' | 'Service' | 'Federated';
  readonly name: string;
}

/** Sessions come and go: the role behind one is named. Nobody anonymous is. */
export function namedCaller({ kind, principal, roleArn }: Caller): NamedCaller | undefined {
  if (kind === 'session' || kind === 'role') return roleArn === undefined ? undefined : { field: 'AWS', name: roleArn };
  if (kind === 'service') return { field: 'Service', name: principal };
  if (kind === 'provider') return { field: 'Federated', name: principal };
  return kind === 'user' || kind === 'root' || kind === 'federatedUser' ? { field: 'AWS', name: principal } : undefined;
}

const valueIn = ({ context }: AuthorizationRequest, key: string) =>
  Object.entries(context).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];

const equals = (values: Readonly<Record<string, string | readonly string[] | undefined>>): Condition => {
  const known = Object.entries(values).filter(
    (entry): entry is [string, string | readonly string[]] => entry[1] !== undefined,
  );
  return known.length === 0 ? {} : { StringEquals: Object.fromEntries(known) };
};

/** A provider's tokens are for one audience and one subject; where they are not known they are places to fill in. */
function tokenGuards(request: AuthorizationRequest, provider: string): Condition {
  const host = readArn(provider)?.resource.replace(/^oidc-provider\//, '') ?? provider;
  if (/saml/i.test(request.action))
    return equals({ 'SAML:aud': valueIn(request, 'SAML:aud') ?? 'https://signin.aws.amazon.com/saml' });
  return equals({
    [`${host}:aud`]: valueIn(request, `${host}:aud`) ?? 'TOKEN_AUDIENCE',
    [`${host}:sub`]: valueIn(request, `${host}:sub`) ?? 'TOKEN_SUBJECT',
  });
}

/** Conditions that keep a grant to this kind of caller from serving others. */
function guardsOf(request: AuthorizationRequest, { field, name }: NamedCaller): Condition {
  if (field === 'Federated') return tokenGuards(request, name);
  if (field === 'Service')
    return equals({
      'aws:SourceAccount': valueIn(request, 'aws:SourceAccount'),
      'aws:SourceArn': valueIn(request, 'aws:SourceArn'),
    });
  return isAssume(request.action) ? equals({ 'sts:ExternalId': valueIn(request, 'sts:ExternalId') }) : {};
}

const withCondition = (statement: Row, condition: Condition): Row =>
  Object.keys(condition).length === 0 ? statement : { ...statement, Condition: condition };

function inEndpoint(request: AuthorizationRequest, caller: Caller): Row | undefined {
  const named = namedCaller(caller);
  if (named?.field !== 'AWS') return undefined;
  const statement = {
    Effect: 'Allow',
    Principal: '*',
    Action: speltAction(request.action),
    Resource: namedResource(request),
  };
  return withCondition(statement, { ArnEquals: { 'aws:PrincipalArn': named.name } });
}

function inResource(request: AuthorizationRequest, caller: Caller): Row | undefined {
  const named = namedCaller(caller);
  if (named === undefined) return undefined;
  const head = { Effect: 'Allow', Principal: { [named.field]: named.name }, Action: speltAction(request.action) };
  // A trust policy has no Resource, and a key policy's is the key itself.
  const resource = isAssume(request.action) ? {} : { Resource: isKey(request) ? '*' : namedResource(request) };
  return withCondition({ ...head, ...resource }, guardsOf(request, named));
}

/** Undefined where no statement could name the caller. */
export function smallestStatement(type: EvaluatedType, request: AuthorizationRequest, caller: Caller): Row | undefined {
  if (type === 'resource') return inResource(request, caller);
  if (type === 'vpcEndpoint') return inEndpoint(request, caller);
  const statement = { Effect: 'Allow', Action: speltAction(request.action), Resource: namedResource(request) };
  const isPass = type === 'identity' && /^iam:passrole$/i.test(request.action);
  return withCondition(
    statement,
    isPass ? equals({ 'iam:PassedToService': valueIn(request, 'iam:PassedToService') }) : {},
  );
}
