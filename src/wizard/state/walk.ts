// Reads the walk through a diagnosis: which steps it has, which need the person, which comes next.
import type { DiagnosedCause, DiagnosedStep, MatchedPlaybook } from '../../model/diagnosis.ts';
import type { StepRef, WizardState } from './wizard-state.ts';

export const keyOf = (at: StepRef): string => `${at.playbook}/${at.step}`;

export const refOf = (step: DiagnosedStep): StepRef => ({ playbook: step.playbook, step: step.id });

export const matchesOf = (state: WizardState): readonly MatchedPlaybook[] => state.diagnosis?.matches ?? [];

/** The playbook in the foreground: the one asked for while it still matches, else the first. */
export function focusOf(state: WizardState, wanted: string | undefined): string | undefined {
  const ids = matchesOf(state).map((match) => match.playbook);
  return wanted !== undefined && ids.includes(wanted) ? wanted : ids[0];
}

/** The playbook in the foreground, then the companions. */
function walkedPlaybooks(state: WizardState, wanted: string | undefined): readonly string[] {
  const focus = focusOf(state, wanted);
  const companions = matchesOf(state).filter((match) => match.specificity === 'companion' && match.playbook !== focus);
  return [...(focus === undefined ? [] : [focus]), ...companions.map((match) => match.playbook)];
}

/** The steps to walk, in the order of the playbooks walked, each shared step once. */
export function walkOf(state: WizardState, wanted: string | undefined): readonly DiagnosedStep[] {
  const order = walkedPlaybooks(state, wanted);
  const shown = (state.diagnosis?.steps ?? []).filter((step) => step.outcome !== 'skipped');
  const steps = order.flatMap((playbook) => shown.filter((step) => step.playbook === playbook));
  return steps.filter((step, at) => steps.findIndex((other) => sameStep(step, other)) === at);
}

const sameStep = (left: DiagnosedStep, right: DiagnosedStep): boolean =>
  left.id === right.id && left.title === right.title;

export const stepAt = (state: WizardState, at: StepRef): DiagnosedStep | undefined =>
  state.diagnosis?.steps.find((step) => step.playbook === at.playbook && step.id === at.step);

export const answerOf = (state: WizardState, at: StepRef): string | readonly string[] | undefined =>
  state.answers[keyOf(at)] ?? state.answers[at.step];

/** Whether the walk stops at this step: an open question, a failed check to read, or a guide not yet seen. */
export function needsPerson(state: WizardState, step: DiagnosedStep): boolean {
  const at = refOf(step);
  if (state.passed.includes(keyOf(at)) || answerOf(state, at) !== undefined) return false;
  return step.outcome !== 'pass' && step.outcome !== 'answered';
}

/** The next step that needs the person: after this one, or anywhere when none is given. */
export function nextStep(state: WizardState, focus: string | undefined, after?: StepRef): DiagnosedStep | undefined {
  const walk = walkOf(state, focus);
  const from = after === undefined ? 0 : walk.findIndex((step) => keyOf(refOf(step)) === keyOf(after)) + 1;
  return walk.slice(from).find((step) => needsPerson(state, step));
}

/** Steps still without an outcome, whether gone past or not. */
export const openSteps = (state: WizardState, focus: string | undefined): readonly DiagnosedStep[] =>
  walkOf(state, focus).filter((step) => step.outcome === 'open' || step.outcome === 'unknown');

/** Steps that settled themselves between the last stop and this one. */
export function settledBefore(state: WizardState, focus: string | undefined, at: StepRef): readonly DiagnosedStep[] {
  const walk = walkOf(state, focus);
  const here = walk.findIndex((step) => keyOf(refOf(step)) === keyOf(at));
  const earlier = walk.slice(0, Math.max(0, here));
  const stop = earlier.findLastIndex((step) => step.outcome !== 'pass' || answerOf(state, refOf(step)) !== undefined);
  return earlier.slice(stop + 1);
}

/** How a cause stands with the reader: one that only suggests is never called confirmed. */
export type Standing = 'confirmed' | 'suggested' | 'open' | 'ruledOut';

export const standingOf = ({ state, strength }: DiagnosedCause): Standing =>
  state === 'confirmed' && strength === 'suggests' ? 'suggested' : state;

/** The causes that count here: every confirmed one, and of the others those of the playbooks walked. */
export function causesOf(state: WizardState, wanted: string | undefined): readonly DiagnosedCause[] {
  const walked = walkedPlaybooks(state, wanted);
  const causes = state.diagnosis?.causes ?? [];
  return causes.filter((cause) => cause.state === 'confirmed' || walked.includes(cause.playbook));
}
