// Asks for a diagnosis with the answers as they now stand, and takes it in when it comes.
import type { DiagnosedCause, Diagnosis, Question } from '../../model/diagnosis.ts';
import type { Answers } from '../contract.ts';
import { at, back, go, isReachable, only, withoutUnsent } from './moves.ts';
import { stepPlace } from './step-options.ts';
import { causesOf, focusOf, keyOf, nextStep, refOf, standingOf, type Standing } from './walk.ts';
import type { Notice, Onward, Place, StepRef, Transition, WizardState } from './wizard-state.ts';

export function ask(state: WizardState, onward: Onward, answers: Answers = state.answers): Transition {
  const id = state.runs + 1;
  const busy = { kind: 'diagnosing', id, onward, before: state.answers } as const;
  const { text, denial, chosen } = state;
  return only(
    { ...state, answers, runs: id, busy, reading: [] },
    { kind: 'diagnose', id, text, denial, chosen, answers },
  );
}

export function setAnswer(state: WizardState, at: StepRef, answer: string | readonly string[]): Transition {
  const passed = state.passed.filter((key) => key !== keyOf(at));
  const unsent = withoutUnsent(state, keyOf(at));
  return ask({ ...state, passed, unsent }, 'advance', { ...withoutAnswer(state.answers, at), [keyOf(at)]: answer });
}

export function withoutAnswer(answers: Answers, at: StepRef): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([key]) => key !== keyOf(at) && key !== at.step));
}

/** On to the next step that needs the person, else to the result. */
export function advance(state: WizardState): WizardState {
  if (state.place.screen !== 'step') return state;
  const { at } = state.place;
  const focus = focusOf(state, state.place.focus);
  const next = nextStep(state, focus, at) ?? nextStep(state, focus);
  return go(state, next === undefined ? { screen: 'result', focus, cursor: 0 } : stepPlace(state, focus, refOf(next)));
}

export function passAndAdvance(state: WizardState): WizardState {
  if (state.place.screen !== 'step') return state;
  const key = keyOf(state.place.at);
  const passed = [...state.passed.filter((other) => other !== key), key];
  return advance({ ...state, passed, unsent: withoutUnsent(state, key) });
}

function seenQuestions(state: WizardState, diagnosis: Diagnosis): Readonly<Record<string, Question>> {
  const entries = diagnosis.questions.map((question) => [keyOf(question), question] as const);
  return { ...state.questions, ...Object.fromEntries(entries) };
}

/** What an answer did to the causes that are counted here. */
function changes(before: Diagnosis | undefined, after: WizardState): Notice | undefined {
  const earlier = ({ id, playbook }: DiagnosedCause): Standing => {
    const cause = before?.causes.find((other) => other.id === id && other.playbook === playbook);
    return cause === undefined ? 'open' : standingOf(cause);
  };
  const changed = causesOf(after, 'focus' in after.place ? after.place.focus : undefined)
    .filter((cause) => before !== undefined && earlier(cause) !== standingOf(cause))
    .map((cause) => ({ title: cause.title, standing: standingOf(cause) }));
  return changed.length === 0 ? undefined : { kind: 'causes', changed };
}

export function diagnosed(state: WizardState, id: number, diagnosis: Diagnosis): WizardState {
  if (state.busy?.kind !== 'diagnosing' || state.busy.id !== id) return state;
  const taken = { ...state, diagnosis, busy: undefined, questions: seenQuestions(state, diagnosis) };
  if (state.busy.onward === 'read') return hereAgain(taken);
  const lost = state.place.screen === 'step' && focusOf(taken, state.place.focus) !== state.place.focus;
  const first = diagnosis.matches[0];
  const notice: Notice | undefined =
    lost && first !== undefined ? { kind: 'refocused', playbook: first.title } : changes(state.diagnosis, taken);
  return { ...advance(taken), notice };
}

/** Where a session goes on: at the step with its answer, or before it where it has gone since. */
function hereAgain(state: WizardState): WizardState {
  const { place } = state;
  if (place.screen !== 'step') return state;
  if (isReachable(state, place)) return at(state, stepPlace(state, place.focus, place.at));
  const before = back(state);
  return before === state ? at(state, { screen: 'read', cursor: 0 }) : before;
}

/** The last of many lines are enough. */
const kept = 50;

export const heard = (state: WizardState, line: string): WizardState =>
  state.busy?.kind === 'diagnosing' ? { ...state, reading: [...state.reading, line].slice(-kept) } : state;

/** Something is being read that the person need not wait for. */
export const isReading = ({ busy, reading }: WizardState): boolean => busy?.kind === 'diagnosing' && reading.length > 0;

export function failed(state: WizardState, id: number, detail: string): WizardState {
  if (state.busy?.kind !== 'diagnosing' || state.busy.id !== id) return state;
  return { ...state, busy: undefined, answers: state.busy.before, notice: { kind: 'failed', detail } };
}

const keptTrace = (state: WizardState): readonly Place[] =>
  state.history.slice(0, 1).filter((p) => p.screen === 'input');

/** Without what was answered about something else; answers given before there was anything to answer stay. */
export function startedOver(state: WizardState, text: string | undefined): WizardState {
  const isOther = state.text !== text && (state.text !== undefined || state.chosen !== undefined);
  return isOther ? { ...state, answers: {}, keptAnswers: {}, denial: 0, passed: [], unsent: {} } : state;
}

/** Starts over on a text; the same text again keeps its answers. */
export function readText(state: WizardState, text: string): Transition {
  const history: readonly Place[] = state.place.screen === 'input' ? [state.place] : [];
  const fresh = startedOver(state, text);
  return ask(
    {
      ...fresh,
      text,
      chosen: undefined,
      diagnosis: undefined,
      questions: {},
      ahead: [],
      unsent: withoutUnsent(fresh, ''),
      history,
      place: { screen: 'read', cursor: 0 },
    },
    'read',
  );
}

/** Turns to another denial of the same text, each with the answers given for it. */
export function readDenial(state: WizardState, position: number): Transition {
  const keptAnswers = { ...state.keptAnswers, [state.denial]: state.answers };
  const place: Place = { screen: 'read', cursor: 0 };
  const answers = keptAnswers[position] ?? {};
  return ask(
    { ...state, denial: position, keptAnswers, passed: [], unsent: {}, ahead: [], history: keptTrace(state), place },
    'read',
    answers,
  );
}
