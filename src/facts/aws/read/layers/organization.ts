// Reads service and resource control policies level by level, from the root of the organization to one account. (AWS page: "SCP evaluation")
import type { NamedPolicy } from '../../../../model/policy.ts';
import type { Access } from '../../credentials/access.ts';
import { isUnread, type Answer } from '../../outcome.ts';
import { accountOfAccess, type Desk } from '../desk.ts';
import { policyFrom } from '../documents.ts';
import { at, eachAt, textAt } from '../fields.ts';
import { joined, layerOf, leveled, notAsked, unknownLayer, type LayerRead, type LevelsRead } from './layer-read.ts';

export const controlKinds = { scp: 'SERVICE_CONTROL_POLICY', rcp: 'RESOURCE_CONTROL_POLICY' } as const;
export type ControlKind = keyof typeof controlKinds;

export interface Organization {
  readonly managementAccountId: string;
}

const signals = { absent: ['AWSOrganizationsNotInUseException'] };

/** Absent: the account of these credentials is in no organization. */
export async function organizationOf({ reads }: Desk, access: Access): Promise<Answer<Organization>> {
  const answer = await reads.call(access, 'organizations:DescribeOrganization', {}, { signals });
  if (answer.status !== 'present') return answer;
  const managementAccountId = textAt(answer.value, 'Organization', 'MasterAccountId');
  if (managementAccountId !== undefined) return { ...answer, value: { managementAccountId } };
  return { status: 'unreachable', why: { code: 'not-aws' }, operation: answer.operation };
}

const noLevels = (layer: LayerRead): LevelsRead => ({
  ...leveled([layer]),
  levels: [],
  ...(layer.absentBecause === undefined ? {} : { absentBecause: layer.absentBecause }),
});

export async function readControls(
  desk: Desk,
  access: Access,
  kind: ControlKind,
  accountId: string | undefined,
): Promise<LevelsRead> {
  if (accountId === undefined) return noLevels(unknownLayer(notAsked('account-unknown')));
  const organization = await organizationOf(desk, access);
  if (organization.status === 'absent') {
    if ((await accountOfAccess(desk, access)) !== accountId)
      return noLevels(unknownLayer(notAsked('other-account', accountId)));
    return noLevels({ ...layerOf(organization, () => []), absentBecause: 'no-organization' });
  }
  if (organization.status === 'present' && organization.value.managementAccountId === accountId)
    return noLevels({ ...layerOf(organization, () => []), absentBecause: 'management-account' });
  const path = await pathTo(desk, access, accountId);
  if (isUnread(path) || path.status === 'absent') return noLevels(layerOf(path, () => []));
  const enabled = await isEnabled(desk, access, kind);
  if (enabled.status === 'present' && !enabled.value)
    return noLevels({ ...layerOf(enabled, () => []), absentBecause: 'type-not-enabled' });
  return leveled(await Promise.all(path.value.map((target) => readLevel(desk, access, kind, target))));
}

const deepest = 8;

/** From the root down: each target's id. */
async function pathTo({ reads }: Desk, access: Access, accountId: string): Promise<Answer<readonly string[]>> {
  const path = [accountId];
  for (let depth = 0; depth < deepest; depth += 1) {
    const parents = await reads.list(access, 'organizations:ListParents', { ChildId: path[0] ?? '' }, 'Parents');
    if (parents.status !== 'present') return parents;
    const [id, type] = [textAt(parents.value[0], 'Id'), textAt(parents.value[0], 'Type')];
    if (id === undefined) break;
    path.unshift(id);
    if (type === 'ROOT') return { ...parents, value: path };
  }
  return { status: 'not-retrievable', why: { code: 'no-path' }, operation: 'organizations:ListParents' };
}

async function isEnabled({ reads }: Desk, access: Access, kind: ControlKind): Promise<Answer<boolean>> {
  const roots = await reads.list(access, 'organizations:ListRoots', {}, 'Roots');
  if (roots.status !== 'present') return roots;
  const types = eachAt(roots.value, ['*', 'PolicyTypes', '*']);
  const value = types.some((type) => at(type, 'Type') === controlKinds[kind] && at(type, 'Status') === 'ENABLED');
  return { ...roots, value };
}

async function readLevel(desk: Desk, access: Access, kind: ControlKind, target: string): Promise<LayerRead> {
  const input = { TargetId: target, Filter: controlKinds[kind] };
  const list = await desk.reads.list(access, 'organizations:ListPoliciesForTarget', input, 'Policies');
  if (list.status !== 'present') return layerOf(list, () => []);
  const policies = list.value.map(async (summary) => {
    const id = textAt(summary, 'Id') ?? '';
    const answer = await desk.reads.call(access, 'organizations:DescribePolicy', { PolicyId: id });
    return layerOf(answer, (value): readonly NamedPolicy[] => [
      policyFrom(textAt(summary, 'Name') ?? id, at(value, 'Policy', 'Content')),
    ]);
  });
  return joined([layerOf(list, () => []), ...(await Promise.all(policies))]);
}

/** Whether AWS's simulator finds the organization in the way; a hint for who may not read the policies themselves. */
export async function simulatedByOrganization(
  { reads }: Desk,
  access: Access,
  source: string,
  action: string,
  resource: string | undefined,
): Promise<boolean | undefined> {
  const answer = await reads.call(access, 'iam:SimulatePrincipalPolicy', {
    PolicySourceArn: source,
    ActionNames: [action],
    ...(resource === undefined ? {} : { ResourceArns: [resource] }),
  });
  if (answer.status !== 'present') return undefined;
  const results = eachAt(answer.value, [
    'EvaluationResults',
    '*',
    'OrganizationsDecisionDetail',
    'AllowedByOrganizations',
  ]);
  return results.length === 0 ? undefined : results.every((result) => result === true || result === 'true');
}
