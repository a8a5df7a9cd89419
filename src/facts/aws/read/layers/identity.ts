// Reads the policies of a user or role: inline, managed and through groups, and its permissions boundary. (AWS page: "IAM JSON policy evaluation logic")
import { nameOf } from '../../../../model/arn.ts';
import type { Access } from '../../credentials/access.ts';
import type { OperationName } from '../../operations.ts';
import { isUnread } from '../../outcome.ts';
import type { Desk } from '../desk.ts';
import { policyFrom } from '../documents.ts';
import { textAt } from '../fields.ts';
import { joined, layerOf, nothing, unknownLayer, type LayerRead } from './layer-read.ts';
import { readManaged } from './managed.ts';

type EntityKind = 'User' | 'Role' | 'Group';

/** The calls that list and read what is attached to one kind of entity. */
const calls = {
  User: ['iam:ListUserPolicies', 'iam:GetUserPolicy', 'iam:ListAttachedUserPolicies'],
  Role: ['iam:ListRolePolicies', 'iam:GetRolePolicy', 'iam:ListAttachedRolePolicies'],
  Group: ['iam:ListGroupPolicies', 'iam:GetGroupPolicy', 'iam:ListAttachedGroupPolicies'],
} as const satisfies Record<EntityKind, readonly OperationName[]>;

async function readInline(desk: Desk, access: Access, kind: EntityKind, name: string): Promise<LayerRead> {
  const [list, get] = calls[kind];
  const entity = { [`${kind}Name`]: name };
  const names = await desk.reads.list(access, list, entity, 'PolicyNames');
  if (names.status !== 'present') return layerOf(names, () => []);
  const policies = names.value.map(async (policy) => {
    const answer = await desk.reads.call(access, get, { ...entity, PolicyName: String(policy) });
    return layerOf(answer, (value) => [policyFrom(`${name}/${String(policy)}`, value['PolicyDocument'])]);
  });
  return joined([layerOf(names, () => []), ...(await Promise.all(policies))]);
}

async function readAttached(desk: Desk, access: Access, kind: EntityKind, name: string): Promise<LayerRead> {
  const list = calls[kind][2];
  const attached = await desk.reads.list(access, list, { [`${kind}Name`]: name }, 'AttachedPolicies');
  if (attached.status !== 'present') return layerOf(attached, () => []);
  const arns = attached.value.flatMap((policy) => textAt(policy, 'PolicyArn') ?? []);
  const read = await Promise.all(arns.map((arn) => readManaged(desk, access, arn)));
  return joined([layerOf(attached, () => []), ...read]);
}

async function readGroups(desk: Desk, access: Access, name: string): Promise<LayerRead> {
  const groups = await desk.reads.list(access, 'iam:ListGroupsForUser', { UserName: name }, 'Groups');
  if (groups.status !== 'present') return layerOf(groups, () => []);
  const names = groups.value.flatMap((group) => textAt(group, 'GroupName') ?? []);
  const read = names.flatMap((group) => [
    readInline(desk, access, 'Group', group),
    readAttached(desk, access, 'Group', group),
  ]);
  return joined([layerOf(groups, () => []), ...(await Promise.all(read))]);
}

export interface PrincipalRead {
  readonly identity: LayerRead;
  readonly boundary: LayerRead;
}

/** The access must be in the principal's account. */
export async function readPrincipal(
  desk: Desk,
  access: Access,
  kind: 'User' | 'Role',
  name: string,
): Promise<PrincipalRead> {
  const [boundary, ...parts] = await Promise.all([
    readBoundary(desk, access, kind, name),
    readInline(desk, access, kind, name),
    readAttached(desk, access, kind, name),
    ...(kind === 'User' ? [readGroups(desk, access, name)] : []),
  ]);
  return { identity: joined(parts), boundary };
}

async function readBoundary(desk: Desk, access: Access, kind: 'User' | 'Role', name: string): Promise<LayerRead> {
  const entity = await desk.reads.call(access, `iam:Get${kind}`, { [`${kind}Name`]: name });
  if (isUnread(entity)) return unknownLayer(entity);
  if (entity.status !== 'present') return { ...nothing, operations: [entity.operation], readAt: entity.readAt };
  const arn = textAt(entity.value, kind, 'PermissionsBoundary', 'PermissionsBoundaryArn');
  const record = layerOf(entity, () => []);
  if (arn === undefined) return record;
  const { unread, ...boundary } = await readManaged(desk, access, arn);
  const hint = (nameOf(arn) ?? arn) as string;
  return joined([record, { ...boundary, unread: unread.map((gap) => ({ ...gap, why: withHint(gap.why, hint) })) }]);
}

/** That there is a boundary is known even where its document is not. */
const withHint = <Why extends { readonly detail?: string }>(why: Why, hint: string): Why => ({
  ...why,
  detail: why.detail === undefined ? hint : `${hint}: ${why.detail}`,
});
