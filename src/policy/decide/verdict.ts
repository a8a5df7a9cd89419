// Reads the decision off the proof: what is decided, by which layer, what grants, and everything that stands in the way.
import type { AccessDecision, DecidingType } from '../../model/policy.ts';
import type { Grant, Proof, Requirement } from './proof.ts';

export interface Verdict {
  readonly decision: AccessDecision | 'unknown';
  readonly possible: readonly AccessDecision[];
  readonly decidedBy: DecidingType | null;
  readonly grantedBy?: readonly DecidingType[];
  readonly failing: readonly DecidingType[];
}

function failedLayers(part: Requirement): DecidingType[] {
  const layers: DecidingType[] = [];
  for (const leaf of part.of) if (leaf.result === false && !layers.includes(leaf.layer)) layers.push(leaf.layer);
  return layers;
}

/** The path an explanation follows: the one a resource policy has begun by naming the role, else the last, most usual one. */
export function followedPath(grant: Grant): Requirement | undefined {
  const begun = grant.of.find((path) => path.name === 'resourceAndLimits' && path.of[0]?.result === true);
  return begun ?? grant.of.at(-1);
}

/** With the grant still open, the layers of the usual path whose Allow is missing or not known. */
export function openLayers({ of: [, , grant] }: Proof): readonly DecidingType[] {
  const path = grant.result === 'unknown' ? followedPath(grant) : undefined;
  return path === undefined ? [] : path.of.filter(({ result }) => result !== true).map(({ layer }) => layer);
}

/** On a complete path, the layers whose Allow is a grant; boundaries and session policies only limit. */
function granters(path: Requirement): DecidingType[] {
  if (path.name === 'rootOwner') return ['identity'];
  const layers = path.of.map((leaf) => leaf.layer);
  return layers.filter((layer) => layer !== 'boundary' && layer !== 'session');
}

const covers = (set: readonly DecidingType[], other: readonly DecidingType[]): boolean =>
  set.every((layer) => other.includes(layer));

/** The smallest sets of layers that grant; several mean that any of them would do. */
function smallestGrants(grant: Grant): DecidingType[][] {
  const sets = grant.of.filter((path) => path.result === true).map(granters);
  if (sets.length < 2) return sets;
  const smallest = sets.filter((set) => !sets.some((other) => other.length < set.length && covers(other, set)));
  return smallest.filter((set, index) => smallest.findIndex((other) => covers(other, set)) === index);
}

function whoGrants(grant: Grant): Pick<Verdict, 'decidedBy' | 'grantedBy'> {
  const [only, another] = smallestGrants(grant);
  if (only === undefined || another !== undefined) return { decidedBy: null };
  return only.length === 1 ? { decidedBy: only[0] ?? null } : { decidedBy: null, grantedBy: only };
}

/** AWS documents the order identity, boundary, session; between the two sides of a request it documents none. */
function firstMissing(missing: readonly DecidingType[]): DecidingType | null {
  const twoSides = missing.length > 1 && missing.some((layer) => layer === 'resource' || layer === 'trust');
  return twoSides ? null : (missing[0] ?? null);
}

const onlyOne = (layers: readonly DecidingType[]): DecidingType | null =>
  layers.length === 1 ? (layers[0] ?? null) : null;

function possibleOf([denies, gates, grant]: Proof['of']): AccessDecision[] {
  const possible: AccessDecision[] = [];
  if (denies.result !== false) {
    const refused = gates.result === false || grant.result === false;
    if (!refused) possible.push('allowed');
    if (gates.result !== true || grant.result !== true) possible.push('implicitDeny');
  }
  if (denies.result !== true) possible.push('explicitDeny');
  return possible;
}

export function readVerdict(proof: Proof): Verdict {
  const [denies, gates, grant] = proof.of;
  const possible = possibleOf(proof.of);
  const decision = possible.length === 1 ? (possible[0] ?? 'unknown') : 'unknown';
  if (decision === 'allowed') return { decision, possible, ...whoGrants(grant), failing: [] };
  const denying = failedLayers(denies);
  const closed = failedLayers(gates);
  const path = grant.result === false ? followedPath(grant) : undefined;
  const missing = path === undefined ? [] : failedLayers(path);
  const failing = [...new Set([...denying, ...closed, ...missing])];
  if (decision === 'unknown') return { decision, possible, decidedBy: null, failing };
  const implicit = closed.length > 0 ? onlyOne(closed) : firstMissing(missing);
  return { decision, possible, decidedBy: decision === 'explicitDeny' ? onlyOne(denying) : implicit, failing };
}
