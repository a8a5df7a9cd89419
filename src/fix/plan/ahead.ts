// Decides the further requests of a call with the changes so far in place: those denied for certain join the plan, the rest is told as what may come next.
import { overlap } from '../../facts/policies/overlap.ts';
import { policyTypeOf } from '../../facts/policies/evaluated.ts';
import type { KnownFacts } from '../../facts/known.ts';
import type { NextBlocker } from '../../model/plan.ts';
import type { Evaluation } from '../../model/policy.ts';
import { type Case, evaluationOf, requestOf } from '../case.ts';
import { isRow, statementsOf, textsOf } from '../document/plain.ts';
import { caseFor, nextRequests, type NextRequest } from './next.ts';
import { type Step, stepsFor } from './steps.ts';

export interface Ahead {
  readonly steps: readonly Step[];
  readonly blockers: readonly NextBlocker[];
  /** The further requests that the plan is for, as they stand at its end. */
  readonly cases: readonly Case[];
}

type Located = NextRequest & { readonly resource: string };

/** Some statement allows the action on resources of the type, so that it depends on which one is meant. */
const mayBeCovered = (held: Case, { statements }: Evaluation, pattern: string): boolean =>
  statements.some((trace) => {
    if (trace.effect !== 'Allow' || trace.action !== true) return false;
    const document = held.documents.find(({ key }) => key === trace.policy)?.document;
    const statement = document === undefined ? undefined : statementsOf(document)[trace.index];
    return isRow(statement) && textsOf(statement.Resource).some((one) => overlap(one, pattern));
  });

function decisionOf(held: Case, evaluation: Evaluation, next: Located): Evaluation['decision'] {
  // Whichever way it is denied, it is denied.
  const decision = evaluation.possible.includes('allowed')
    ? evaluation.decision
    : (evaluation.possible[0] ?? 'unknown');
  const isOpen =
    next.isPattern === true && decision === 'implicitDeny' && mayBeCovered(held, evaluation, next.resource);
  return isOpen ? 'unknown' : decision;
}

/** A place that somebody has to fill in stands for the one that is meant. */
const inPlace = (next: Located): Located =>
  next.isPattern === true && next.action === 'iam:PassRole'
    ? { ...next, resource: next.resource.replace(/\*$/, 'ROLE_NAME') }
    : next;

function blockerOf(
  next: NextRequest,
  evaluation: Evaluation,
  decision: Exclude<Evaluation['decision'], 'allowed'>,
  isPlanned: boolean,
): NextBlocker {
  const layers =
    decision === 'unknown'
      ? []
      : evaluation.failing.map((layer) => (layer === 'trust' ? layer : policyTypeOf(layer, next.action)));
  return {
    action: next.action,
    grade: decision === 'unknown' ? 'inferred' : 'evaluated',
    ...(next.resource === undefined ? {} : { resource: next.resource }),
    decision,
    ...(layers.length === 0 ? {} : { layers }),
    ...(next.when === undefined ? {} : { when: next.when }),
    ...(isPlanned ? { isPlanned: true } : {}),
  };
}

const unlocated = ({ action, when }: NextRequest): NextBlocker => ({
  action,
  grade: 'inferred',
  decision: 'unknown',
  ...(when === undefined ? {} : { when }),
});

interface Run extends Ahead {
  readonly held: Case;
}

/** Documents of the further request's case take the place of those they were made from. */
function carriedOver(held: Case, end: Case): Case {
  const changed = held.documents.map((one) => end.documents.find(({ key }) => key === one.key) ?? one);
  const added = end.documents.filter(({ key }) => !held.documents.some((one) => one.key === key));
  return { ...held, documents: [...changed, ...added], levels: { ...held.levels, ...end.levels } };
}

function withNext(run: Run, next: NextRequest): Run {
  if (next.resource === undefined) return { ...run, blockers: [...run.blockers, unlocated(next)] };
  const located = { ...next, resource: next.resource };
  const held = caseFor(run.held, located);
  const evaluation = evaluationOf(held);
  const decision = decisionOf(held, evaluation, located);
  if (decision === 'allowed') return run;
  const isPlannable = next.isPattern !== true || next.action === 'iam:PassRole';
  const isPlanned = decision !== 'unknown' && next.when === undefined && isPlannable;
  const blockers = [...run.blockers, blockerOf(next, evaluation, decision, isPlanned)];
  if (!isPlanned) return { ...run, blockers };
  const { steps, end } = stepsFor(caseFor(run.held, inPlace(located)), true);
  const isFilledIn = requestOf(end).resource === located.resource;
  const cases = isFilledIn ? [...run.cases, end] : run.cases;
  return { held: carriedOver(run.held, end), steps: [...run.steps, ...steps], blockers, cases };
}

export const lookAhead = (held: Case, facts: KnownFacts['facts']): Ahead =>
  nextRequests(requestOf(held), facts).reduce(withNext, { held, steps: [], blockers: [], cases: [] } as Run);
