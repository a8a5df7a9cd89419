// Keys on a screen where a text is typed: the error itself, a text answer, a file name.
import { readText, setAnswer } from './diagnosing.ts';
import { edits, inserted, isEditingKey, type Draft } from './draft.ts';
import { isReadable } from '../../facts/answer-readers.ts';
import { at, back, only } from './moves.ts';
import { askIn } from './step-options.ts';
import { perform, save, skip } from './perform.ts';
import type { Key, Place, StepPlace, Transition, WizardState } from './wizard-state.ts';

type TypingPlace = Extract<Place, { readonly draft: Draft }>;

const edited = (state: WizardState, place: TypingPlace, draft: Draft): Transition =>
  only(at(state, { ...place, draft }));

/** Line ends as `\n`, and nothing a terminal would obey. */
const cleaned = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');

export function pasted(state: WizardState, text: string): Transition {
  const { place } = state;
  if (!('draft' in place)) return only(state);
  const piece = place.screen === 'export' ? cleaned(text).replace(/\s*\n\s*/g, '') : cleaned(text);
  return edited(state, place, inserted(place.draft, piece));
}

function submit(state: WizardState, place: TypingPlace): Transition {
  const text = place.draft.text.trim();
  if (place.screen === 'step') return text === '' ? skip(state) : submitAnswer(state, place, text);
  if (text === '') return only({ ...state, notice: { kind: 'emptyText' } });
  return place.screen === 'input' ? readText(state, place.draft.text) : save(state, place.format, text, false);
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

export function typingKey(state: WizardState, key: Key): Transition {
  const { place } = state;
  if (!('draft' in place)) return only(state);
  if (typeof key === 'object') return edited(state, place, inserted(place.draft, cleaned(key.char)));
  if (isEditingKey(key)) return edited(state, place, edits[key](place.draft));
  if (key === 'enter') return enter(state, place);
  if (key === 'ctrlD') return submit(state, place);
  if (key === 'tab') return tab(state, place);
  return key === 'escape' ? only(back(state)) : only(state);
}
