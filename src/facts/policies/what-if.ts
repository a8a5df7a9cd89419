// Decides a request that a person made up by the policies at hand: a kind of policy that nothing was given of is taken as absent, and named.
import {
  evaluatedTypes,
  type AuthorizationRequest,
  type EvaluatedType,
  type Evaluation,
  type PolicySet,
} from '../../model/policy.ts';
import { evaluate } from '../../policy/evaluate.ts';
import { policiesAbout, setNameOf, type PoliciesAtHand } from './at-hand.ts';
import { findingsOf, type ActionFinding } from './findings.ts';

export interface WhatIf {
  readonly request: AuthorizationRequest;
  readonly evaluation: Evaluation;
  readonly findings: readonly ActionFinding[];
  /** Kinds nothing was given of. */
  readonly notGiven: readonly EvaluatedType[];
  /** Nobody said which account owns the resource: the caller's was taken. */
  readonly ownerAssumed: boolean;
}

export interface Question {
  readonly request: AuthorizationRequest;
  readonly ownerAssumed: boolean;
  readonly atHand: PoliciesAtHand;
  /** Kinds that no file speaks of. */
  readonly unsaid: readonly EvaluatedType[];
}

export function whatIf({ request, ownerAssumed, atHand, unsaid }: Question): WhatIf {
  const found = { request, knowsOwner: true, knowsContext: true };
  const about = policiesAbout(atHand, found);
  const policies = withAbsent(about, unsaid);
  const evaluation = evaluate(request, policies);
  const notGiven = evaluatedTypes.filter(
    (type) => policies[setNameOf(type)] === undefined && policies.unknown?.policies?.includes(type) !== true,
  );
  return { request, evaluation, findings: findingsOf(evaluation, policies, request.action), notGiven, ownerAssumed };
}

/** What an export could not say stays unknown; what nobody speaks of is absent. */
function withAbsent(policies: PolicySet, unsaid: readonly EvaluatedType[]): PolicySet {
  const open = (policies.unknown?.policies ?? []).filter(
    (type) => !unsaid.includes(type) || policies[setNameOf(type)] !== undefined,
  );
  return { ...policies, unknown: { ...policies.unknown, policies: open } };
}
