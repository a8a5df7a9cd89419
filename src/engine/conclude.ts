// Runs the matched playbooks over the settled facts and writes down what follows: steps, causes, layers, questions, blind spots.
import type { Answers } from '../facts/answers.ts';
import type { KnownFacts } from '../facts/known.ts';
import type { ChosenDenial } from '../model/choose-denial.ts';
import type { DiagnosedCause, Diagnosis, MatchedPlaybook } from '../model/diagnosis.ts';
import type { LoadedPlaybook } from '../model/playbook.ts';
import { diagnoseCauses } from './diagnose-causes.ts';
import { diagnoseStep, questionOf } from './diagnose-steps.ts';
import { blindSpotsOf, layersOf } from './layers.ts';
import type { Match } from './match.ts';
import { particularsOf } from './particulars.ts';
import { playbookScope } from './playbook-scope.ts';
import { runSteps, type RanStep } from './run-steps.ts';
import type { Scope } from './scope.ts';
import type { Settled } from './settle.ts';

/** How the causes found become fixes and a plan: the room to the right decides. */
export type Fixer = (
  causes: readonly DiagnosedCause[],
  playbooks: readonly LoadedPlaybook[],
  scopeOf: (playbook: LoadedPlaybook) => Scope,
  known: KnownFacts,
) => Promise<Pick<Diagnosis, 'fixes' | 'plan' | 'nextBlockers'>>;

export async function conclude(
  denials: ChosenDenial,
  { known, matches }: Settled,
  answers: Answers,
  fixesOf: Fixer,
): Promise<Diagnosis> {
  const playbooks = matches.map((match) => match.playbook);
  const steps = await runSteps(
    playbooks,
    (playbook, outcomes) => playbookScope(playbook, known, answers, outcomes),
    answers,
  );
  const scopeOf = (playbook: LoadedPlaybook) => playbookScope(playbook, known, answers, outcomesOf(playbook, steps));
  const causes = await diagnoseCauses(playbooks, scopeOf, steps);
  return {
    denial: denials.chosen[0] ?? null,
    others: denials.others,
    matches: matches.map(describeMatch),
    ...describeSteps(steps, scopeOf),
    causes,
    ...(await fixesOf(causes, playbooks, scopeOf, known)),
    exhausted: !causes.some((cause) => cause.state === 'confirmed'),
    references: referencesOf(playbooks),
    ...describeFacts(known),
    answers,
  };
}

const referencesOf = (playbooks: readonly LoadedPlaybook[]): Diagnosis['references'] =>
  uniqueBy(
    playbooks.flatMap(({ references }) => references),
    ({ url }) => url,
  );

function describeSteps(steps: readonly RanStep[], scopeOf: (playbook: LoadedPlaybook) => Scope) {
  return {
    steps: steps.map((ran) => diagnoseStep(ran, scopeOf(ran.playbook))),
    questions: uniqueBy(
      steps.flatMap((ran) => questionOf(ran, scopeOf(ran.playbook))),
      ({ step, question }) => `${step} ${question}`,
    ),
  };
}

function describeFacts(known: KnownFacts) {
  const { facts, conflicts } = known;
  const layers = layersOf(known);
  return {
    particulars: particularsOf(facts),
    layers,
    blindSpots: blindSpotsOf(layers, facts),
    facts: [...facts.values()],
    conflicts,
  };
}

const outcomesOf = (playbook: LoadedPlaybook, steps: readonly RanStep[]) =>
  new Map(steps.filter((ran) => ran.playbook === playbook).map(({ step, outcome }) => [step.id, outcome]));

const describeMatch = ({ playbook, held }: Match): MatchedPlaybook => ({
  playbook: playbook.id,
  title: playbook.title,
  summary: playbook.summary,
  specificity: playbook.specificity,
  family: playbook.family,
  why: held,
});

function uniqueBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  return [...new Map(items.toReversed().map((item) => [keyOf(item), item])).values()].toReversed();
}
