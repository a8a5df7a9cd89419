// Matches a request's action against Action or NotAction: case-insensitive patterns over the whole string. (AWS pages: "IAM JSON policy elements: Action", "NotAction")
import type { PolicyPosition, Reason } from '../../model/policy.ts';
import { type ElementMatch, fails, holds } from './element.ts';
import { type Glob, globOf, matchesGlob } from './glob.ts';
import type { RequestView } from './request.ts';

export interface ActionElement {
  readonly negated: boolean;
  readonly patterns: readonly string[];
  /** In lower case. */
  readonly names: readonly string[];
  readonly globs: readonly Glob[];
  readonly position: PolicyPosition;
}

export const compileAction = (
  negated: boolean,
  patterns: readonly string[],
  position: PolicyPosition,
): ActionElement => {
  const names = patterns.map((pattern) => pattern.toLowerCase());
  return { negated, patterns, names, globs: names.map(globOf), position };
};

function reason(element: ActionElement, view: RequestView): Reason {
  const sameService = element.names.some((name) => name.startsWith(`${view.service}:`));
  return {
    element: 'action',
    code: element.negated ? 'action.excluded' : sameService ? 'action.other-name' : 'action.other-service',
    wanted: element.patterns,
    actual: [view.request.action],
    position: element.position,
  };
}

export function matchAction(element: ActionElement, view: RequestView): ElementMatch {
  let listed = false;
  for (const glob of element.globs) listed ||= matchesGlob(glob, view.action);
  return listed === element.negated ? fails(reason(element, view)) : holds;
}
