// Lifts one blocker after the other on a copy of the case, each by the best change found, until the request passes or nothing more is found.
import type { Evaluation } from '../../model/policy.ts';
import { readCaller } from '../../policy/match/caller.ts';
import { keyOf, type Obstacle, obstaclesOf } from '../blockers.ts';
import { addedStatement } from '../candidates/added.ts';
import type { Candidate, Situation } from '../candidates/candidate.ts';
import { denyCandidates } from '../candidates/deny.ts';
import { nearCandidates } from '../candidates/near.ts';
import { type Case, evaluationOf, requestOf } from '../case.ts';
import { decidingPart, relevantPart } from '../proof/relevant.ts';
import { applied, evaluatedWith, lifts } from '../proof/trying.ts';
import { openingOf } from './opening.ts';
import { type Ranked, ranked } from './rank.ts';

export interface Step {
  readonly obstacle: Obstacle;
  /** As it is when the turn comes to this step. */
  readonly held: Case;
  readonly evaluation: Evaluation;
  /** At most three, the best first. */
  readonly options: readonly Ranked[];
  readonly isNext: boolean;
}

export interface Steps {
  readonly steps: readonly Step[];
  readonly end: Case;
}

const mostSteps = 12;
const mostOptions = 3;

function candidatesFor(situation: Situation): readonly Candidate[] {
  if (situation.obstacle.kind === 'deny') return denyCandidates(situation);
  return [...nearCandidates(situation), ...addedStatement(situation)];
}

/** The same change by two ways counts once. */
const sameness = ({ change, context }: Candidate): string => JSON.stringify([change?.key, change?.edit, context]);

function optionsFor(held: Case, obstacle: Obstacle, evaluation: Evaluation): readonly Ranked[] {
  const request = requestOf(held);
  const situation = { held, request, caller: readCaller(request), obstacle, evaluation };
  const relevant = relevantPart(held);
  const found = candidatesFor(situation);
  const keys = found.map(sameness);
  const options = found
    .filter((_one, at) => keys.indexOf(keys[at] ?? '') === at)
    .flatMap((candidate): readonly Ranked[] => {
      const after = evaluatedWith(held, relevant, candidate);
      const works = lifts(after, keyOf(obstacle), evaluation);
      if (!works && candidate.hasPlaces !== true) return [];
      return [{ candidate, opens: openingOf(candidate.grants, request), isEnough: after.decision === 'allowed' }];
    });
  return distinct(ranked(options)).slice(0, mostOptions);
}

/** Of several that open the same, the first is enough. */
function distinct(options: readonly Ranked[]): readonly Ranked[] {
  const opened = ({ candidate: { kind, grants, context } }: Ranked): string => JSON.stringify([kind, grants, context]);
  return options.filter((one, at) => options.findIndex((other) => opened(other) === opened(one)) === at);
}

/** Those without whose change the others come to the same: a resource's policy may grant alone. */
function needless({ steps, end }: Steps, start: Case): readonly string[] {
  const wanted = evaluationOf(decidingPart(end)).decision;
  const spare = steps.find((left) => {
    const others = steps.filter((step) => step !== left).flatMap(({ options: [best] }) => best?.candidate ?? []);
    const evaluation = evaluationOf(decidingPart(others.reduce((held, one) => applied(held, one), start)));
    return left.options.length > 0 && evaluation.decision === wanted && obstaclesOf(evaluation).length === 0;
  });
  return spare === undefined ? [] : [keyOf(spare.obstacle)];
}

export function stepsFor(start: Case, isNext: boolean, skipped: readonly string[] = []): Steps {
  const found = stepsWithout(start, isNext, skipped);
  const spare = found.steps.length < 2 ? [] : needless(found, start);
  return spare.length === 0 ? found : stepsFor(start, isNext, [...skipped, ...spare]);
}

/** What only may deny counts where nothing else explains the denial from the start. */
function stepsWithout(start: Case, isNext: boolean, skipped: readonly string[]): Steps {
  const steps: Step[] = [];
  const done = new Set(skipped);
  const first = evaluationOf(start);
  const possible = new Set(
    obstaclesOf(first)
      .filter((one) => one.isPossible)
      .map(keyOf),
  );
  let held = start;
  for (let turn = 0; turn < mostSteps; turn += 1) {
    const evaluation = turn === 0 ? first : evaluationOf(held);
    const left = obstaclesOf(evaluation).filter((one) => !done.has(keyOf(one)));
    const obstacle = left.find((one) => one.isPossible !== true || possible.has(keyOf(one)));
    if (obstacle === undefined) break;
    done.add(keyOf(obstacle));
    const options = optionsFor(held, obstacle, evaluation);
    steps.push({ obstacle, held, evaluation, options, isNext });
    const [best] = options;
    if (best !== undefined) held = applied(held, best.candidate, true);
  }
  return { steps, end: held };
}
