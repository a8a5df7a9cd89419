// Puts the choices of a screen into words.
import type { DiagnosedStep } from '../../model/diagnosis.ts';
import { denialsOf, optionsAt, type Action, type Option } from '../state/options.ts';
import type { Copy } from '../state/copies.ts';
import { layerNouns } from '../../render/sentences/layers.ts';
import { answerKind } from '../state/step-options.ts';
import { openSteps, stepAt } from '../state/walk.ts';
import type { StepPlace, WizardState } from '../state/wizard-state.ts';
import { errorLine } from './screens/denials.ts';
import { outcomeNote, signOf } from './step-signs.ts';
import type { Signs } from '../layout/theme.ts';
import type { OptionLine } from './view.ts';
import { articleNote, actionLabels, confirmLabels, copyTitles, dontKnowLabel, outcomeLabels, plural } from './words.ts';

function actionLabel(state: WizardState, action: Action): string {
  if (state.place.screen !== 'result') return actionLabels[action];
  const open = action === 'openQuestions' ? ` (${openSteps(state, state.place.focus).length})` : '';
  return `${actionLabels[action]}${open}`;
}

const stepLabel = (step: DiagnosedStep | undefined, signs: Signs): string =>
  step === undefined ? '' : `${signOf(step, signs)} ${step.title} (${outcomeNote(step)})${articleNote(step.article)}`;

function familyLabel(state: WizardState, family: string): string {
  const count = state.playbooks.filter((playbook) => playbook.family === family).length;
  return `${family.replaceAll('-', ' ')} (${plural(count, 'playbook')})`;
}

function playbookLabel({ place, playbooks }: WizardState, { playbook, title }: Extract<Option, { kind: 'playbook' }>) {
  if (place.screen === 'match') return `Instead: ${title}`;
  const found = place.screen === 'search' ? playbooks.find(({ id }) => id === playbook) : undefined;
  return found === undefined ? title : `${title} (${found.family.replaceAll('-', ' ')})`;
}

export function copyLabel({ kind, text, layer, name }: Copy): string {
  if (kind !== 'policy') return `${copyTitles[kind]}: ${shortened(text)}`;
  const what = layer === undefined ? copyTitles.policy : `For the ${layerNouns[layer]}`;
  return name === undefined ? what : `${what} ${name}, with the change`;
}

/** The beginning is enough to tell it by: the whole stands above. */
const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 50 ? `${line.slice(0, 49)}…` : line;
};

function labelOf(state: WizardState, option: Option, signs: Signs): string {
  switch (option.kind) {
    case 'action':
      return actionLabel(state, option.action);
    case 'outcome':
      return outcomeLabels[option.outcome];
    case 'value':
      return option.label === '' ? (confirmLabels[option.value] ?? option.value) : option.label;
    case 'dontKnow':
      return dontKnowLabel;
    case 'family':
      return familyLabel(state, option.family);
    case 'playbook':
      return playbookLabel(state, option);
    case 'copy':
      return copyLabel(option.copy);
    case 'denial':
      return errorLine(denialsOf(state)[option.position]);
    case 'step':
      return stepLabel(stepAt(state, option.at), signs);
  }
}

function markOf(state: WizardState, place: StepPlace, option: Option): { readonly marked?: boolean } {
  if (option.kind !== 'value' || answerKind(state, place.at) !== 'multichoice') return {};
  return { marked: place.marked.includes(option.value) };
}

export const choicesOf = (state: WizardState, signs: Signs): readonly OptionLine[] =>
  optionsAt(state, state.place).map((option) => ({
    label: labelOf(state, option, signs),
    ...(state.place.screen === 'step' ? markOf(state, state.place, option) : {}),
  }));
