// Reads every policy layer that bears on one denial, side by side.
import { accountOf, nameOf, policySourceOf, principalKindOf } from '../../../../model/arn.ts';
import { isAssume } from '../../../policies/evaluated.ts';
import type { Access } from '../../credentials/access.ts';
import type { Unread } from '../../outcome.ts';
import type { CapturedLayers } from './captured.ts';
import { accessIn, type Desk } from '../desk.ts';
import { textAt } from '../fields.ts';
import { readPrincipal, type PrincipalRead } from './identity.ts';
import { notAsked, nothing, unknownLayer, type LayerRead, type LevelsRead } from './layer-read.ts';
import { organizationOf, readControls, simulatedByOrganization } from './organization.ts';
import { readResource, type ResourceRead } from './resource.ts';
import { readSession } from './session.ts';
import type { Subject } from '../subject.ts';
import { readTrust } from './trust.ts';
import { endpointIdIn, readVpcEndpoint } from './vpc-endpoint.ts';

export interface LayersRead extends PrincipalRead {
  readonly session: LayerRead;
  /** For a call that assumes a role, its trust policy. */
  readonly resource: ResourceRead;
  readonly scp: LevelsRead;
  readonly rcp: LevelsRead;
  readonly vpcEndpoint: LayerRead;
  readonly managementAccountId?: string;
  /** The role behind a session, with its path. */
  readonly principalRoleArn?: string;
}

export async function readLayers(desk: Desk, subject: Subject): Promise<LayersRead> {
  const { principal, action, resource, ownerId, callerArn, texts } = subject;
  const owned = readOwned(desk, subject);
  const organization = organizationAccess(desk);
  const [own, session, target, scp, rcp, vpcEndpoint, managed, role] = await Promise.all([
    readOwn(desk, principal),
    principal === undefined ? unknownLayer(notAsked('caller-unknown')) : readSession(desk, principal, callerArn),
    owned,
    readControls(desk, organization, 'scp', principal === undefined ? undefined : accountOf(principal)),
    owned.then((read) =>
      readControls(desk, organization, 'rcp', rcpAccount(read.ownerId ?? ownerId, principal, resource)),
    ),
    readVpcEndpoint(desk, endpointIdIn(texts)),
    organizationOf(desk, organization),
    principal === undefined || principalKindOf(principal) !== 'assumedRole' ? undefined : roleOf(desk, principal),
  ]);
  return {
    ...own,
    ...{ session, resource: target, rcp, vpcEndpoint },
    scp: await withSimulation(desk, scp, principal, action, resource),
    ...(managed.status === 'present' ? { managementAccountId: managed.value.managementAccountId } : {}),
    ...(role === undefined ? {} : { principalRoleArn: role }),
  };
}

/** What AWS captured with the request stands in place of what was read now. */
export function withCaptured(read: LayersRead, captured: CapturedLayers): LayersRead {
  const { resource, ...layers } = captured;
  return {
    ...read,
    ...(layers as Partial<LayersRead>),
    resource: resource === undefined ? read.resource : { ...read.resource, layer: resource as LayerRead },
  };
}

const organizationAccess = ({ accesses }: Desk): Access => {
  const access = accesses.find(({ role }) => role === 'organization') ?? accesses[0];
  if (access === undefined) throw new Error('nobody to read as');
  return access;
};

/** A call on no resource in particular stays in the caller's account. */
const rcpAccount = (owner: string | undefined, principal = '', resource = ''): string | undefined =>
  owner ?? (resource === '*' ? accountOf(principal) : undefined);

export async function readOwned(desk: Desk, { action, resource, ownerId }: Subject): Promise<ResourceRead> {
  if (action === undefined || !isAssume(action)) return readResource(desk, action, resource, ownerId);
  const { layer, exists } = await readTrust(desk, resource);
  return { layer, ...(exists === undefined ? {} : { exists }) };
}

async function readOwn(desk: Desk, principal: string | undefined): Promise<PrincipalRead> {
  const unread = (why: Unread) => ({ identity: unknownLayer(why), boundary: unknownLayer(why) });
  if (principal === undefined) return unread(notAsked('caller-unknown'));
  const kind = principalKindOf(principal);
  if (kind === 'root') {
    const layer = { ...nothing, absentBecause: 'root-user' };
    return { identity: layer, boundary: layer };
  }
  const [accountId, name] = [accountOf(principal), nameOf(policySourceOf(principal) ?? '')];
  if (accountId === undefined || name === undefined)
    return unread({ status: 'not-retrievable', why: { code: 'no-own-policies', detail: principal } });
  const access = await accessIn(desk, accountId);
  if (access === undefined) return unread(notAsked('other-account', accountId));
  return readPrincipal(desk, access, kind === 'user' ? 'User' : 'Role', name);
}

/** Where the organization may not be read, the simulator at least says whether it stands in the way. */
async function withSimulation(
  desk: Desk,
  scp: LevelsRead,
  principal: string | undefined,
  action: string | undefined,
  resource: string | undefined,
): Promise<LevelsRead> {
  const accountId = principal === undefined ? undefined : accountOf(principal);
  if (scp.unread.length === 0 || principal === undefined || accountId === undefined || action === undefined) return scp;
  const access = await accessIn(desk, accountId);
  const source = access === undefined ? undefined : await sourceArn(desk, access, principal);
  if (access === undefined || source === undefined) return scp;
  const isAllowed = await simulatedByOrganization(desk, access, source, action, resource);
  if (isAllowed === undefined) return scp;
  const code = isAllowed ? 'simulator-allows' : 'simulator-denies';
  return { ...scp, unread: scp.unread.map((gap) => ({ ...gap, why: { ...gap.why, code } })) };
}

async function roleOf(desk: Desk, session: string): Promise<string | undefined> {
  const access = await accessIn(desk, accountOf(session) ?? '');
  return access === undefined ? undefined : sourceArn(desk, access, session);
}

/** The simulator wants the role itself with its path, which the ARN of a session lacks. */
async function sourceArn(desk: Desk, access: Access, principal: string): Promise<string | undefined> {
  const source = policySourceOf(principal);
  if (source === undefined || source === principal) return source;
  const role = await desk.reads.call(access, 'iam:GetRole', { RoleName: nameOf(source) ?? '' });
  return role.status === 'present' ? textAt(role.value, 'Role', 'Arn') : undefined;
}
