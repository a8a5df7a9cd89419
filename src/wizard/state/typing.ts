// Keys on a screen where a text is typed: the error itself, a text answer, a file name.
import { readText, setAnswer } from './diagnosing.ts';
import { draftOf, edits, inserted, isEditingKey, type Draft } from './draft.ts';
import { isReadable } from '../../facts/answer-readers.ts';
import { at, back, only } from './moves.ts';
import { askIn } from './step-options.ts';
import { optionsAt } from './options.ts';
import { choose, perform, save, skip } from './perform.ts';
import type { Key, Place, StepPlace, Transition, WizardState } from './wizard-state.ts';

type TypingPlace = Extract<Place, { readonly draft: Draft }>;
type SearchPlace = Extract<Place, { readonly screen: 'search' }>;

/** What is found changes with what is typed, so the cursor returns to the best. */
const edited = (state: WizardState, place: TypingPlace, draft: Draft): Transition =>
  only(
    at(
      state,
      place.screen === 'search' && draft.text !== place.draft.text
        ? { ...place, draft, cursor: 0 }
        : { ...place, draft },
    ),
  );

const isOneLine = ({ screen }: TypingPlace): boolean => screen === 'export' || screen === 'search' || screen === 'help';

/** Line ends as `\n`, and nothing a terminal would obey. */
const cleaned = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');

export function pasted(state: WizardState, text: string): Transition {
  const { place } = state;
  if (!('draft' in place)) return only(state);
  const joint = place.screen === 'export' ? '' : ' ';
  const piece = isOneLine(place) ? cleaned(text).replace(/\s*\n\s*/g, joint) : cleaned(text);
  return edited(state, place, inserted(place.draft, piece));
}

function submit(state: WizardState, place: TypingPlace): Transition {
  const text = place.draft.text.trim();
  if (place.screen === 'step') return text === '' ? skip(state) : submitAnswer(state, place, text);
  if (place.screen === 'search' || place.screen === 'help') return look(state, place);
  if (text === '') return only({ ...state, notice: { kind: 'emptyText' } });
  return place.screen === 'input' ? readText(state, place.draft.text) : save(state, place.format, text, false);
}

/** Opens what the cursor is on; a page that only informs is left. */
function look(state: WizardState, place: TypingPlace): Transition {
  if (place.screen !== 'search') return only(back(state));
  const option = optionsAt(state, place)[place.cursor];
  return option === undefined ? only(state) : choose(state, option);
}

/** A whole text in place of what was typed so far. */
export function submitted(state: WizardState, text: string): Transition {
  const { place } = state;
  if (!('draft' in place)) return only(state);
  const written = { ...place, draft: draftOf(cleaned(text)) };
  if (place.screen === 'search' || place.screen === 'help') return edited(state, place, written.draft);
  return submit(at(state, written), written);
}

/** What no flag would take as an answer is none here either. */
function submitAnswer(state: WizardState, { at: step }: StepPlace, text: string): Transition {
  const question = askIn(state, step);
  if (question !== undefined && !isReadable(question, text))
    return only({ ...state, notice: { kind: 'unreadable', wanted: question.parse } });
  return setAnswer(state, step, text);
}

/** Enter adds a line to an error; on an empty line after it, it ends the error. */
function enter(state: WizardState, place: TypingPlace): Transition {
  const { draft } = place;
  const ends = draft.cursor === draft.text.length && (draft.text === '' || draft.text.endsWith('\n'));
  if (place.screen === 'input' && !ends) return edited(state, place, inserted(draft, '\n'));
  return submit(state, place);
}

function tab(state: WizardState, place: TypingPlace): Transition {
  if (place.screen === 'input') return perform(state, 'browse');
  return place.screen === 'step' ? skip(state) : only(state);
}

const isQuestionMark = (key: Key): boolean => typeof key === 'object' && key.char === '?';

/** Arrows go through what was found; the other keys edit what is typed. */
function listMoved(state: WizardState, place: SearchPlace, key: 'up' | 'down'): WizardState {
  const count = optionsAt(state, place).length;
  const cursor = (place.cursor + (key === 'up' ? count - 1 : 1)) % Math.max(1, count);
  return at(state, { ...place, cursor });
}

export function typingKey(state: WizardState, key: Key): Transition {
  const { place } = state;
  if (!('draft' in place)) return only(state);
  if (place.screen === 'help' && place.draft.text === '' && isQuestionMark(key)) return only(back(state));
  if (typeof key === 'object') return edited(state, place, inserted(place.draft, cleaned(key.char)));
  if (place.screen === 'search' && (key === 'up' || key === 'down')) return only(listMoved(state, place, key));
  if (isEditingKey(key)) return edited(state, place, edits[key](place.draft));
  if (key === 'enter') return enter(state, place);
  if (key === 'ctrlD') return submit(state, place);
  if (key === 'tab') return tab(state, place);
  return key === 'escape' ? only(back(state)) : only(state);
}
