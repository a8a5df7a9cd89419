// Turns a request's principal into the caller: what kind it is, its account, and the role or user behind a session. (AWS page: "AWS JSON policy elements: Principal")
import { accountOf, type Arn, principalKindOf, readArn } from '../../model/arn.ts';
import type { AuthorizationRequest } from '../../model/policy.ts';

export type CallerKind =
  'user' | 'session' | 'role' | 'federatedUser' | 'root' | 'service' | 'provider' | 'anonymous' | 'other';

export interface Caller {
  readonly kind: CallerKind;
  readonly principal: string;
  readonly account: string | undefined;
  readonly partition: string | undefined;
  /** The user who federated, for a federated user; the user itself, for a user. */
  readonly userArn: string | undefined;
  /** The session's role; a session ARN lacks the role's path. */
  readonly roleArn: string | undefined;
  readonly rolePathKnown: boolean;
}

const identityKinds: ReadonlySet<CallerKind> = new Set(['user', 'session', 'role', 'federatedUser', 'other']);

/** Callers that identity policies and boundaries are attached to. */
export const hasIdentity = (caller: Caller): boolean => identityKinds.has(caller.kind);

/** Roles that AWS services own; control policies do not restrict them. */
export const isServiceLinked = (caller: Caller): boolean =>
  caller.roleArn?.includes(':role/aws-service-role/') ?? false;

const kinds = {
  user: 'user',
  assumedRole: 'session',
  role: 'role',
  federatedUser: 'federatedUser',
  root: 'root',
  service: 'service',
  anonymous: 'anonymous',
} as const;

function kindOf(request: AuthorizationRequest, arn: Arn | undefined): CallerKind {
  const { principal, action } = request;
  if (arn === undefined && /^sts:assumerolewith(saml|webidentity)$/i.test(action)) return 'provider';
  const [type = ''] = arn?.resource.split('/') ?? [];
  if (type === 'oidc-provider' || type === 'saml-provider') return 'provider';
  const kind = principalKindOf(principal, arn);
  if (kind !== undefined) return kinds[kind];
  return arn === undefined && request.principalAccount === null ? 'service' : 'other';
}

function roleOf(request: AuthorizationRequest, arn: Arn | undefined, kind: CallerKind): string | undefined {
  if (request.principalRoleArn !== undefined) return request.principalRoleArn;
  if (kind === 'role') return request.principal;
  if (kind !== 'session' || arn === undefined) return undefined;
  return `arn:${arn.partition}:iam::${arn.accountId}:role/${arn.resource.split('/')[1] ?? ''}`;
}

export function readCaller(request: AuthorizationRequest): Caller {
  const { principal } = request;
  const arn = readArn(principal);
  const kind = kindOf(request, arn);
  const member = kind !== 'service' && kind !== 'anonymous';
  return {
    kind,
    principal,
    account: member ? (request.principalAccount ?? accountOf(principal)) : undefined,
    partition: arn?.partition,
    userArn: kind === 'user' ? principal : request.principalUserArn,
    roleArn: roleOf(request, arn, kind),
    rolePathKnown: kind !== 'session' || request.principalRoleArn !== undefined,
  };
}
