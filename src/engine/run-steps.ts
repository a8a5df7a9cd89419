// Runs the steps of the matched playbooks: each waits for the earlier steps it reads, and all that are ready share one engine run.
import type { Explanation } from '../model/diagnosis.ts';
import type { LoadedPlaybook, Step, StepOutcome } from '../model/playbook.ts';
import { answerTo, dontKnow, type Answer, type Answers } from '../facts/answers.ts';
import { evaluateRules } from './evaluate.ts';
import type { Rule, Scope } from './scope.ts';
import { askedFact, factsIn } from './settles.ts';

export interface RanStep {
  readonly playbook: LoadedPlaybook;
  readonly step: Step;
  readonly outcome: StepOutcome;
  readonly answer?: Answer;
  /** The check's condition after evaluation. */
  readonly evidence?: Explanation;
}

export type ScopeWith = (playbook: LoadedPlaybook, outcomes: ReadonlyMap<string, StepOutcome>) => Scope;

interface Pending {
  readonly playbook: LoadedPlaybook;
  readonly step: Step;
}

const conditionsOf = (step: Step) => [
  ...(step.when === undefined ? [] : [step.when]),
  ...(step.type === 'check' ? [step.expect] : []),
];

export async function runSteps(
  playbooks: readonly LoadedPlaybook[],
  scopeOf: ScopeWith,
  answers: Answers,
): Promise<readonly RanStep[]> {
  const outcomes = new Map(playbooks.map((playbook) => [playbook.id, new Map<string, StepOutcome>()]));
  const outcomesOf = ({ id }: LoadedPlaybook) => outcomes.get(id) ?? new Map<string, StepOutcome>();
  const all: readonly Pending[] = playbooks.flatMap((playbook) => playbook.steps.map((step) => ({ playbook, step })));
  const ran = new Map<Pending, RanStep>();
  let waiting = all;
  while (waiting.length > 0) {
    const free = waiting.filter((pending) => !waitsForAny(pending, waiting));
    const ready = free.length > 0 ? free : waiting;
    const scopes = (playbook: LoadedPlaybook) => scopeOf(playbook, outcomesOf(playbook));
    const explanations = await evaluateRules(ready.flatMap((pending) => rulesOf(pending, scopes(pending.playbook))));
    for (const pending of ready) {
      const result = settle(pending, explanations, scopes(pending.playbook), answers);
      ran.set(pending, result);
      outcomesOf(pending.playbook).set(pending.step.id, result.outcome);
    }
    waiting = waiting.filter((pending) => !ready.includes(pending));
  }
  return all.flatMap((pending) => ran.get(pending) ?? []);
}

/** Whether it reads the outcome of an earlier step that has not run yet. */
function waitsForAny({ playbook, step }: Pending, waiting: readonly Pending[]): boolean {
  const reads = conditionsOf(step).flatMap((condition) => factsIn(condition, playbook.conditions ?? {}));
  if (!reads.some((fact) => fact.startsWith('steps.'))) return false;
  return waiting.some((other) => other.playbook === playbook && reads.includes(`steps.${other.step.id}`));
}

const keyOf = ({ playbook, step }: Pending, part: 'when' | 'expect'): string => `${playbook.id}/${step.id}#${part}`;

const rulesOf = (pending: Pending, scope: Scope): readonly Rule[] => [
  ...(pending.step.when === undefined ? [] : [{ key: keyOf(pending, 'when'), condition: pending.step.when, scope }]),
  ...(pending.step.type === 'check' ? [{ key: keyOf(pending, 'expect'), condition: pending.step.expect, scope }] : []),
];

function settle(
  pending: Pending,
  explanations: ReadonlyMap<string, Explanation>,
  scope: Scope,
  answers: Answers,
): RanStep {
  const { playbook, step } = pending;
  const answer = answerTo(answers, playbook.id, step.id);
  const evidence = explanations.get(keyOf(pending, 'expect'));
  const known = {
    ...pending,
    ...(answer === undefined ? {} : { answer }),
    ...(evidence === undefined ? {} : { evidence }),
  };
  if (explanations.get(keyOf(pending, 'when'))?.value === false) return { ...known, outcome: 'skipped' };
  if (step.type === 'guide') return { ...known, outcome: 'shown' };
  if (step.type === 'ask') return { ...known, outcome: isSettled(step, scope, answer) ? 'answered' : 'open' };
  return { ...known, outcome: checkOutcome(evidence, answer) };
}

/** Not knowing is a reply, and leaves the question open. */
const isSettled = (step: Step, scope: Scope, answer: Answer | undefined): boolean => {
  if (answer !== undefined && answer !== dontKnow) return true;
  const asked = askedFact(step);
  return asked !== undefined && scope.valueOf(asked) !== undefined;
};

/** What the facts say comes first; the person's word counts where they say nothing. */
function checkOutcome(evidence: Explanation | undefined, answer: Answer | undefined): StepOutcome {
  if (evidence?.value === true) return 'pass';
  if (evidence?.value === false) return 'fail';
  return answer === 'pass' || answer === 'fail' ? answer : dontKnow;
}
