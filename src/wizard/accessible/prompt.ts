// What is asked at a place, and what a typed line means there: an event for the reducer, a word of this form, or nothing that fits.
import { answerKind, isTyping } from '../state/step-options.ts';
import { answerOf } from '../state/walk.ts';
import { optionsAt, type Option } from '../state/options.ts';
import type { SpokenEvent, WizardState } from '../state/wizard-state.ts';
import { choicesOf } from '../views/choices.ts';
import { plainTheme } from './theme.ts';
import { actionNamed, isOwnWord, type OwnWord } from './words.ts';

export type Meaning =
  | { readonly kind: 'event'; readonly event: SpokenEvent }
  | { readonly kind: 'own'; readonly word: OwnWord }
  | { readonly kind: 'nothing'; readonly hint: string };

const several = (state: WizardState): boolean =>
  state.place.screen === 'step' && answerKind(state, state.place.at) === 'multichoice';

/** What Enter alone stands for: a way on, or the answer given before; never an answer nobody has given. */
function preset(state: WizardState, options: readonly Option[]): number | undefined {
  const { place } = state;
  const cursor = 'cursor' in place ? place.cursor : 0;
  const isAnswer = place.screen === 'step' && options[cursor]?.kind !== 'action';
  return isAnswer && (several(state) || answerOf(state, place.at) === undefined) ? undefined : cursor;
}

const draftAt = ({ place }: WizardState): string => ('draft' in place ? place.draft.text : '');

function textPrompt(state: WizardState): string {
  const kept = draftAt(state);
  const shown = kept === '' ? '' : ` [${kept.includes('\n') ? 'the text as it is' : kept}]`;
  if (state.place.screen === 'export') return `File name${shown}:`;
  if (state.place.screen === 'input') return kept === '' ? '' : `Enter keeps the text as it is.`;
  return `Your answer${shown === '' ? ', or Enter if you do not know' : shown}:`;
}

/** The last row before the cursor. */
export function promptOf(state: WizardState): string {
  const options = optionsAt(state, state.place);
  if (options.length === 0 && isTyping(state) && state.place.screen !== 'search') return textPrompt(state);
  if (state.place.screen === 'search') return `${countOf(options)}, or words to look for:`;
  if (options.length === 0) return 'Enter goes back:';
  const start = preset(state, options);
  const chosen = start === undefined ? '' : ` [${start + 1}]`;
  return several(state) ? `Numbers of all that apply, for example 1 2${chosen}:` : `${countOf(options)}${chosen}:`;
}

function countOf(options: readonly Option[]): string {
  if (options.length === 0) return 'Nothing found';
  return options.length === 1 ? 'Type 1' : `Type 1 to ${options.length}`;
}

const event = (said: SpokenEvent): Meaning => ({ kind: 'event', event: said });

export function meaningOf(state: WizardState, line: string): Meaning {
  const word = line.trim().toLowerCase();
  if (isOwnWord(word)) return { kind: 'own', word };
  const action = word === '' ? undefined : actionNamed(state, word);
  const options = optionsAt(state, state.place);
  const positions = positionsIn(word, options.length, several(state));
  if (action !== undefined) return event({ kind: 'named', action });
  if (positions.length > 0) return event({ kind: 'chosen', positions });
  if (isTyping(state)) return event({ kind: 'typed', text: line.trim() === '' ? draftAt(state) : line });
  return word === '' ? emptyMeaning(state, options) : wordMeaning(state, word, options);
}

function emptyMeaning(state: WizardState, options: readonly Option[]): Meaning {
  if (options.length === 0) return event({ kind: 'named', action: 'back' });
  const start = preset(state, options);
  return start === undefined ? unfitting(options) : event({ kind: 'chosen', positions: [start] });
}

/** The beginning of just one choice stands for it. */
function wordMeaning(state: WizardState, word: string, options: readonly Option[]): Meaning {
  const labels = choicesOf(state, plainTheme(false).signs).map(({ label }) => label.toLowerCase());
  const found = labels.flatMap((label, position) => (label.startsWith(word) ? [position] : []));
  return found.length === 1 ? event({ kind: 'chosen', positions: found }) : unfitting(options);
}

const unfitting = (options: readonly Option[]): Meaning => ({
  kind: 'nothing',
  hint: `${options.length === 0 ? 'There is nothing to choose here' : countOf(options)}, or help for the words.`,
});

/** The numbers typed, counted from 0; none where one of them is no choice. */
function positionsIn(word: string, count: number, isSeveral: boolean): readonly number[] {
  if (!/^\d{1,3}(?:[ ,]+\d{1,3})*$/.test(word)) return [];
  const positions = word.split(/[ ,]+/).map((digits) => Number(digits) - 1);
  const fits = positions.every((position) => position >= 0 && position < count);
  return fits && (isSeveral || positions.length === 1) ? positions : [];
}
