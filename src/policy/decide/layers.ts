// Says for every layer what it comes to in this request: a layer nothing is needed from, and that does not deny, is not applicable.
import type { DecidingType, LayerTrace, StatementTrace, Truth } from '../../model/policy.ts';
import type { Outcome } from './outcome.ts';
import type { Grant, Outcomes, Proof, Requirement } from './proof.ts';
import { followedPath } from './verdict.ts';

/** The branches something is still needed from: complete paths, else the open ones, else the one to explain. */
function relevantPaths(grant: Grant): readonly Requirement[] {
  if (grant.result !== false) return grant.of.filter((path) => path.result === grant.result);
  const followed = followedPath(grant);
  return followed === undefined ? [] : [followed];
}

interface Needs {
  readonly needed: ReadonlySet<DecidingType>;
  /** Needed only if the branches that are still open fail. */
  readonly perhaps: ReadonlySet<DecidingType>;
}

function layersOf(parts: readonly Requirement[]): ReadonlySet<DecidingType> {
  const layers = new Set<DecidingType>();
  for (const part of parts) for (const { layer } of part.of) layers.add(layer);
  return layers;
}

function neededLayers([, gates, grant]: Proof['of']): Needs {
  const fallBack = grant.result === 'unknown' ? followedPath(grant) : undefined;
  return {
    needed: layersOf([gates, ...relevantPaths(grant)]),
    perhaps: layersOf(fallBack === undefined ? [] : [fallBack]),
  };
}

function decisionOf(outcome: Outcome, { needed, perhaps }: Needs): LayerTrace['decision'] {
  if (outcome.deny === true) return 'explicitDeny';
  if (outcome.deny === 'unknown') return 'unknown';
  const notNeeded = perhaps.has(outcome.name) ? 'unknown' : 'notApplicable';
  const missing = needed.has(outcome.name) ? 'implicitDeny' : notNeeded;
  if (!outcome.applies) return outcome.type === 'scp' || outcome.type === 'vpcEndpoint' ? 'notApplicable' : missing;
  const { allow } = outcome;
  if (allow === 'unknown') return needed.has(outcome.name) ? 'unknown' : notNeeded;
  return allow ? 'allowed' : missing;
}

/** The statements that decide; of a layer that is unknown, those that could. */
function positions(outcome: Outcome, decision: LayerTrace['decision'], traces: readonly StatementTrace[]) {
  const having = (result: Truth, at: readonly number[]) => at.filter((index) => traces[index]?.matches === result);
  if (decision === 'explicitDeny') return having(true, outcome.denies);
  if (decision === 'allowed') return having(true, outcome.allows);
  return decision === 'unknown' ? having('unknown', [...outcome.denies, ...outcome.allows]) : [];
}

export function traceLayers(outcomes: Outcomes, proof: Proof, traces: readonly StatementTrace[]): LayerTrace[] {
  const needed = neededLayers(proof.of);
  return Object.values(outcomes).map((outcome) => {
    const decision = decisionOf(outcome, needed);
    return { type: outcome.type, decision, statements: positions(outcome, decision, traces) };
  });
}
