// How a step is answered, and what it offers to choose from.
import type { Question } from '../../model/diagnosis.ts';
import type { AskStep } from '../../model/playbook.ts';
import { draftOf } from './draft.ts';
import type { Option } from './options.ts';
import { answerOf, keyOf, stepAt } from './walk.ts';
import type { Screen, StepPlace, StepRef, WizardState } from './wizard-state.ts';

export type AnswerKind = Question['answer'] | 'none';

export const askIn = (state: WizardState, at: StepRef): AskStep | undefined =>
  state.playbooks
    .find((playbook) => playbook.id === at.playbook)
    ?.steps.find((step): step is AskStep => step.id === at.step && step.type === 'ask');

/** A check that settled itself and a guide take no answer. */
export function answerKind(state: WizardState, at: StepRef): AnswerKind {
  const step = stepAt(state, at);
  if (step === undefined || step.type === 'guide') return 'none';
  if (step.type === 'ask') return state.questions[keyOf(at)]?.answer ?? askIn(state, at)?.answer ?? 'text';
  return step.outcome === 'unknown' || answerOf(state, at) !== undefined ? 'check' : 'none';
}

function choicesOf(state: WizardState, at: StepRef): readonly Option[] {
  const choices = state.questions[keyOf(at)]?.choices ?? askIn(state, at)?.choices ?? [];
  return choices.map(({ value, label }) => ({ kind: 'value', value, label }));
}

const yesOrNo = (state: WizardState, at: StepRef): readonly Option[] => {
  const stated = choicesOf(state, at);
  const plain = ['yes', 'no'].map((value) => ({ kind: 'value' as const, value, label: '' }));
  return stated.length > 0 ? stated : plain;
};

export function stepOptions(state: WizardState, at: StepRef): readonly Option[] {
  const kind = answerKind(state, at);
  const dontKnow: Option = { kind: 'dontKnow' };
  if (kind === 'none') return [{ kind: 'action', action: 'continue' }];
  if (kind === 'check') return (['pass', 'fail', 'unknown'] as const).map((outcome) => ({ kind: 'outcome', outcome }));
  if (kind === 'confirm') return [...yesOrNo(state, at), dontKnow];
  if (kind === 'text') return [];
  return [...choicesOf(state, at), dontKnow];
}

/** Screens on which letters are a text, whatever they show. */
const typed: readonly Screen[] = ['input', 'export', 'search', 'help'];

/** Whether keys are typed into a text here. */
export const isTyping = (state: WizardState): boolean =>
  typed.includes(state.place.screen) || (state.place.screen === 'step' && answerKind(state, state.place.at) === 'text');

/** Where the cursor starts on a step: on the answer given before, else on the first choice. */
export function stepPlace(state: WizardState, focus: string | undefined, at: StepRef): StepPlace {
  const given = answerOf(state, at);
  const values = given === undefined ? [] : [given].flat();
  const cursor = stepOptions(state, at).findIndex(
    (option) =>
      (option.kind === 'value' && values.includes(option.value)) ||
      (option.kind === 'outcome' && values.includes(option.outcome)),
  );
  const left = state.unsent[keyOf(at)];
  const text = answerKind(state, at) === 'text' ? values.join('\n') : '';
  const marked = left?.marked ?? (answerKind(state, at) === 'multichoice' ? values : []);
  return { screen: 'step', focus, at, cursor: Math.max(0, cursor), marked, draft: left?.draft ?? draftOf(text) };
}
