// Evaluates the policies at hand for the denied request and states what each layer decides; decides other requests on demand.
import { accountOf } from '../../model/arn.ts';
import type { EvidenceGrade, Fact, FactConflict } from '../../model/fact.ts';
import {
  evaluatedTypes,
  type Decision,
  type EvaluatedType,
  type Evaluation,
  type PolicySet,
} from '../../model/policy.ts';
import { prepare, type Evaluator } from '../../policy/evaluate.ts';
import { openMemory } from '../../policy/memory.ts';
import type { Decide } from '../known.ts';
import { evaluated, isAssume, layerFacts, policyTypeOf } from './evaluated.ts';
import type { PolicyType } from '../../model/denial.ts';
import type { NearestStatement } from '../../model/diagnosis.ts';
import { policiesAbout, policiesFound, setNameOf, type PoliciesAtHand } from './at-hand.ts';
import { factsByReason } from './by-reason.ts';
import { unknownKeys } from './context.ts';
import { contradictions } from './contradictions.ts';
import { nearestStatements } from './near-miss.ts';
import { denyFacts } from './denying.ts';
import { identityFacts, trustFacts } from './nearest.ts';
import { resourceSideFacts } from './resource-side.ts';
import { withReadTime } from './read-time.ts';
import { requestOf, type KnownRequest } from './request.ts';
import { trialOf, type Trial } from './trial.ts';

export interface PolicyFacts {
  readonly facts: readonly Fact[];
  readonly decide: Decide;
  readonly nearest: ReadonlyMap<PolicyType, NearestStatement>;
  /** Null where the request is not known well enough to be evaluated. */
  readonly trial: (() => Trial) | null;
  /** Where a source that was not used decides a layer otherwise. */
  readonly conflicts: readonly FactConflict[];
}

const nothing: PolicyFacts = { conflicts: [], facts: [], decide: () => undefined, nearest: new Map(), trial: null };

export function decideWith(atHand: PoliciesAtHand | undefined, known: ReadonlyMap<string, Fact>): PolicyFacts {
  const found = atHand === undefined ? undefined : requestOf(known, atHand);
  if (atHand === undefined || found === undefined) return nothing;
  const { policies: about, readAt, others } = policiesFound(atHand, found);
  const policies = withUnknowns(about, found);
  const memory = openMemory();
  const evaluator = prepare(policies, memory);
  const { action } = found.request;
  const evaluation = evaluator.evaluate(found.request);
  const layers = layersThatHold(evaluator, found);
  const decideIn = (set: PolicySet) => layersThatHold(prepare(withUnknowns(set, found), memory), found);
  return {
    conflicts: contradictions(layers, policies, others, decideIn, action),
    facts: [
      ...layers,
      ...presenceFacts(policies, action),
      ...stillSo(statementFacts(evaluation, policies, action, known), layers, known),
      ...denyFacts(evaluation, policies, action),
      ...resourceSideFacts(evaluation, policies),
      ...passRoleFacts(evaluator, found),
    ].map((fact) => withReadTime(fact, readAt, action)),
    nearest: nearestStatements(evaluation, action),
    trial: () => trialOf(policies, found, memory),
    decide: (fact, params) => {
      const other = withParams(found, params);
      const about = other.request.resource === found.request.resource ? atHand : elsewhere(atHand);
      return decisionFor(prepare(policiesOf(about, other), memory), other, fact);
    },
  };
}

const statementFacts = (
  evaluation: Evaluation,
  policies: PolicySet,
  action: string,
  known: ReadonlyMap<string, Fact>,
): readonly Fact[] => [
  ...identityFacts(evaluation, policies, action),
  ...(isAssume(action) ? trustFacts(evaluation, policies, action) : []),
  ...factsByReason(evaluation, known),
];

const tellOfThen: readonly EvidenceGrade[] = ['authoritative', 'stated'];

