// Matches a request's caller against Principal or NotPrincipal. (AWS pages: "AWS JSON policy elements: Principal", "NotPrincipal")
import { readArn } from '../../model/arn.ts';
import type { ReasonCode, WarningCode } from '../../model/policy-codes.ts';
import type { EvaluatedType, GrantLevel, PolicyPosition, Reason } from '../../model/policy.ts';
import type { Caller } from './caller.ts';
import { doubtful, type ElementMatch, fails, holds } from './element.ts';
import { type PrincipalEntry, reachOf } from './principal-entry.ts';
import type { RequestView } from './request.ts';

export interface PrincipalElement {
  readonly negated: boolean;
  readonly type: EvaluatedType;
  readonly sources: readonly string[];
  readonly entries: readonly PrincipalEntry[];
  readonly position: PolicyPosition;
}

export interface PrincipalMatch extends ElementMatch {
  readonly reach?: GrantLevel;
}

/** From the farthest miss to the nearest. */
const principalCodes = [
  'principal.other-kind',
  'principal.other-account',
  'principal.wildcard-in-arn',
  'principal.other-name',
  'principal.deleted-id',
  'principal.path',
  'principal.case',
  'principal.other-session',
] as const satisfies readonly ReasonCode[];

const lastName = (arn: string): string | undefined => arn.split('/').at(-1);

function arnDifference(entry: PrincipalEntry, caller: Caller): (typeof principalCodes)[number] {
  if (entry.source.toLowerCase() === (caller.roleArn ?? caller.principal).toLowerCase()) return 'principal.case';
  if (entry.account !== caller.account) return 'principal.other-account';
  if (entry.kind === 'role' && caller.roleArn !== undefined)
    return lastName(entry.source) === lastName(caller.roleArn) ? 'principal.path' : 'principal.other-name';
  const sameRole = readArn(entry.source)?.resource.split('/')[1] === readArn(caller.principal)?.resource.split('/')[1];
  return entry.kind === 'session' && caller.kind === 'session' && sameRole
    ? 'principal.other-session'
    : 'principal.other-name';
}

function differenceOf(entry: PrincipalEntry, caller: Caller): (typeof principalCodes)[number] {
  if (entry.kind === 'deletedId') return 'principal.deleted-id';
  if (entry.wildcard) return 'principal.wildcard-in-arn';
  if (entry.kind === 'service' || entry.kind === 'provider')
    return entry.kind === caller.kind ? 'principal.other-name' : 'principal.other-kind';
  if (caller.account === undefined || caller.kind === 'provider') return 'principal.other-kind';
  return entry.kind === 'account' ? 'principal.other-account' : arnDifference(entry, caller);
}

function reason(element: PrincipalElement, caller: Caller): Reason {
  let nearest = 0;
  for (const entry of element.entries) nearest = Math.max(nearest, principalCodes.indexOf(differenceOf(entry, caller)));
  return {
    element: 'principal',
    code: element.negated ? 'principal.excluded' : (principalCodes[nearest] ?? 'principal.other-kind'),
    wanted: element.sources,
    actual: [caller.principal],
    position: element.position,
  };
}

const strength: Readonly<Record<GrantLevel, number>> = { direct: 3, base: 2, account: 1 };

interface Best {
  readonly level: GrantLevel | undefined;
  readonly doubt: WarningCode | undefined;
}

/** The strongest way in which any entry reaches the caller. */
function bestReach(entries: readonly PrincipalEntry[], caller: Caller): Best {
  let level: GrantLevel | undefined;
  let doubt: WarningCode | undefined;
  for (const entry of entries) {
    const reach = reachOf(entry, caller);
    const stronger = reach.level !== undefined && (level === undefined || strength[reach.level] > strength[level]);
    if (stronger) level = reach.level;
    if (stronger || (level === undefined && reach.doubt !== undefined)) doubt = reach.doubt;
  }
  return { level, doubt };
}

/** A gateway endpoint's policy takes an account for its root user alone; an interface endpoint's does not. */
const isGatewayService = (view: RequestView): boolean => view.service === 's3' || view.service === 'dynamodb';

export function matchPrincipal(element: PrincipalElement, view: RequestView): PrincipalMatch {
  if (element.negated) return boundedOrSpared(matchNotPrincipal(element, view.caller), element, view);
  const { level, doubt } = bestReach(element.entries, view.caller);
  const match = level === undefined ? fails(reason(element, view.caller)) : holds;
  const viaAccount = level === 'account' && element.type === 'vpcEndpoint' && isGatewayService(view);
  const doubts: WarningCode[] = viaAccount ? ['vpcEndpoint.account-principal'] : [];
  if (doubt !== undefined) doubts.push(doubt);
  const judged = doubts.length === 0 ? match : doubtful(match, doubts);
  return level === undefined ? judged : { ...judged, reach: level };
}

/** Whether the entries name the caller itself, with all of session and role where there are two. */
function namesCaller(entries: readonly PrincipalEntry[], caller: Caller): { some: boolean; every: boolean } {
  const levels = new Set(entries.filter((entry) => entry.kind !== 'account').map((e) => reachOf(e, caller).level));
  const [direct, base] = [levels.has('direct'), levels.has('base')];
  const twofold = caller.kind === 'session' || caller.kind === 'federatedUser';
  return { some: direct || base, every: twofold ? direct && base : direct || base };
}

/** NotPrincipal spares no caller that has a permissions boundary, listed or not. */
function boundedOrSpared(match: PrincipalMatch, element: PrincipalElement, view: RequestView): PrincipalMatch {
  if (match.result === true && match.loose === true) return match;
  if (view.bounded === true) return holds;
  if (view.bounded === false) return match;
  return fails({ ...reason(element, view.caller), needs: ['policy.boundary'] }, 'unknown');
}

/**
 * The statement spares a caller that is listed together with its account. Listing only one of them is
 * documented as "might deny": read as denying, except for an account listed without any of its members.
 */
function matchNotPrincipal(element: PrincipalElement, caller: Caller): PrincipalMatch {
  if (element.entries.some((entry) => entry.kind === 'everyone')) return fails(reason(element, caller));
  const account = element.entries.some((entry) => entry.kind === 'account' && reachOf(entry, caller).level);
  const members = element.entries.some((entry) => entry.kind !== 'account' && entry.account === caller.account);
  const { some, every } = namesCaller(element.entries, caller);
  const alone = caller.account === undefined || caller.kind === 'provider' || caller.kind === 'root';
  if (alone) return some || account ? fails(reason(element, caller)) : holds;
  if (every && account) return fails(reason(element, caller));
  if (some) return doubtful(holds, ['notPrincipal.incomplete']);
  if (account && !members) return doubtful(fails(reason(element, caller)), ['notPrincipal.incomplete']);
  return holds;
}
