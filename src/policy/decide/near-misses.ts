// Ranks the Allow statements that could have granted and did not, by how few elements failed and how nearly.
import type { ReasonCode } from '../../model/policy-codes.ts';
import type { NearMiss, Reason } from '../../model/policy.ts';
import type { MatchedStatement } from '../match/statement.ts';
import type { Outcome } from './outcome.ts';
import type { Outcomes } from './proof.ts';

const limit = 10;

/** Codes of misses that are one word away; the rest count as far. */
const near: ReadonlySet<ReasonCode> = new Set([
  'action.other-name',
  'resource.case',
  'resource.bucket-vs-object',
  'resource.object-vs-bucket',
  'resource.qualifier',
  'resource.only-star',
  'principal.account-only',
  'principal.other-session',
  'principal.path',
  'principal.case',
  'principal.deleted-id',
  'condition.case',
  'condition.star-in-equals',
  'condition.needs-set-operator',
  'condition.key-absent',
  'condition.key-unknown',
  'variable.version',
  'variable.no-value',
]);

/** The action says what a statement is about: missing it is farther than missing anything else. */
const weightOf = (reason: Reason): number => {
  if (reason.code === 'action.other-service') return 100;
  const base = reason.element === 'action' ? 10 : 4;
  return near.has(reason.code) ? base - 2 : base;
};

/** A grant to the account reaches its principals only as far as their own policies do. */
function accountOnly({ statement, trace }: MatchedStatement): Reason[] {
  const { principal } = statement;
  if (trace.reach !== 'account' || principal === undefined || trace.type !== 'resource') return [];
  const code = 'principal.account-only' satisfies ReasonCode;
  return [{ element: 'principal', code, wanted: principal.sources, actual: [], position: principal.position }];
}

function missOf(at: number, matched: MatchedStatement, outcome: Outcome): NearMiss | undefined {
  const { trace } = matched;
  if (trace.effect !== 'Allow') return undefined;
  const reasons = trace.matches === true ? accountOnly(matched) : trace.reasons;
  if (reasons.length === 0 || reasons.some((reason) => reason.code === 'action.other-service')) return undefined;
  const missing = new Set(reasons.map((reason) => reason.element)).size;
  return { statement: at, layer: outcome.name, missing, reasons };
}

const distance = (miss: NearMiss): number => miss.reasons.reduce((sum, reason) => sum + weightOf(reason), 0);

/** Of the layers that are missing an Allow, and of the resource policy, which could grant on its own. */
export function findNearMisses(
  outcomes: Outcomes,
  failing: readonly string[],
  matched: readonly MatchedStatement[],
): NearMiss[] {
  const found: { readonly miss: NearMiss; readonly rank: number }[] = [];
  for (const outcome of Object.values(outcomes)) {
    if (!outcome.applies || (outcome.type !== 'resource' && !failing.includes(outcome.name))) continue;
    for (let at = outcome.first; at < outcome.end; at += 1) {
      const miss = missOf(at, matched[at] as MatchedStatement, outcome);
      if (miss !== undefined) found.push({ miss, rank: miss.missing * 1000 + distance(miss) });
    }
  }
  return found
    .sort((left, right) => left.rank - right.rank || left.miss.statement - right.miss.statement)
    .slice(0, limit)
    .map(({ miss }) => miss);
}
