// Moves between places: forward with a trace, back along it, and in place.
import { stepAt } from './walk.ts';
import type { Effect, Place, Transition, WizardState } from './wizard-state.ts';

export const only = (state: WizardState, ...effects: readonly Effect[]): Transition => ({ state, effects });

export const at = (state: WizardState, place: Place): WizardState => ({ ...state, place });

export const go = (state: WizardState, place: Place): WizardState => ({
  ...state,
  place,
  history: [...state.history, state.place],
});

/** A step that an answer has since made pointless is no place to return to. */
function isReachable(state: WizardState, place: Place): boolean {
  if (place.screen !== 'step' && place.screen !== 'commands') return true;
  const step = stepAt(state, place.at);
  return step !== undefined && step.outcome !== 'skipped';
}

export function back(state: WizardState): WizardState {
  const to = state.history.findLastIndex((place) => isReachable(state, place));
  const place = state.history[to];
  return place === undefined ? state : { ...state, place, history: state.history.slice(0, to) };
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
