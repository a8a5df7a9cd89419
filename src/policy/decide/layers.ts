// Says for every layer what it comes to in this request: a layer nothing is needed from, and that does not deny, is not applicable.
import type { LayerTrace, StatementTrace } from '../../model/policy.ts';
import { allowOf, type Outcome } from './outcome.ts';
import type { Outcomes, Proof, ProofBranch } from './proof.ts';
import { followedPath } from './verdict.ts';

/** The branches something is still needed from: complete paths, else the open ones, else the one to explain. */
function relevantPaths(grant: ProofBranch): readonly ProofBranch[] {
  const paths = grant.of.filter((node): node is ProofBranch => node.kind !== 'leaf');
  const wanted = paths.filter((path) => path.result === grant.result);
  const followed = followedPath(grant);
  return grant.result === false ? (followed === undefined ? [] : [followed]) : wanted;
}

function neededLayers(proof: Proof): ReadonlySet<string> {
  const paths = [proof.of[1], ...relevantPaths(proof.of[2])];
  return new Set(paths.flatMap((path) => path.of.flatMap((node) => (node.kind === 'leaf' ? [node.layer] : []))));
}

function decisionOf(outcome: Outcome, needed: ReadonlySet<string>): LayerTrace['decision'] {
  if (outcome.deny === true) return 'explicitDeny';
  if (outcome.deny === 'unknown') return 'unknown';
  const missing = needed.has(outcome.name) ? 'implicitDeny' : 'notApplicable';
  if (!outcome.applies) return outcome.type === 'scp' || outcome.type === 'vpcEndpoint' ? 'notApplicable' : missing;
  const allow = allowOf(outcome);
  if (allow === 'unknown') return needed.has(outcome.name) ? 'unknown' : 'notApplicable';
  return allow ? 'allowed' : missing;
}

function positions(outcome: Outcome, decision: LayerTrace['decision'], traces: readonly StatementTrace[]): number[] {
  const wanted = { explicitDeny: ['Deny', true], allowed: ['Allow', true], unknown: [undefined, 'unknown'] } as const;
  if (decision !== 'explicitDeny' && decision !== 'allowed' && decision !== 'unknown') return [];
  const [effect, matches] = wanted[decision];
  const found: number[] = [];
  for (let at = outcome.first; at < outcome.end; at += 1) {
    const trace = traces[at];
    if (trace?.matches === matches && (effect === undefined || trace.effect === effect)) found.push(at);
  }
  return found;
}

export function traceLayers(outcomes: Outcomes, proof: Proof, traces: readonly StatementTrace[]): LayerTrace[] {
  const needed = neededLayers(proof);
  return Object.values(outcomes).map((outcome) => {
    const decision = decisionOf(outcome, needed);
    return { type: outcome.type, decision, statements: positions(outcome, decision, traces) };
  });
}
