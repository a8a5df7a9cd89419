// Checks answers given by flag or file against the steps they name: an unknown step or value is a problem, with what is valid.
import type { LoadedPlaybook, Step } from '../model/playbook.ts';
import { suggestion } from '../playbook/validate/nearest.ts';
import { isReadable } from './answer-readers.ts';
import { dontKnow, type Answers } from './answers.ts';

export interface AnswerProblem {
  readonly key: string;
  readonly problem: string;
  readonly hint: string;
}

interface Place {
  readonly playbook: string;
  readonly step: Step;
}

const placesOf = (playbooks: readonly LoadedPlaybook[]): readonly Place[] =>
  playbooks.flatMap((playbook) =>
    playbook.steps.filter((step) => step.type !== 'guide').map((step) => ({ playbook: playbook.id, step })),
  );

/** A bare step id is looked for in the matched playbooks; one with a playbook before it, in all. */
export function answerProblems(
  answers: Answers,
  matched: readonly LoadedPlaybook[],
  all: readonly LoadedPlaybook[],
): readonly AnswerProblem[] {
  return Object.entries(answers).flatMap(([key, answer]) => {
    const playbooks = key.includes('/') ? all : matched;
    const places = placesOf(playbooks).filter(({ playbook, step }) =>
      key.includes('/') ? `${playbook}/${step.id}` === key : step.id === key,
    );
    if (places.length === 0) return [unknownStep(key, matched, all)];
    return places.flatMap(({ step }) => valueProblem(key, step, answer)).slice(0, 1);
  });
}

function unknownStep(key: string, matched: readonly LoadedPlaybook[], all: readonly LoadedPlaybook[]): AnswerProblem {
  const [playbook] = key.split('/');
  const named = key.includes('/') ? all.filter(({ id }) => id === playbook) : matched;
  const valid = placesOf(named).map((place) => (key.includes('/') ? `${place.playbook}/` : '') + place.step.id);
  const names = key.includes('/') && named.length === 0 ? all.map(({ id }) => `${id}/…`) : [...new Set(valid)];
  return { key, problem: `There is no step ${JSON.stringify(key)} to answer here`, hint: suggestion(key, names, 40) };
}

function valueProblem(key: string, step: Step, answer: string | readonly string[]): readonly AnswerProblem[] {
  if (step.type === 'ask' && step.answer === 'text') {
    if (answer === dontKnow || (typeof answer === 'string' && isReadable(step, answer))) return [];
    return [{ key, problem: `The answer to ${key} cannot be read`, hint: `it wants: ${step.question}` }];
  }
  const valid = validValues(step);
  const many = step.type === 'ask' && step.answer === 'multichoice';
  const given = [answer].flat();
  const stray = given.find((value) => !valid.includes(value));
  if (stray === undefined && (many || given.length === 1)) return [];
  const problem =
    stray === undefined ? `${key} takes one answer` : `${JSON.stringify(stray)} is never an answer to ${key}`;
  return [{ key, problem, hint: `one of: ${valid.join(', ')}` }];
}

export function validValues(step: Step): readonly string[] {
  if (step.type === 'check') return ['pass', 'fail', dontKnow];
  if (step.type === 'guide' || step.answer === 'text') return [];
  return step.answer === 'confirm' ? ['yes', 'no', dontKnow] : [...(step.choices ?? []).map((c) => c.value), dontKnow];
}
