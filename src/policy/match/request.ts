// Turns a request into what statements are matched against: its action, its resource's parts, its caller and its context. (AWS page: "AWS global condition context keys")
import { readArn } from '../../model/arn.ts';
import type { AuthorizationRequest, PolicySet, Truth } from '../../model/policy.ts';
import { type Caller, hasIdentity, readCaller } from './caller.ts';

export interface ContextValue {
  readonly values: readonly string[];
  /** Given as a list: the key is multivalued. */
  readonly list: boolean;
  /** The request has the key twice, in different case. */
  readonly duplicate: boolean;
}

export interface RequestView {
  readonly request: AuthorizationRequest;
  readonly caller: Caller;
  /** Lower case: actions ignore case. */
  readonly action: string;
  /** IAM prefix of the action. */
  readonly service: string;
  /** The six parts of the resource's ARN; undefined for `*` and for what is no ARN. */
  readonly resourceParts: readonly string[] | undefined;
  /** The caller has a permissions boundary. */
  readonly bounded: Truth;
  /** undefined = known to be absent. Key names ignore case. */
  find(key: string): ContextValue | 'unknown' | undefined;
}

type Context = ReadonlyMap<string, ContextValue>;

function readContext(context: AuthorizationRequest['context']): Context {
  const found = new Map<string, ContextValue>();
  for (const name of Object.keys(context)) {
    const given: unknown = context[name];
    const values = (Array.isArray(given) ? (given as unknown[]) : [given]).filter((value) => value != null).map(String);
    if (values.length === 0) continue;
    const key = name.toLowerCase();
    const earlier = found.get(key);
    if (earlier === undefined) found.set(key, { values, list: Array.isArray(given), duplicate: false });
    else found.set(key, { ...earlier, duplicate: true });
  }
  return found;
}

const principalTypes: Readonly<Partial<Record<Caller['kind'], string>>> = {
  user: 'User',
  session: 'AssumedRole',
  role: 'AssumedRole',
  federatedUser: 'FederatedUser',
  root: 'Account',
  anonymous: 'Anonymous',
};

const single = (value: string | undefined): ContextValue | undefined =>
  value === undefined ? undefined : { values: [value], list: false, duplicate: false };

function principalArn(caller: Caller): string | undefined {
  if (caller.kind === 'session') return caller.roleArn;
  return principalTypes[caller.kind] === undefined || caller.kind === 'anonymous' ? undefined : caller.principal;
}

const userName = (caller: Caller): string | undefined =>
  caller.kind === 'user' ? caller.principal.slice(caller.principal.lastIndexOf('/') + 1) : undefined;

/** Keys whose value, or absence, follows from the principal. */
const derivedKeys: ReadonlyMap<string, (caller: Caller) => string | undefined> = new Map([
  ['aws:principalarn', principalArn],
  ['aws:username', userName],
  ['aws:principalaccount', (caller) => (caller.kind === 'provider' ? undefined : caller.account)],
  ['aws:principaltype', (caller) => principalTypes[caller.kind]],
]);

/** The anonymous caller has no principal, so nothing that describes one. */
const isAboutPrincipal = (key: string): boolean =>
  /^aws:(principal(org|tag\/|arn|account|service)|userid$|username$|tokenissuetime$|multifactorauth)/.test(key);

function isKnown(key: string, caller: Caller): boolean {
  if (key === 'aws:principalarn') return caller.rolePathKnown && caller.kind !== 'other';
  if (derivedKeys.has(key)) return caller.kind !== 'other';
  return caller.kind === 'anonymous' && isAboutPrincipal(key);
}

/** Whether the value of a key, or its absence, follows from the request's principal. */
export const followsFromPrincipal = (key: string, request: AuthorizationRequest): boolean =>
  derivedKeys.has(key.toLowerCase()) && isKnown(key.toLowerCase(), readCaller(request));

type Unknowns = { readonly every: boolean; readonly named: ReadonlySet<string> };

function readUnknowns(context: NonNullable<PolicySet['unknown']>['context']): Unknowns {
  const named = Array.isArray(context) ? (context as readonly string[]).map((key) => key.toLowerCase()) : [];
  return { every: context === true, named: new Set(named) };
}

function finder(context: Context, unknowns: Unknowns, caller: Caller): RequestView['find'] {
  return (name) => {
    const key = name.toLowerCase();
    const given = context.get(key);
    if (given !== undefined) return given;
    if (unknowns.named.has(key)) return 'unknown';
    if (unknowns.every && !isKnown(key, caller)) return 'unknown';
    return single(derivedKeys.get(key)?.(caller));
  };
}

/** An ARN has six parts; the last keeps every further colon. */
export function arnParts(text: string): readonly string[] | undefined {
  const arn = readArn(text);
  return arn && ['arn', arn.partition, arn.service, arn.region, arn.accountId, arn.resource];
}

function isBounded({ boundary, unknown }: PolicySet, caller: Caller): Truth {
  if (!hasIdentity(caller)) return false;
  if (boundary !== undefined && boundary.length > 0) return true;
  return unknown?.policies?.includes('boundary') === true ? 'unknown' : false;
}

export function viewOf(request: AuthorizationRequest, policies: PolicySet): RequestView {
  const caller = readCaller(request);
  const action = request.action.toLowerCase();
  return {
    request,
    caller,
    action,
    service: action.slice(0, Math.max(0, action.indexOf(':'))),
    resourceParts: arnParts(request.resource),
    bounded: isBounded(policies, caller),
    find: finder(readContext(request.context), readUnknowns(policies.unknown?.context), caller),
  };
}
