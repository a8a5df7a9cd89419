// Matches a request against one statement: every element is looked at, and each that does not hold says why.
import type { WarningCode } from '../../model/policy-codes.ts';
import type { ElementResult, Reason, StatementTrace, Truth } from '../../model/policy.ts';
import { matchCondition } from '../condition/condition.ts';
import type { Statement } from '../parse/statement.ts';
import { and } from '../truth.ts';
import { matchAction } from './action.ts';
import type { ElementMatch } from './element.ts';
import { matchPrincipal, type PrincipalMatch } from './principal.ts';
import type { RequestView } from './request.ts';
import { matchResource } from './resource.ts';

export interface MatchedStatement {
  readonly statement: Statement;
  readonly trace: StatementTrace;
  /** Whether it matches when unclear points may be read either way. */
  readonly loose: Truth;
  /** It reaches the caller through `*` alone, without a condition on aws:PrincipalArn. */
  readonly throughStar: boolean;
  readonly warnings: readonly WarningCode[];
}

interface Elements {
  readonly action: ElementMatch;
  readonly resource: ElementMatch | undefined;
  readonly principal: PrincipalMatch | undefined;
  readonly condition: ElementMatch | undefined;
}

const resultOf = (match: ElementMatch | undefined): ElementResult => (match === undefined ? null : match.result);

function gather<Key extends 'reasons' | 'warnings'>(
  elements: Elements,
  key: Key,
): readonly ElementMatch[Key][number][] {
  const { action, resource, principal, condition } = elements;
  let found: readonly ElementMatch[Key][number][] = action[key];
  for (const match of [resource, principal, condition]) {
    if (match === undefined || match[key].length === 0) continue;
    found = found.length === 0 ? match[key] : [...found, ...match[key]];
  }
  return found;
}

const allOf = (action: Truth, resource: Truth, principal: Truth, condition: Truth): Truth =>
  and(and(action, resource), and(principal, condition));

const matchesOf = ({ action, resource, principal, condition }: Elements): Truth =>
  allOf(action.result, resource?.result ?? true, principal?.result ?? true, condition?.result ?? true);

const looselyOf = ({ action, resource, principal, condition }: Elements): Truth =>
  allOf(action.loose, resource?.loose ?? true, principal?.loose ?? true, condition?.loose ?? true);

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

function traceOf(statement: Statement, elements: Elements, reasons: readonly Reason[]): StatementTrace {
  const { place, sid } = statement;
  const trace: Mutable<StatementTrace> = {
    type: place.type,
    policy: place.policy,
    index: statement.index,
    effect: statement.effect,
    action: elements.action.result,
    resource: resultOf(elements.resource),
    principal: resultOf(elements.principal),
    condition: resultOf(elements.condition),
    matches: matchesOf(elements),
    reasons,
    position: statement.position,
  };
  if (place.level !== undefined) trace.level = place.level;
  if (sid !== undefined) trace.sid = sid;
  if (elements.principal?.reach !== undefined) trace.reach = elements.principal.reach;
  return trace;
}

function isThroughStar(statement: Statement, elements: Elements): boolean {
  const { principal, tests } = statement;
  if (principal === undefined || elements.principal?.reach !== 'direct') return false;
  const star = principal.entries.some((entry) => entry.kind === 'everyone') && principal.entries.length === 1;
  return star && !tests.some((test) => test.key.toLowerCase() === 'aws:principalarn');
}

export function matchStatement(statement: Statement, view: RequestView): MatchedStatement {
  const { resource, principal, tests } = statement;
  const elements: Elements = {
    action: matchAction(statement.action, view),
    resource: resource && matchResource(resource, view),
    principal: principal && matchPrincipal(principal, view),
    condition: tests.length === 0 ? undefined : matchCondition(tests, view),
  };
  const warnings = gather(elements, 'warnings');
  const trace = traceOf(statement, elements, gather(elements, 'reasons'));
  return {
    statement,
    trace,
    loose: warnings.length === 0 ? trace.matches : looselyOf(elements),
    throughStar: isThroughStar(statement, elements),
    warnings,
  };
}