/** Where AWS's reason says otherwise than the policies do now, their statements are not those that refused: how close they come proves nothing. */
function stillSo(facts: readonly Fact[], layers: readonly Fact[], known: ReadonlyMap<string, Fact>): readonly Fact[] {
  const changed = layers.flatMap(({ name, value }) => {
    const then = known.get(name);
    const differs = then?.status === 'present' && tellOfThen.includes(then.source.grade) && then.value !== value;
    return differs && value !== undefined ? [`${name.slice('decision.'.length)}.`] : [];
  });
  return facts.filter(({ name }) => !changed.some((family) => name.startsWith(family)));
}

export const policiesOf = (atHand: PoliciesAtHand, found: KnownRequest): PolicySet =>
  withUnknowns(policiesAbout(atHand, found), found);

/** The resource policy at hand belongs to the denied request's resource; that of another one is not known. */
function elsewhere(atHand: PoliciesAtHand): PoliciesAtHand {
  const readings = (atHand.readings ?? []).map((claim) => ({ ...claim, policies: withoutResource(claim.policies) }));
  return { ...atHand, policies: withoutResource(atHand.policies), readings, dropped: [] };
}

function withoutResource({ unknown, ...sets }: PolicySet): PolicySet {
  const others = Object.entries(sets).filter(([name]) => name !== 'resource');
  const more = { ...unknown, policies: [...(unknown?.policies ?? []), 'resource' as const] };
  return { ...(Object.fromEntries(others) as PolicySet), unknown: more };
}

const withUnknowns = (policies: PolicySet, { knowsContext, request }: KnownRequest): PolicySet =>
  knowsContext || policies.unknown?.context !== undefined
    ? policies
    : { ...policies, unknown: { ...policies.unknown, context: unknownKeys(request, policies) } };

/** With the owner of the resource unknown, only what holds whoever owns it is a fact. */
function layersThatHold(evaluator: Evaluator, { request, knowsOwner }: KnownRequest): readonly Fact[] {
  const same = layerFacts(evaluator.evaluate(request), request.action);
  if (knowsOwner) return same;
  const foreign = layerFacts(evaluator.evaluate({ ...request, resourceAccount: 'another' }), request.action);
  return same.filter((fact) => foreign.some(({ name, value }) => name === fact.name && value === fact.value));
}

/** Which kinds of policy there are: a set that is given without being complete is still there. */
function presenceFacts(policies: PolicySet, action: string): readonly Fact[] {
  return evaluatedTypes.flatMap((type) => {
    const isThere = (policies[setNameOf(type)] ?? []).flat().length > 0;
    if (!isThere && policies.unknown?.policies?.includes(type) === true) return [];
    return [evaluated(`policy.${policyTypeOf(type, action)}`, isThere ? 'present' : 'absent', 'the policies read')];
  });
}

/** Whether the caller may hand the role over, when that is what was refused. */
function passRoleFacts(evaluator: Evaluator, { request }: KnownRequest): readonly Fact[] {
  if (request.action.toLowerCase() !== 'iam:passrole') return [];
  const identity = evaluator.evaluate(request).layers.find(({ type }) => type === 'identity')?.decision;
  // A Deny says nothing of whether an Allow is there.
  if (identity !== 'allowed' && identity !== 'implicitDeny') return [];
  return [evaluated('identity.allowsPassRole', identity === 'allowed', 'the identity policies')];
}

/** Another request of the same caller: its resource may be owned by another account. */
function withParams(found: KnownRequest, params: Readonly<Record<string, string>>): KnownRequest {
  const owner = params.resource === undefined ? undefined : accountOf(params.resource);
  const request = { ...found.request, ...params, ...(owner === undefined ? {} : { resourceAccount: owner }) };
  return { ...found, request, knowsOwner: params.resource === undefined ? found.knowsOwner : owner !== undefined };
}

function decisionFor(evaluator: Evaluator, found: KnownRequest, fact: string): Decision | undefined {
  const types: readonly EvaluatedType[] = ['identity', 'boundary', 'session', 'resource', 'scp', 'rcp', 'vpcEndpoint'];
  const wanted = types.find((type) => `decision.${policyTypeOf(type, found.request.action)}` === fact);
  const layers = wanted === undefined ? [] : layersThatHold(evaluator, found);
  return layers.find(({ name }) => name === fact)?.value as Decision | undefined;
}
