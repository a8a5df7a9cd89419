// Counts what a change opens, from the reference data: how many actions, on how much, to whom, with examples of what else.
import type { AuthorizationRequest } from '../../model/policy.ts';
import type { Breadth, Opening } from '../../model/plan.ts';
import type { Grants } from '../candidates/candidate.ts';
import { actionsIn, fits, isWild } from '../candidates/fit.ts';

function breadthOf(resources: readonly string[]): Breadth {
  if (resources.some((one) => /^\*+$/.test(one))) return 'all';
  return resources.some(isWild) ? 'pattern' : 'one';
}

/** Only actions that can meet one of the resources count. */
function actionsOf({ actions, resources }: Grants): readonly string[] | undefined {
  const found = new Set<string>();
  for (const pattern of actions) {
    const names = actionsIn(pattern);
    if (names === undefined) return undefined;
    const isPlain = names.length === 1;
    for (const name of names) if (isPlain || resources.some((one) => fits(name, one) !== false)) found.add(name);
  }
  return [...found];
}

const mostExamples = 3;

function examplesOf(
  actions: readonly string[] | undefined,
  resources: readonly string[],
  request: AuthorizationRequest,
): Opening['examples'] {
  const others = (actions ?? ['*']).filter((one) => one.toLowerCase() !== request.action.toLowerCase());
  const wide = resources.filter((one) => isWild(one) || one !== request.resource);
  const [on = request.resource] = wide.length > 0 ? wide : resources;
  const sameAction = wide.filter((one) => one !== '*' || request.resource !== '*');
  return [
    ...sameAction.map((resource) => ({ action: request.action, resource })),
    ...others.map((action) => ({ action, resource: on })),
  ].slice(0, mostExamples);
}

export function openingOf(grants: Grants, request: AuthorizationRequest): Opening {
  const actions = actionsOf(grants);
  return {
    ...(actions === undefined ? {} : { actions: actions.length }),
    resources: grants.resources.length === 0 ? 'one' : breadthOf(grants.resources),
    named: grants.resources.length,
    principals: grants.principals,
    examples: grants.actions.length === 0 ? [] : examplesOf(actions, grants.resources, request),
  };
}
