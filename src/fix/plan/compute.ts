// Turns the policies at hand into the plan: every blocker with the changes that lift it, proven together, what would be denied next, and popular changes that do not help.
import type { KnownFacts } from '../../facts/known.ts';
import { placeOf, policyTypeOf } from '../../facts/policies/evaluated.ts';
import type { Trial } from '../../facts/policies/trial.ts';
import type { DiagnosedFix } from '../../model/diagnosis.ts';
import type { Blocker, FixReference, NextBlocker, Plan, PlanStep, Proof } from '../../model/plan.ts';
import type { StatementTrace } from '../../model/policy.ts';
import { type Case, caseOf, evaluationOf, requestOf } from '../case.ts';
import { type Ahead, lookAhead } from './ahead.ts';
import { ownerOf } from '../candidates/owner.ts';
import { statementLine } from '../document/lines.ts';
import { describedFix } from './describe.ts';
import { type FixList, fixListOf } from './fix-list.ts';
import { openingOf } from './opening.ts';
import { inOrder } from './order.ts';
import { optionProof, proofWith, wholeProof, wholeWith } from './prove.ts';
import { type Step, stepsFor } from './steps.ts';
import { temptations } from './tempting.ts';

export interface Computed {
  readonly fixes: readonly DiagnosedFix[];
  readonly plan?: Plan;
  readonly nextBlockers: readonly NextBlocker[];
}

type Facts = KnownFacts['facts'];

/** The statement as a reader finds it. */
function placeIn(held: Case, trace: StatementTrace): string {
  const found = held.documents.find(({ key }) => key === trace.policy);
  const line = found === undefined ? undefined : statementLine(found, trace.index);
  const position = line === undefined ? { pointer: trace.position.pointer } : { pointer: trace.position.pointer, line };
  return placeOf({ ...trace, policy: found?.name ?? trace.policy, position });
}

function blockerOf({ obstacle, held, evaluation }: Step): Blocker {
  const { kind, type, level, trace, isPossible } = obstacle;
  const near = evaluation.nearMisses
    .map(({ statement }) => evaluation.statements[statement])
    .find((one) => one?.type === type && one.level === level);
  const at = trace ?? near;
  return {
    layer: policyTypeOf(type, requestOf(held).action),
    decision: kind === 'deny' ? 'explicitDeny' : 'implicitDeny',
    ...(level === undefined ? {} : { level }),
    ...(at === undefined ? {} : { place: placeIn(held, at) }),
    ...(isPossible === undefined ? {} : { isPossible }),
  };
}

const nothingKnown: Facts = new Map();

/** Proofs of a further request are about it alone: what AWS said is about the denied one. */
function stepOf(step: Step, start: Case, steps: readonly Step[], facts: Facts, list: FixList): PlanStep {
  const { held, isNext, options, obstacle } = step;
  const request = requestOf(held);
  const fixes = options.map(({ candidate, opens }): FixReference => {
    const proof = isNext
      ? optionProof(held, [step], step, candidate, nothingKnown)
      : optionProof(
          start,
          steps.filter((one) => !one.isNext),
          step,
          candidate,
          facts,
        );
    return list.add(describedFix(held, candidate, opens, proof));
  });
  const owner = list.ownerOf(fixes[0]) ?? ownerOf(obstacle.type, request);
  return {
    request: { action: request.action, resource: request.resource },
    isNext,
    blocker: blockerOf(step),
    owner,
    fixes,
  };
}

const strength: readonly Proof['state'][] = ['proven', 'provenForLayersRead', 'notProven', 'doesNotHelp'];

/** The plan is as good as its weakest request. */
function planProof(start: Case, own: readonly Step[], ahead: Ahead, facts: Facts): Proof {
  const proofs = [wholeProof(start, own, facts), ...ahead.cases.map((end) => wholeWith(end))];
  return proofs.reduce((worst, one) => (strength.indexOf(one.state) > strength.indexOf(worst.state) ? one : worst));
}

export function computePlan(trial: Trial, facts: Facts, playbookFixes: readonly DiagnosedFix[]): Computed {
  const start = caseOf(trial.policies, trial.requests);
  const first = evaluationOf(start);
  const { steps: own, end } = first.decision === 'allowed' ? { steps: [], end: start } : stepsFor(start, false);
  const ahead = lookAhead(end, facts);
  const steps = [...own, ...(own.length === 0 ? [] : ahead.steps)];
  if (steps.length === 0) return { fixes: playbookFixes, nextBlockers: ahead.blockers };
  const list = fixListOf(playbookFixes);
  const planned = inOrder(steps).map((step) => stepOf(step, start, steps, facts, list));
  const doNotHelp = temptations(start, first).map((candidate) => {
    const [obstacle] = own.map((step) => step.obstacle);
    const proof = proofWith(start, obstacle === undefined ? [] : [{ obstacle, candidate }], facts);
    return list.add(describedFix(start, candidate, openingOf(candidate.grants, requestOf(start)), proof));
  });
  const plan = { steps: planned, proven: planProof(start, own, ahead, facts), doNotHelp };
  return { fixes: list.all(), plan, nextBlockers: ahead.blockers };
}
