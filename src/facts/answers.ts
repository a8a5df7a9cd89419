// Turns what the person answered into facts: by-hand results of checks, choices and texts of questions.
import type { Fact, FactValue } from '../model/fact.ts';
import type { AskStep, CheckStep, LoadedPlaybook, Step } from '../model/playbook.ts';
import { readTextAnswer } from './answer-readers.ts';

export type Answer = string | readonly string[];
export type Answers = Readonly<Record<string, Answer>>;

/** The reply that leaves everything open. */
export const dontKnow = 'unknown';

/** The answer to a step: one given for just this playbook, or for any with such a step. */
export function answerTo(answers: Answers, playbook: string, step: string): Answer | undefined {
  const key = `${playbook}/${step}`;
  if (Object.hasOwn(answers, key)) return answers[key];
  return Object.hasOwn(answers, step) ? answers[step] : undefined;
}

const isNamed = (answers: Answers, playbook: string): boolean =>
  Object.keys(answers).some((key) => key.startsWith(`${playbook}/`));

/** Facts of the answers to these playbooks' steps, and to those the answers name, in the order of the steps. */
export function factsOfAnswers(
  answers: Answers,
  matched: readonly LoadedPlaybook[],
  all: readonly LoadedPlaybook[],
): readonly Fact[] {
  const answered = all.filter((playbook) => matched.includes(playbook) || isNamed(answers, playbook.id));
  const inOrder = [...matched, ...answered.filter((playbook) => !matched.includes(playbook))];
  return inOrder.flatMap((playbook) => playbook.steps.flatMap((step) => factsOfStep(answers, playbook.id, step)));
}

function factsOfStep(answers: Answers, playbook: string, step: Step): readonly Fact[] {
  const answer = answerTo(answers, playbook, step.id);
  if (answer === undefined || answer === dontKnow || step.type === 'guide') return [];
  const from = `${playbook}/${step.id}`;
  return step.type === 'check' ? stated(checkStates(step, answer), from) : factsOfAsk(step, answer, from);
}

const checkStates = (step: CheckStep, answer: Answer) =>
  answer === 'pass' ? step.by_hand.pass : answer === 'fail' ? step.by_hand.fail : undefined;

function factsOfAsk(step: AskStep, answer: Answer, from: string): readonly Fact[] {
  if (step.answer === 'text') return typeof answer === 'string' ? readTextAnswer(step, answer, from) : [];
  const chosen = [answer].flat();
  const choices = (step.choices ?? []).filter((choice) => chosen.includes(choice.value));
  return choices.flatMap((choice) => stated(choice.sets, from));
}

export function stated(values: Readonly<Record<string, FactValue>> | undefined, from: string): readonly Fact[] {
  return Object.entries(values ?? {}).map(([name, value]) => ({
    name,
    status: 'present',
    value,
    source: { origin: 'answer', from, grade: 'answered' },
  }));
}
