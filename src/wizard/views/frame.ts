// Fits a screen into the terminal: head, a window of the body, field or choices, notice, keys. A frame as tall as the terminal would cost its history.
import { isReading } from '../state/diagnosing.ts';
import { optionsAt } from '../state/options.ts';
import { isTyping } from '../state/step-options.ts';
import type { WizardState } from '../state/wizard-state.ts';
import { choicesOf } from './choices.ts';
import { flowedChoices, listedChoices } from '../layout/choices.ts';
import { fieldRows } from '../layout/field.ts';
import { headRows } from './head.ts';
import { keyRows } from './key-line.ts';
import { text } from '../layout/blocks.ts';
import { rowsOf, type Row } from '../layout/rows.ts';
import { windowed, type Viewport } from '../layout/viewport.ts';
import { noticeRows } from './notices.ts';
import { viewOf } from './screen-view.ts';
import type { Theme } from '../layout/theme.ts';

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

export interface Frame extends Viewport {
  readonly head: readonly Row[];
  /** What is typed, or chosen from. */
  readonly input: readonly Row[];
  readonly foot: readonly Row[];
}

/** How a state is shown: where, how far scrolled, and how long an answer is taking. */
export interface Showing {
  readonly size: Size;
  readonly scroll: number;
  /** Seconds that somebody waits by now, where it is worth a word. */
  readonly waited: number | undefined;
}

const narrowest = 40;
const widest = 100;
const shortest = 8;
/** Below this many rows the head, the notice and the keys get one row each. */
const roomForAll = 16;

/** A terminal without a size, as some pseudo-terminals are, counts as the usual one. */
export const sizeOf = (columns: number | undefined, rows: number | undefined): Size => ({
  columns: Math.min(Math.max(columns === undefined || columns === 0 ? 80 : columns, narrowest), widest),
  rows: Math.max(rows === undefined || rows === 0 ? 24 : rows, shortest),
});

/** Rows for what is typed or chosen from: all it needs, as long as the body keeps a few. */
function roomForInput(left: number, bodyRows: number): number {
  const kept = Math.min(bodyRows, Math.max(1, Math.floor(left * 0.45)));
  return Math.max(1, left - kept - 1);
}

function inputRows(state: WizardState, width: number, height: number, theme: Theme): readonly Row[] {
  const { field } = viewOf(state, theme);
  const isFound = state.place.screen === 'search';
  const typed =
    field === undefined
      ? []
      : fieldRows(field, width, field.isTall ? height : Math.min(height, isFound ? 1 : 4), theme);
  if (optionsAt(state, state.place).length === 0 || (isTyping(state) && !isFound)) return typed;
  const cursor = 'cursor' in state.place ? state.place.cursor : 0;
  const choices = { options: choicesOf(state, theme.signs), cursor };
  // The result is to be read; what to do with it fits on a row or two.
  if (state.place.screen === 'result') return flowedChoices(choices, width, height, theme);
  if (typed.length === 0) return listedChoices(choices, width, height, theme);
  return [...typed, '', ...listedChoices(choices, width, Math.max(1, height - typed.length - 1), theme)];
}

/** What an account was asked for last stands here as well where the screen itself shows something else. */
function waitingRows(state: WizardState, waited: number, width: number, theme: Theme): readonly Row[] {
  const since = waited === 0 ? '' : ` ${waited} s.`;
  if (!isReading(state)) return [theme.paint(`Working, please wait.${since} Ctrl-C quits.`, 'hint')];
  const last = state.diagnosis === undefined ? [] : state.reading.slice(-1).map((line) => text(line, 'hint'));
  const words = `Reading the account (read-only).${since} Esc goes on with what is known. Ctrl-C quits.`;
  return rowsOf([...last, text(words, 'hint')], width, theme);
}

export function frameOf(state: WizardState, { size, scroll, waited }: Showing, theme: Theme): Frame {
  const width = size.columns - 1;
  const most = size.rows < roomForAll ? 1 : size.rows;
  const head = headRows(state, width, theme).slice(0, most);
  const notice = noticeRows(state, width, theme).slice(0, most);
  const keys = waited === undefined ? keyRows(state, width, theme) : waitingRows(state, waited, width, theme);
  const foot = [...notice, ...keys.slice(0, most)];
  const rows = rowsOf(viewOf(state, theme).blocks, width, theme);
  // One row stays free below, and one blank row stands before each part.
  const left = size.rows - 1 - head.length - foot.length - 2;
  const input = inputRows(state, width, roomForInput(left, rows.length), theme);
  const height = Math.max(1, left - input.length - (input.length > 0 ? 1 : 0));
  return { head, input, foot, ...windowed(rows, height, scroll, theme) };
}

export const rowsOfFrame = ({ head, body, input, foot }: Frame): readonly Row[] =>
  [head, body, input, foot]
    .filter((part) => part.length > 0)
    .flatMap((part, position) => (position > 0 ? ['', ...part] : part));
