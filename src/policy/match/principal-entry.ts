// Turns one entry of a Principal element into what it names, and says how far it reaches a caller. (AWS page: "AWS JSON policy elements: Principal")
import { accountOf, readArn } from '../../model/arn.ts';
import type { WarningCode } from '../../model/policy-codes.ts';
import type { GrantLevel } from '../../model/policy.ts';
import type { Caller } from './caller.ts';

export type EntryKind =
  | 'everyone'
  | 'account'
  | 'user'
  | 'role'
  | 'session'
  | 'federatedUser'
  | 'service'
  | 'provider'
  | 'canonicalUser'
  | 'deletedId'
  | 'invalid';

export interface PrincipalEntry {
  readonly kind: EntryKind;
  readonly source: string;
  readonly account: string | undefined;
  readonly partition: string | undefined;
  /** A wildcard inside an ARN: such an entry names nobody. */
  readonly wildcard: boolean;
}

const arnKinds: Readonly<Record<string, EntryKind>> = {
  'iam/user': 'user',
  'iam/role': 'role',
  'sts/assumed-role': 'session',
  'sts/federated-user': 'federatedUser',
};

/** Unique ids stay behind when a user or role is deleted; a new one of the same name has another id. */
const uniqueId = /^(AROA|AIDA|AGPA|AIPA)[A-Z0-9]{12,}$/;

function awsKind(source: string): EntryKind {
  if (source === '*') return 'everyone';
  if (/^\d{12}$/.test(source)) return 'account';
  if (uniqueId.test(source)) return 'deletedId';
  const arn = readArn(source);
  if (arn === undefined || /[*?]/.test(source)) return 'invalid';
  if (arn.service === 'iam' && arn.resource === 'root') return 'account';
  return arnKinds[`${arn.service}/${arn.resource.split('/')[0] ?? ''}`] ?? 'invalid';
}

const kindsByField = {
  AWS: awsKind,
  Service: () => 'service',
  Federated: () => 'provider',
  CanonicalUser: () => 'canonicalUser',
} as const satisfies Readonly<Record<string, (source: string) => EntryKind>>;
export type PrincipalField = keyof typeof kindsByField;

export const principalFields = Object.keys(kindsByField) as readonly PrincipalField[];

export const compileEntry = (field: PrincipalField, source: string): PrincipalEntry => ({
  kind: kindsByField[field](source),
  source,
  account: /^\d{12}$/.test(source) ? source : accountOf(source),
  partition: readArn(source)?.partition,
  wildcard: source !== '*' && /[*?]/.test(source),
});

export interface Reach {
  readonly level: GrantLevel | undefined;
  readonly doubt?: WarningCode;
}

const unreached: Reach = { level: undefined };
const reaches = (level: GrantLevel, yes: boolean): Reach => (yes ? { level } : unreached);

function reachOfAccount(entry: PrincipalEntry, caller: Caller): Reach {
  const member = caller.kind !== 'provider' && caller.account !== undefined && caller.account === entry.account;
  const { partition } = entry;
  if (!member || (partition !== undefined && caller.partition !== undefined && partition !== caller.partition))
    return unreached;
  return { level: caller.kind === 'root' ? 'direct' : 'account' };
}

const roleName = (arn: string): string => {
  const parts = readArn(arn);
  return parts === undefined ? arn : `${parts.partition}:${parts.accountId}:${parts.resource.split('/').at(-1) ?? ''}`;
};

/** Role names are unique in an account, so a session's role is known by name even where its path is not. */
function reachOfRole(entry: PrincipalEntry, caller: Caller): Reach {
  const { roleArn } = caller;
  if (roleArn === undefined || (caller.kind !== 'session' && caller.kind !== 'role')) return unreached;
  if (roleArn === entry.source) return { level: 'base' };
  if (caller.rolePathKnown || roleName(roleArn) !== roleName(entry.source)) return unreached;
  return { level: 'base', doubt: 'principal.role-path-assumed' };
}

const isCallerOf = (entry: PrincipalEntry, caller: Caller) => entry.source === caller.principal;

const reachByKind: Readonly<Record<EntryKind, (entry: PrincipalEntry, caller: Caller) => Reach>> = {
  everyone: (_entry, caller) =>
    caller.kind === 'service' ? { level: 'direct', doubt: 'principal.star-and-service' } : { level: 'direct' },
  account: reachOfAccount,
  user: (entry, caller) =>
    caller.kind === 'federatedUser'
      ? reaches('base', caller.userArn === entry.source)
      : reaches('direct', isCallerOf(entry, caller)),
  role: reachOfRole,
  session: (entry, caller) => reaches('direct', isCallerOf(entry, caller)),
  federatedUser: (entry, caller) => reaches('direct', isCallerOf(entry, caller)),
  service: (entry, caller) =>
    reaches('direct', isCallerOf(entry, caller) || (entry.source === '*' && caller.kind === 'service')),
  provider: (entry, caller) =>
    reaches('direct', isCallerOf(entry, caller) || (entry.source === '*' && caller.kind === 'provider')),
  canonicalUser: (entry, caller) => ({
    ...reaches('direct', isCallerOf(entry, caller)),
    ...(caller.kind === 'service' || caller.kind === 'provider' ? {} : { doubt: 'principal.canonical-user' }),
  }),
  deletedId: () => unreached,
  invalid: () => unreached,
};

export const reachOf = (entry: PrincipalEntry, caller: Caller): Reach => reachByKind[entry.kind](entry, caller);
