// Builds the proof that access holds or fails: no explicit deny, every gate open, and one grant path complete. (AWS pages: "How AWS enforcement code logic evaluates requests", "Cross-account policy evaluation logic")
import type { ProofName } from '../../model/policy-codes.ts';
import type { EvaluatedType, GrantLevel, ProofNode, Truth } from '../../model/policy.ts';
import { hasIdentity } from '../match/caller.ts';
import type { RequestView } from '../match/request.ts';
import { and, not, or } from '../truth.ts';
import { needsDelegation } from './binding.ts';
import { allowOf, type Outcome } from './outcome.ts';

export type Outcomes = Readonly<Record<EvaluatedType, Outcome>>;
export type ProofBranch = Extract<ProofNode, { kind: 'all' | 'any' }>;
export type ProofLeaf = Extract<ProofNode, { kind: 'leaf' }>;

export interface Proof extends ProofBranch {
  readonly of: readonly [ProofBranch, ProofBranch, ProofBranch];
}

function branch(kind: 'all' | 'any', name: ProofName, of: readonly ProofNode[]): ProofBranch {
  let result: Truth = kind === 'all';
  for (const node of of) result = kind === 'all' ? and(result, node.result) : or(result, node.result);
  return { kind, name, result, of };
}

const openness = (outcome: Outcome) => (outcome.open ? ({ open: true } as const) : undefined);

const denyLeaf = (outcome: Outcome): ProofLeaf => ({
  kind: 'leaf',
  name: 'noDeny',
  layer: outcome.name,
  result: not(outcome.deny),
  ...openness(outcome),
  statements: outcome.denies,
});

const allowLeaf = (outcome: Outcome, result: Truth = allowOf(outcome)): ProofLeaf => ({
  kind: 'leaf',
  name: 'allow',
  layer: outcome.name,
  result,
  ...openness(outcome),
  statements: outcome.levels.flatMap((level) => level.allows),
});

function levelLeaves(outcome: Outcome): ProofLeaf[] {
  const leaves = outcome.levels.map((level): ProofLeaf => ({
    kind: 'leaf',
    name: 'allow',
    layer: outcome.name,
    result: level.allow === false && outcome.unknown ? 'unknown' : level.allow,
    ...(level.level === undefined ? undefined : { level: level.level }),
    ...openness(outcome),
    statements: level.allows,
  }));
  return outcome.unknown ? [...leaves, { ...allowLeaf(outcome, 'unknown'), statements: [] }] : leaves;
}

function reachLeaf(outcome: Outcome, reach: readonly GrantLevel[]): ProofLeaf {
  let result: Truth = false;
  for (const level of reach) result = or(result, outcome.reach[level]);
  return { ...allowLeaf(outcome, result), reach };
}

const anyReach = ['direct', 'base', 'account'] as const;

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

const identityLeaf = (outcome: Outcome): ProofLeaf => allowLeaf(outcome, outcome.applies ? allowOf(outcome) : false);

function rootPaths(o: Outcomes, view: RequestView, crossAccount: boolean): ProofBranch[] {
  if (crossAccount) return [branch('all', 'resourceAlone', [reachLeaf(o.resource, anyReach)])];
  const direct = branch('all', 'resourceDirect', [reachLeaf(o.resource, ['direct'])]);
  return needsDelegation(view) ? [direct] : [direct, branch('all', 'rootOwner', [])];
}

function identityPaths(o: Outcomes, view: RequestView, crossAccount: boolean, loose: boolean): ProofBranch[] {
  const own = [identityLeaf(o.identity), ...limitLeaves(o, view, loose)];
  const both = [...own, reachLeaf(o.resource, anyReach)];
  if (crossAccount) return [branch('all', 'bothAccounts', both)];
  const base = reachLeaf(o.resource, ['base']);
  return [
    branch('all', 'resourceDirect', [reachLeaf(o.resource, ['direct'])]),
    branch('all', 'resourceAndLimits', [base, ...limitLeaves(o, view, loose)]),
    needsDelegation(view) ? branch('all', 'identityAndDelegation', both) : branch('all', 'identityAndLimits', own),
  ];
}

function grantPaths(o: Outcomes, view: RequestView, loose: boolean): ProofBranch[] {
  const crossAccount = view.caller.account !== view.request.resourceAccount;
  if (view.caller.kind === 'root') return rootPaths(o, view, crossAccount);
  if (hasIdentity(view.caller)) return identityPaths(o, view, crossAccount, loose);
  return [branch('all', 'resourceAlone', [reachLeaf(o.resource, anyReach)])];
}

export function buildProof(o: Outcomes, view: RequestView, loose: boolean): Proof {
  const applying = Object.values(o).filter((outcome) => outcome.applies);
  const gates = [
    ...(o.scp.applies ? levelLeaves(o.scp) : []),
    ...(o.vpcEndpoint.applies ? [allowLeaf(o.vpcEndpoint)] : []),
  ];
  const of = [
    branch('all', 'noExplicitDeny', applying.map(denyLeaf)),
    branch('all', 'gates', gates),
    branch('any', 'grant', grantPaths(o, view, loose)),
  ] as const;
  return { ...branch('all', 'access', of), of };
}
