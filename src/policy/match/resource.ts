// Matches a request's resource against Resource or NotResource. (AWS pages: "IAM JSON policy elements: Resource", "NotResource")
import type { WarningCode } from '../../model/policy-codes.ts';
import type { PolicyPosition, Reason, Truth } from '../../model/policy.ts';
import { not, or } from '../truth.ts';
import { doubtful, type ElementMatch, fails, holds, noted } from './element.ts';
import type { RequestView } from './request.ts';
import { nearestDifference, resolvedPattern } from './resource-difference.ts';
import { matchPattern, type PatternMatch, type ResourcePattern } from './resource-pattern.ts';
import { unknownKeysOf } from './template.ts';

export interface ResourceElement {
  readonly negated: boolean;
  /** An unclear NotResource is read the way that denies. */
  readonly deny: boolean;
  readonly sources: readonly string[];
  readonly patterns: readonly ResourcePattern[];
  readonly notes: readonly WarningCode[];
  readonly position: PolicyPosition;
}

function reason(element: ResourceElement, view: RequestView, result: Truth): Reason {
  const filled = element.patterns.some((pattern) => pattern.last.fixed === undefined);
  const code = result === 'unknown' ? 'variable.unknown' : nearestDifference(element.patterns, view);
  return {
    element: 'resource',
    code: result === false && element.negated ? 'resource.excluded' : code,
    wanted: element.sources,
    actual: [view.request.resource],
    ...(filled ? { resolved: element.patterns.map((pattern) => resolvedPattern(pattern, view)) } : {}),
    ...(result === 'unknown' ? { needs: openKeys(element, view).map((key) => `context.${key}`) } : {}),
    position: element.position,
  };
}

const openKeys = ({ patterns }: ResourceElement, view: RequestView): readonly string[] =>
  patterns.flatMap((pattern) => unknownKeysOf(pattern.last, view));

const truthOf = (match: PatternMatch): Truth => (match.result === 'unknown' ? 'unknown' : match.result === 'yes');

function userCase(element: ResourceElement, match: ElementMatch, view: RequestView): ElementMatch {
  const isUser = view.resourceParts?.[5]?.startsWith('user/') === true && view.resourceParts[2] === 'iam';
  const byCase = isUser && match.reasons.some((item) => item.code === 'resource.case') && !element.negated;
  return byCase ? doubtful(match, ['resource.user-case']) : match;
}

export function matchResource(element: ResourceElement, view: RequestView): ElementMatch {
  let listed: Truth = false;
  let doubt: WarningCode | undefined;
  let wildcardType = false;
  for (const pattern of element.patterns) {
    const match = matchPattern(pattern, view);
    if (match.result === 'yes' && match.doubt === undefined && !pattern.typeWildcard)
      return noted(element.negated ? fails(reason(element, view, false)) : holds, element.notes);
    listed = or(listed, truthOf(match));
    wildcardType ||= pattern.typeWildcard && match.result === 'yes';
    if (match.doubt !== undefined) doubt = match.doubt;
    else if (element.negated && match.result === 'no-value') doubt = 'variable.unresolved-not-resource';
  }
  const notes = wildcardType ? [...element.notes, 'resource.type-wildcard' as const] : element.notes;
  return noted(settle(element, view, listed, doubt), notes);
}

function settle(
  element: ResourceElement,
  view: RequestView,
  listed: Truth,
  doubt: WarningCode | undefined,
): ElementMatch {
  const unresolved = doubt === 'variable.unresolved-not-resource' || doubt === 'variable.before-resource';
  let result = element.negated ? not(listed) : listed;
  if (element.negated && unresolved && result === true) result = element.deny;
  const match = result === true ? holds : fails(reason(element, view, result), result);
  if (doubt !== undefined) return doubtful(match, [doubt]);
  return result === false ? userCase(element, match, view) : match;
}
