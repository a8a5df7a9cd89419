// Keys on a screen of choices: arrows and digits move and choose, letters are shortcuts.
import { setAnswer } from './diagnosing.ts';
import { at, back, forward, only } from './moves.ts';
import { optionsAt, type Option } from './options.ts';
import { answerKind } from './step-options.ts';
import { choose, moveCursor, perform } from './perform.ts';
import { shortcutsAt } from './shortcuts.ts';
import type { Key, StepPlace, Transition, WizardState } from './wizard-state.ts';

/** Up to nine choices a digit says which one; beyond, digits move the cursor and Enter chooses. */
const mostForOneDigit = 9;

const isMultichoice = (state: WizardState): boolean =>
  state.place.screen === 'step' && answerKind(state, state.place.at) === 'multichoice';

function toggled(state: WizardState, place: StepPlace, value: string): WizardState {
  const marked = place.marked.includes(value)
    ? place.marked.filter((other) => other !== value)
    : [...place.marked, value];
  return at(state, { ...place, marked });
}

function pick(state: WizardState, option: Option | undefined): Transition {
  if (option === undefined) return only(state);
  if (state.place.screen === 'step' && isMultichoice(state) && option.kind === 'value')
    return only(toggled(state, state.place, option.value));
  return choose(state, option);
}

function confirm(state: WizardState, option: Option | undefined): Transition {
  if (option === undefined) return only(state);
  if (state.place.screen !== 'step' || !isMultichoice(state) || option.kind !== 'value') return choose(state, option);
  const { marked } = state.place;
  return setAnswer(state, state.place.at, marked.length === 0 ? [option.value] : marked);
}

function digit(state: WizardState, char: string, options: readonly Option[]): Transition {
  if (options.length <= mostForOneDigit) {
    const position = Number(char) - 1;
    return position >= 0 && position < options.length
      ? pick(moveCursor(state, position), options[position])
      : only(state);
  }
  const typed = [state.digits + char, char].find((digits) => Number(digits) >= 1 && Number(digits) <= options.length);
  return only(typed === undefined ? state : { ...moveCursor(state, Number(typed) - 1), digits: typed });
}

function letter(state: WizardState, char: string): Transition {
  const shortcut = shortcutsAt(state).find((other) => other.char === char.toLowerCase());
  return shortcut === undefined ? only(state) : perform(state, shortcut.action);
}

/** Where the choices stand side by side, arrows to the sides move among them. */
function moved(cursor: number, key: Key, count: number, isInRows: boolean): number | undefined {
  if (count === 0) return undefined;
  if (key === 'up' || (isInRows && key === 'left')) return (cursor + count - 1) % count;
  if (key === 'down' || key === 'tab' || (isInRows && key === 'right')) return (cursor + 1) % count;
  if (key === 'home') return 0;
  return key === 'end' ? count - 1 : undefined;
}

export function menuKey(before: WizardState, key: Key): Transition {
  const options = optionsAt(before, before.place);
  const cursor = 'cursor' in before.place ? before.place.cursor : 0;
  const state = { ...before, digits: '' };
  if (typeof key === 'object') {
    if (/^[0-9]$/.test(key.char)) return digit(before, key.char, options);
    if (key.char === ' ') return isMultichoice(state) ? pick(state, options[cursor]) : only(state);
    return letter(state, key.char);
  }
  if (key === 'enter') return options.length === 0 ? only(back(state)) : confirm(state, options[cursor]);
  const to = moved(cursor, key, options.length, state.place.screen === 'result');
  if (to !== undefined) return only(moveCursor(state, to));
  if (key === 'right') return only(forward(state));
  return only(key === 'escape' || key === 'left' || key === 'backspace' ? back(state) : state);
}
