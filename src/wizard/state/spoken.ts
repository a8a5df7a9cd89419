// What a person says in words instead of by keys: a choice by its number, an action by its name, a whole text at once.
import { setAnswer } from './diagnosing.ts';
import { draftOf } from './draft.ts';
import { at, only } from './moves.ts';
import { optionsAt, type Action } from './options.ts';
import { choose, moveCursor, perform } from './perform.ts';
import { shortcuts } from './shortcuts.ts';
import { answerKind } from './step-options.ts';
import { submitted } from './typing.ts';
import type { SpokenEvent, Transition, WizardState } from './wizard-state.ts';

/** Of a question that takes several answers the values that were named; anything else that was named stands alone. */
function chosen(state: WizardState, positions: readonly number[]): Transition {
  const options = optionsAt(state, state.place);
  const named = positions.map((position) => options[position]);
  const [first] = named;
  if (first === undefined) return only(state);
  const { place } = state;
  if (place.screen !== 'step' || answerKind(state, place.at) !== 'multichoice' || first.kind !== 'value')
    return choose(moveCursor(state, positions[0] ?? 0), first);
  const values = named.flatMap((option) => (option?.kind === 'value' ? [option.value] : []));
  return setAnswer(state, place.at, [...new Set(values)]);
}

/** The actions that can be named here: those that keys would start, also while a text is typed. */
export const spokenActions = (state: WizardState): readonly Action[] =>
  shortcuts.filter((shortcut) => shortcut.isOffered(state)).map(({ action }) => action);

/** What is typed to find something only changes what is found. */
function typed(state: WizardState, text: string): Transition {
  const { place } = state;
  if (place.screen !== 'search' && place.screen !== 'help') return submitted(state, text);
  return only(at(state, { ...place, draft: draftOf(text), ...(place.screen === 'search' ? { cursor: 0 } : {}) }));
}

export function spoken(state: WizardState, event: SpokenEvent): Transition {
  if (state.busy !== undefined) return only(state);
  const quiet = { ...state, notice: undefined, digits: '' };
  if (event.kind === 'chosen') return chosen(quiet, event.positions);
  if (event.kind === 'typed') return typed(quiet, event.text);
  return spokenActions(quiet).includes(event.action) ? perform(quiet, event.action) : only(state);
}
