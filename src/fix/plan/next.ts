// Finds the other requests that the same call makes and decides them for the same caller: what it depends on, what others ask in its name, and further resources it touches.
// (AWS pages: "Forward access sessions", "Grant a user permissions to pass a role to an AWS service", "Actions defined by Amazon EC2")
import { overlap } from '../../facts/policies/overlap.ts';
import { unknownKeys } from '../../facts/policies/context.ts';
import { valueIn, type KnownFacts } from '../../facts/known.ts';
import { accountOf, readArn } from '../../model/arn.ts';
import type { AuthorizationRequest, EvaluatedType } from '../../model/policy.ts';
import { actionReference } from '../../reference/actions.ts';
import { dependentActionsOf } from '../../reference/dependent-actions.ts';
import { hasResourcePolicies } from '../../reference/resource-policies.ts';
import { type Case, policySetOf, requestOf } from '../case.ts';

export interface NextRequest {
  readonly action: string;
  readonly resource?: string;
  /** It stands for all resources of its type: which one is meant is not known. */
  readonly isPattern?: true;
  /** The circumstance in which the call needs it, where that is not known to hold. */
  readonly when?: string;
}

type Maker = (request: AuthorizationRequest, facts: KnownFacts['facts']) => Partial<NextRequest>;

const inAccount = ({ principal, principalAccount }: AuthorizationRequest, resource: string): string =>
  `arn:${readArn(principal)?.partition ?? 'aws'}:iam::${principalAccount ?? ''}:${resource}`;

const sameResource: Maker = ({ resource }) => ({ resource });

/** By action, what it would be asked on. */
const makers: Readonly<Record<string, Maker>> = {
  'iam:PassRole': (request) => ({ resource: inAccount(request, 'role/*'), isPattern: true }),
  'iam:CreateServiceLinkedRole': (request) => ({
    resource: inAccount(request, 'role/aws-service-role/*'),
    isPattern: true,
  }),
  'ec2:CreateTags': sameResource,
  'lambda:TagResource': sameResource,
  'sts:TagSession': sameResource,
  'sts:SetSourceIdentity': sameResource,
  's3:ListBucket': ({ resource }) => ({ resource: resource.split('/')[0] ?? resource }),
};

const keyOfCall: Maker = (_request, facts) => {
  const key = valueIn(facts, 'key.arn');
  return typeof key === 'string' ? { resource: key } : {};
};

/** A key that is known to encrypt the resource settles the circumstance. */
function dependentRequest(
  dependent: { readonly action: string; readonly when?: string },
  request: AuthorizationRequest,
  facts: KnownFacts['facts'],
): NextRequest {
  const isKms = dependent.action.startsWith('kms:');
  const about = (isKms ? keyOfCall : makers[dependent.action])?.(request, facts) ?? {};
  const isSettled = isKms && about.resource !== undefined;
  return {
    action: dependent.action,
    ...about,
    ...(dependent.when === undefined || isSettled ? {} : { when: dependent.when }),
  };
}

const filled = (pattern: string, arn: string): string => {
  const own = readArn(arn);
  const values: Readonly<Record<string, string | undefined>> = {
    Partition: own?.partition,
    Region: own?.region,
    Account: own?.accountId,
  };
  return pattern.replace(/\$\{(\w+)\}/g, (_all, name: string) => values[name] ?? '*');
};

/** Types every call of the action works on, beside that of the resource that was refused. */
function furtherTypes({ action, resource }: AuthorizationRequest): readonly NextRequest[] {
  const types = readArn(resource) === undefined ? [] : (actionReference(action)?.resourceTypes ?? []);
  const isCovered = types.some(
    ({ required, arnPattern }) => required && arnPattern !== undefined && overlap(resource, arnPattern),
  );
  if (!isCovered) return [];
  return types.flatMap(({ required, arnPattern }): NextRequest[] => {
    if (!required || arnPattern === undefined || overlap(resource, arnPattern)) return [];
    return [{ action, resource: filled(arnPattern, resource), isPattern: true }];
  });
}

export function nextRequests(request: AuthorizationRequest, facts: KnownFacts['facts']): readonly NextRequest[] {
  const action = actionReference(request.action)?.action ?? request.action;
  const dependent = dependentActionsOf(action).map((one) => dependentRequest(one, request, facts));
  return [...dependent, ...furtherTypes({ ...request, action })];
}

/** A service that asks in the caller's name says so to KMS. */
function contextOf(next: NextRequest, { action, context }: AuthorizationRequest): AuthorizationRequest['context'] {
  const region = readArn(next.resource ?? '')?.region ?? '';
  const service = action.split(':')[0]?.toLowerCase() ?? '';
  return next.action.startsWith('kms:') && !service.startsWith('kms') && region !== ''
    ? { ...context, 'kms:ViaService': `${service}.${region}.amazonaws.com` }
    : context;
}

/** The policy of another resource is not at hand; keys that belong to the denied request alone are not known. */
export function caseFor(held: Case, next: NextRequest & { readonly resource: string }): Case {
  const request = requestOf(held);
  const owner = accountOf(next.resource) ?? request.resourceAccount;
  const asked = {
    ...request,
    action: next.action,
    resource: next.resource,
    resourceAccount: owner,
    context: contextOf(next, request),
  };
  if (next.resource === request.resource) return withOpenContext({ ...held, requests: [asked] });
  const documents = held.documents.filter(({ type }) => type !== 'resource');
  const levels = Object.fromEntries(Object.entries(held.levels).filter(([type]) => type !== 'resource'));
  const hasNone = asked.principalAccount === owner && !hasResourcePolicies(next.action);
  const others = (held.unknown?.policies ?? []).filter((type) => type !== 'resource');
  const policies: readonly EvaluatedType[] = hasNone ? others : [...others, 'resource'];
  return withOpenContext({ documents, levels, unknown: { ...held.unknown, policies }, requests: [asked] });
}

function withOpenContext(held: Case): Case {
  const request = requestOf(held);
  const keys = unknownKeys(request, policySetOf(held));
  const given = new Set(Object.keys(request.context).map((key) => key.toLowerCase()));
  const before = held.unknown?.context;
  if (keys === true || before === true) return { ...held, unknown: { ...held.unknown, context: true } };
  const own = keys.filter((key) => !given.has(key.toLowerCase()) && (before !== undefined || !/^aws:/i.test(key)));
  return { ...held, unknown: { ...held.unknown, context: own } };
}
