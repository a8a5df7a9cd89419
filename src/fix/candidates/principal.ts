// Candidates for an Allow statement of a resource's policy that misses the request by its Principal alone: the caller is named, in place of an entry that can reach nobody. (AWS page: "AWS JSON policy elements: Principal")
import { nameOf, readArn, type Arn } from '../../model/arn.ts';
import type { ReasonCode } from '../../model/policy-codes.ts';
import type { Candidate, Situation } from './candidate.ts';
import { isRow, textsOf } from '../document/plain.ts';
import type { Near } from './near.ts';
import { audienceIn, avoidOf, isKey, ownerOf } from './owner.ts';
import { namedCaller, namedResource } from './statement.ts';

/** Names are unique in an account, so what differs only in path or case is nobody. */
const reachNobody: ReadonlySet<ReasonCode> = new Set([
  'principal.deleted-id',
  'principal.wildcard-in-arn',
  'principal.path',
  'principal.case',
]);

const isDead = (entry: string, name: string): boolean =>
  /^(?:AROA|AIDA)[A-Z0-9]{12,}$/.test(entry) || (entry !== '*' && /[*?]/.test(entry)) || isMisspelt(entry, name);

/** The same kind of identity of the same account under the same name, with another path or case: that of another account lives. */
function isMisspelt(entry: string, name: string): boolean {
  const [given, meant] = [readArn(entry), readArn(name)];
  if (given === undefined || meant === undefined || entry === name) return false;
  const kindOf = ({ resource }: Arn): string | undefined => resource.split('/')[0];
  const same = (left: string | undefined, right: string | undefined) => left?.toLowerCase() === right?.toLowerCase();
  return given.accountId === meant.accountId && kindOf(given) === kindOf(meant) && same(nameOf(entry), nameOf(name));
}

const oneOrMany = (texts: readonly string[]): string | readonly string[] =>
  texts.length === 1 ? (texts[0] ?? '') : texts;

export function correctedPrincipal(situation: Situation, { key, trace, statement, miss }: Near): readonly Candidate[] {
  const { request, caller, obstacle } = situation;
  const named = namedCaller(caller);
  const { Principal: before } = statement;
  if (named === undefined || !isRow(before)) return [];
  const entries = textsOf(before[named.field]);
  const isWrong = miss.reasons.some(({ code }) => reachNobody.has(code));
  const kept = isWrong ? entries.filter((entry) => !isDead(entry, named.name)) : entries;
  const Principal = { ...before, [named.field]: oneOrMany([...kept, named.name]) };
  const isReplaced = kept.length < entries.length;
  return [
    {
      code: isReplaced ? 'correct-principal' : 'add-principal',
      kind: 'grant',
      owner: ownerOf(obstacle.type, request),
      type: obstacle.type,
      statement: trace.index,
      change: { key, edit: { statements: [{ index: trace.index, set: { Principal } }], append: [] } },
      grants: {
        actions: textsOf(statement.Action),
        resources: resourcesOf(situation, statement.Resource),
        principals: audienceIn('resource', { Principal: { [named.field]: named.name } }),
      },
      avoid: avoidOf(obstacle.type, request),
      ...(isReplaced ? { isCorrection: true } : {}),
    },
  ];
}

/** A trust policy and a key policy stand for their own resource. */
function resourcesOf({ request }: Situation, named: unknown): readonly string[] {
  const texts = textsOf(named);
  return texts.length === 0 || isKey(request) ? [namedResource(request)] : texts;
}
