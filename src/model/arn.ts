// Reads Amazon Resource Names: six colon-separated parts, the last of which keeps every further colon. (AWS page: "Identify AWS resources with Amazon Resource Names (ARNs)")

export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  /** Empty for resources whose ARN carries no account, such as S3 buckets. */
  readonly accountId: string;
  /** All of the last part, e.g. `role/path/Name`. */
  readonly resource: string;
}

export function readArn(text: string): Arn | undefined {
  if (!text.startsWith('arn:')) return undefined;
  const parts: string[] = [];
  let start = 'arn:'.length;
  for (let end = text.indexOf(':', start); end >= 0 && parts.length < 4; end = text.indexOf(':', start)) {
    parts.push(text.slice(start, end));
    start = end + 1;
  }
  const [partition, service, region, accountId] = parts;
  if (partition === undefined || service === undefined || region === undefined || accountId === undefined)
    return undefined;
  return { partition, service, region, accountId, resource: text.slice(start) };
}

/** The 12-digit account in an ARN, if it carries one. */
export function accountOf(arn: string): string | undefined {
  const account = readArn(arn)?.accountId;
  return account !== undefined && /^\d{12}$/.test(account) ? account : undefined;
}

/** The last path segment of the resource part: `role/team/Deploy` gives `Deploy`. */
export function nameOf(arn: string): string | undefined {
  const resource = readArn(arn)?.resource;
  return resource === undefined ? undefined : resource.split('/').at(-1);
}

/** AWS itself keeps it: it can be replaced, never edited. */
export const isAwsManagedPolicy = (arn: string): boolean => /^arn:[a-z0-9-]+:iam::aws:policy\//.test(arn);

/** What a managed policy is called among others; one that AWS keeps by its whole ARN, which tells it apart. */
export const policyNameOf = (arn: string): string => (isAwsManagedPolicy(arn) ? arn : (nameOf(arn) ?? arn));

/**
 * A role session's role, or the principal itself: simulation and policy commands refuse session ARNs.
 * A session ARN lacks its role's path, so the ARN built for a role with a path misses it.
 */
export function policySourceOf(principal: string): string | undefined {
  const arn = readArn(principal);
  if (arn === undefined) return undefined;
  const [kind, role] = arn.resource.split('/');
  if (arn.service === 'iam' && (kind === 'user' || kind === 'role')) return principal;
  if (arn.service !== 'sts' || kind !== 'assumed-role' || role === undefined || role === '') return undefined;
  return `arn:${arn.partition}:iam::${arn.accountId}:role/${role}`;
}

/**
 * Whether two principals are the same identity; sessions of one role count as that role.
 * Undefined when it cannot be told: a bare name or a masked account is equal text, not an equal identity.
 */
export function sameIdentity(left: string, right: string): boolean | undefined {
  if (accountOf(left) === undefined || accountOf(right) === undefined) return undefined;
  const sources = [policySourceOf(left), policySourceOf(right)];
  if (sources[0] === undefined || sources[1] === undefined) return left === right ? true : undefined;
  return roleKey(sources[0]) === roleKey(sources[1]);
}

// A session ARN carries the role's name without its path, so roles compare by account and name.
function roleKey(source: string): string {
  const arn = readArn(source);
  if (arn === undefined || !arn.resource.startsWith('role/')) return source;
  return `${arn.partition}:${arn.accountId}:role/${nameOf(source)}`;
}

export const principalKinds = ['root', 'user', 'role', 'assumedRole', 'federatedUser', 'service', 'anonymous'] as const;
export type PrincipalKind = (typeof principalKinds)[number];

/** What kind of principal a text names, when its form says so with certainty. */
export function principalKindOf(principal: string, arn = readArn(principal)): PrincipalKind | undefined {
  if (principal === 'anonymous') return 'anonymous';
  if (/^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/.test(principal)) return 'service';
  if (arn === undefined) return undefined;
  if (arn.resource === 'root') return 'root';
  const kind = arn.resource.split('/')[0];
  if (arn.service === 'iam' && (kind === 'user' || kind === 'role')) return kind;
  if (arn.service === 'sts' && kind === 'assumed-role') return 'assumedRole';
  if (arn.service === 'sts' && kind === 'federated-user') return 'federatedUser';
  return undefined;
}
