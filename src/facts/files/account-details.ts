// Reads `aws iam get-account-authorization-details`: users with their groups and roles, each with its policies, boundary and trust policy. (AWS page: "GetAccountAuthorizationDetails")
import { isAwsManagedPolicy } from '../../model/arn.ts';
import type { EvaluatedType, NamedPolicy } from '../../model/policy.ts';
import type { AccountDetails, AccountEntity } from '../policies/account.ts';
import { isRow, memberOf, type Row } from './given-file.ts';
import { plainJson } from './policy-text.ts';

const rowsIn = (value: unknown, name: string): readonly Row[] => {
  const list = memberOf(value, name);
  return Array.isArray(list) ? list.filter(isRow) : [];
};

const textIn = (value: unknown, name: string): string | undefined => {
  const text = memberOf(value, name);
  return typeof text === 'string' ? text : undefined;
};

/** Documents of managed policies by ARN, in their default version. */
type Managed = ReadonlyMap<string, unknown>;

export function accountDetailsOf(value: unknown, from: string): AccountDetails {
  const managed: Managed = new Map(rowsIn(value, 'Policies').flatMap(defaultVersion));
  const groups = new Map(
    rowsIn(value, 'GroupDetailList').map((group) => [textIn(group, 'GroupName') ?? '', group] as const),
  );
  const users = rowsIn(value, 'UserDetailList').flatMap((user) => userOf(user, groups, managed));
  const roles = rowsIn(value, 'RoleDetailList').flatMap((role) => roleOf(role, managed));
  return { from, entities: [...users, ...roles] };
}

function defaultVersion(policy: Row): readonly (readonly [string, unknown])[] {
  const arn = textIn(policy, 'Arn');
  const versions = rowsIn(policy, 'PolicyVersionList');
  const wanted = textIn(policy, 'DefaultVersionId');
  const version = versions.find((one) => one.IsDefaultVersion === true || one.VersionId === wanted);
  return arn === undefined || version?.Document === undefined ? [] : [[arn, version.Document]];
}

function userOf(user: Row, groups: ReadonlyMap<string, Row>, managed: Managed): readonly AccountEntity[] {
  const names = memberOf(user, 'GroupList');
  const joined = (Array.isArray(names) ? (names as unknown[]) : []).map((name) => ({
    name: String(name),
    group: groups.get(String(name)),
  }));
  const parts = [
    attached(user, 'UserPolicyList', '', managed),
    ...joined.map(({ name, group }) =>
      group === undefined ? missing : attached(group, 'GroupPolicyList', `group ${name}: `, managed),
    ),
  ];
  return entity(user, parts, managed);
}

function roleOf(role: Row, managed: Managed): readonly AccountEntity[] {
  const document = memberOf(role, 'AssumeRolePolicyDocument');
  const name = `trust policy of ${textIn(role, 'RoleName') ?? 'the role'}`;
  return entity(role, [attached(role, 'RolePolicyList', '', managed)], managed).map((one) =>
    document === undefined ? one : { ...one, trust: named(name, document) },
  );
}

interface Attached {
  readonly policies: readonly NamedPolicy[];
  readonly complete: boolean;
}

const missing: Attached = { policies: [], complete: false };

function entity(row: Row, parts: readonly Attached[], managed: Managed): readonly AccountEntity[] {
  const arn = textIn(row, 'Arn');
  if (arn === undefined) return [];
  const boundary = boundaryOf(row, managed);
  const incomplete: readonly EvaluatedType[] = [
    ...(parts.every(({ complete }) => complete) ? [] : (['identity'] as const)),
    ...(boundary.complete ? [] : (['boundary'] as const)),
  ];
  return [{ arn, identity: parts.flatMap(({ policies }) => policies), boundary: boundary.policies, incomplete }];
}

/** Policies written into the entity, and those attached to it; the latter may stand in the file without their document. */
function attached(row: Row, inlineList: string, prefix: string, managed: Managed): Attached {
  const inline = rowsIn(row, inlineList).map((policy) =>
    named(`${prefix}${textIn(policy, 'PolicyName') ?? 'inline policy'}`, policy.PolicyDocument),
  );
  const found = rowsIn(row, 'AttachedManagedPolicies').map((policy) => {
    const arn = textIn(policy, 'PolicyArn') ?? '';
    const name = `${prefix}${isAwsManagedPolicy(arn) ? arn : (textIn(policy, 'PolicyName') ?? arn)}`;
    return managed.has(arn) ? [named(name, managed.get(arn))] : [];
  });
  return { policies: [...inline, ...found.flat()], complete: found.every((list) => list.length > 0) };
}

function boundaryOf(row: Row, managed: Managed): Attached {
  const boundary = memberOf(row, 'PermissionsBoundary');
  if (boundary === undefined || boundary === null) return { policies: [], complete: true };
  const arn = textIn(boundary, 'PermissionsBoundaryArn') ?? '';
  return managed.has(arn) ? { policies: [named(arn, managed.get(arn))], complete: true } : missing;
}

/** The API hands documents over URL-encoded; decoded, their lines are known. */
function named(name: string, document: unknown): NamedPolicy {
  if (typeof document !== 'string') return { name, policy: document };
  const text = plainJson(document);
  return { name, policy: text, text };
}
