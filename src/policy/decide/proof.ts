// Builds the proof that access holds or fails: no explicit deny, every gate open, and one grant path complete. (AWS pages: "How AWS enforcement code logic evaluates requests", "Cross-account policy evaluation logic")
import type { ProofName } from '../../model/policy-codes.ts';
import type { EvaluatedType, GrantLevel, ProofNode, Truth } from '../../model/policy.ts';
import { hasIdentity } from '../match/caller.ts';
import type { RequestView } from '../match/request.ts';
import { and, not, or } from '../truth.ts';
import { needsDelegation } from './binding.ts';
import type { Outcome } from './outcome.ts';

export type Outcomes = Readonly<Record<EvaluatedType, Outcome>>;
type Branch = Extract<ProofNode, { kind: 'all' | 'any' }>;
export type ProofLeaf = Extract<ProofNode, { kind: 'leaf' }>;

/** A part whose leaves all have to hold. */
export interface Requirement extends Branch {
  readonly of: readonly ProofLeaf[];
}

export interface Grant extends Branch {
  readonly of: readonly Requirement[];
}

export interface Proof extends Branch {
  readonly of: readonly [denies: Requirement, gates: Requirement, grant: Grant];
}

function requirement(name: ProofName, of: readonly ProofLeaf[]): Requirement {
  let result: Truth = true;
  for (const node of of) result = and(result, node.result);
  return { kind: 'all', name, result, of };
}

function anyOf(of: readonly Requirement[]): Grant {
  let result: Truth = false;
  for (const node of of) result = or(result, node.result);
  return { kind: 'any', name: 'grant', result, of };
}

function leaf(
  outcome: Outcome,
  name: 'noDeny' | 'allow',
  result: Truth,
  statements: readonly number[],
): { -readonly [Key in keyof ProofLeaf]: ProofLeaf[Key] } {
  const { name: layer, open } = outcome;
  if (open) return { kind: 'leaf', name, layer, result, open, statements };
  return { kind: 'leaf', name, layer, result, statements };
}

const denyLeaf = (outcome: Outcome): ProofLeaf => leaf(outcome, 'noDeny', not(outcome.deny), outcome.denies);

const allowLeaf = (outcome: Outcome, result: Truth = outcome.allow): ProofLeaf =>
  leaf(outcome, 'allow', result, outcome.allows);

/** One leaf per level; of an unknown set no level is known to lack an Allow, and more levels may exist. */
function levelLeaves(outcome: Outcome): ProofLeaf[] {
  const leaves = outcome.levels.map(({ level, allow, allows }): ProofLeaf => {
    const made = leaf(outcome, 'allow', allow === false && outcome.unknown ? 'unknown' : allow, allows);
    if (level !== undefined) made.level = level;
    return made;
  });
  return outcome.unknown ? [...leaves, leaf(outcome, 'allow', 'unknown', [])] : leaves;
}

function reachLeaf(outcome: Outcome, reach: readonly GrantLevel[]): ProofLeaf {
  let result: Truth = false;
  for (const level of reach) result = or(result, outcome.reach[level]);
  const made = leaf(outcome, 'allow', result, outcome.allows);
  made.reach = reach;
  return made;
}

const anyReach = ['direct', 'base', 'account'] as const;
const directReach = ['direct'] as const;
const baseReach = ['base'] as const;

/** A federated user's session has no permissions without a session policy, by one of AWS's two accounts of it. */
function sessionLeaves(outcome: Outcome, view: RequestView, loose: boolean): ProofLeaf[] {
  if (outcome.applies) return [allowLeaf(outcome)];
  return view.caller.kind === 'federatedUser' ? [allowLeaf(outcome, loose ? 'unknown' : false)] : [];
}

/** What limits the caller's own policies: the boundary and the session policy, where there are any. */
const limitLeaves = (o: Outcomes, view: RequestView, loose: boolean): ProofLeaf[] => [
  ...(o.boundary.applies ? [allowLeaf(o.boundary)] : []),
  ...sessionLeaves(o.session, view, loose),
];

function rootPaths(o: Outcomes, view: RequestView, crossAccount: boolean): Requirement[] {
  if (crossAccount) return [requirement('resourceAlone', [reachLeaf(o.resource, anyReach)])];
  const direct = requirement('resourceDirect', [reachLeaf(o.resource, directReach)]);
  return needsDelegation(view) ? [direct] : [direct, requirement('rootOwner', [])];
}

function identityPaths(o: Outcomes, view: RequestView, crossAccount: boolean, loose: boolean): Requirement[] {
  const limits = limitLeaves(o, view, loose);
  const own = [allowLeaf(o.identity), ...limits];
  const both = [...own, reachLeaf(o.resource, anyReach)];
  if (crossAccount) return [requirement('bothAccounts', both)];
  const base = reachLeaf(o.resource, baseReach);
  return [
    requirement('resourceDirect', [reachLeaf(o.resource, directReach)]),
    requirement('resourceAndLimits', [base, ...limits]),
    needsDelegation(view) ? requirement('identityAndDelegation', both) : requirement('identityAndLimits', own),
  ];
}

function grantPaths(o: Outcomes, view: RequestView, loose: boolean): Requirement[] {
  const crossAccount = view.caller.account !== view.request.resourceAccount;
  if (view.caller.kind === 'root') return rootPaths(o, view, crossAccount);
  if (hasIdentity(view.caller)) return identityPaths(o, view, crossAccount, loose);
  return [requirement('resourceAlone', [reachLeaf(o.resource, anyReach)])];
}

export function buildProof(o: Outcomes, view: RequestView, loose: boolean): Proof {
  const denials: ProofLeaf[] = [];
  for (const outcome of Object.values(o)) if (outcome.applies) denials.push(denyLeaf(outcome));
  const opened = o.scp.applies ? levelLeaves(o.scp) : [];
  if (o.vpcEndpoint.applies) opened.push(allowLeaf(o.vpcEndpoint));
  const denies = requirement('noExplicitDeny', denials);
  const gates = requirement('gates', opened);
  const grant = anyOf(grantPaths(o, view, loose));
  const result = and(denies.result, and(gates.result, grant.result));
  return { kind: 'all', name: 'access', result, of: [denies, gates, grant] };
}
