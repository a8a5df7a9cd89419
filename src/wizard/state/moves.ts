// Moves between places: forward with a trace, back along it, and in place.
import { keyOf, stepAt } from './walk.ts';
import type { Effect, Place, Transition, Unsent, WizardState } from './wizard-state.ts';

export const only = (state: WizardState, ...effects: readonly Effect[]): Transition => ({ state, effects });

export const at = (state: WizardState, place: Place): WizardState => ({ ...state, place });

export const go = (state: WizardState, place: Place): WizardState => ({
  ...state,
  place,
  history: [...state.history, state.place],
  ahead: [],
});

/** A step that an answer has since made pointless is no place to return to. */
export function isReachable(state: WizardState, place: Place): boolean {
  const ref = place.screen === 'step' || place.screen === 'copies' ? place.at : undefined;
  if (ref === undefined) return true;
  const step = stepAt(state, ref);
  return step !== undefined && step.outcome !== 'skipped';
}

export function back(state: WizardState): WizardState {
  const to = state.history.findLastIndex((place) => isReachable(state, place));
  const place = state.history[to];
  if (place === undefined) return state;
  const ahead = [state.place, ...state.ahead];
  return { ...state, place, history: state.history.slice(0, to), ahead, unsent: remembered(state) };
}

/** Where going back came from. */
export function forward(state: WizardState): WizardState {
  const to = state.ahead.findIndex((place) => isReachable(state, place));
  const place = state.ahead[to];
  if (place === undefined) return state;
  return { ...state, place, history: [...state.history, state.place], ahead: state.ahead.slice(to + 1) };
}

/** The name under which a place's text is remembered: that of its step, none for the error's own text. */
export const unsentName = (place: Place): string | undefined =>
  place.screen === 'step' ? keyOf(place.at) : place.screen === 'input' ? '' : undefined;

function remembered(state: WizardState): Readonly<Record<string, Unsent>> {
  const { place, unsent } = state;
  const name = unsentName(place);
  if (name === undefined || !('draft' in place)) return unsent;
  const marked = place.screen === 'step' ? place.marked : [];
  return { ...unsent, [name]: { draft: place.draft, marked } };
}

/** Nothing is left behind of what was sent or given up. */
export function withoutUnsent(state: WizardState, name: string): Readonly<Record<string, Unsent>> {
  return Object.fromEntries(Object.entries(state.unsent).filter(([other]) => other !== name));
}

export const canGoBack = (state: WizardState): boolean => back(state) !== state;

/** Back to where a file name was asked for. */
export function leaveExport(state: WizardState): WizardState {
  let left = state;
  while (left.place.screen === 'export' || left.place.screen === 'overwrite') {
    const before = back(left);
    if (before === left) return left;
    left = before;
  }
  return left;
}
