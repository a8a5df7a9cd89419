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

const nothing: readonly never[] = [];

function gather<Item>(elements: Elements, pick: (match: ElementMatch) => readonly Item[]): readonly Item[] {
  let found: readonly Item[] = nothing;
  for (const match of [elements.action, elements.resource, elements.principal, elements.condition]) {
    const items = match === undefined ? nothing : pick(match);
    if (items.length > 0) found = found.length === 0 ? items : [...found, ...items];
  }
  return found;
}

function combine(elements: Elements, pick: (match: ElementMatch) => Truth): Truth {
  let result = pick(elements.action);
  if (elements.resource !== undefined) result = and(result, pick(elements.resource));
  if (elements.principal !== undefined) result = and(result, pick(elements.principal));
  return elements.condition === undefined ? result : and(result, pick(elements.condition));
}

function traceOf(statement: Statement, elements: Elements, reasons: readonly Reason[]): StatementTrace {
  const { place, sid } = statement;
  const reach = elements.principal?.reach;
  return {
    type: place.type,
    ...(place.level === undefined ? undefined : { level: place.level }),
    policy: place.policy,
    index: statement.index,
    ...(sid === undefined ? undefined : { sid }),
    effect: statement.effect,
    action: elements.action.result,
    resource: resultOf(elements.resource),
    principal: resultOf(elements.principal),
    condition: resultOf(elements.condition),
    matches: combine(elements, (match) => match.result),
    ...(reach === undefined ? undefined : { reach }),
    reasons,
    position: statement.position,
  };
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
  const warnings = gather(elements, (match) => match.warnings);
  const trace = traceOf(
    statement,
    elements,
    gather(elements, (match) => match.reasons),
  );
  return {
    statement,
    trace,
    loose: warnings.length === 0 ? trace.matches : combine(elements, (match) => match.loose),
    throughStar: isThroughStar(statement, elements),
    warnings,
  };
}
