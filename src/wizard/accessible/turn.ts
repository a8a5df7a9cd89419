// What is said at a place of the wizard, as rows: what just happened, how far along, the screen's own words, the numbered choices.
import { rowsOf, type Row } from '../layout/rows.ts';
import { listed } from '../layout/blocks.ts';
import type { Theme } from '../layout/theme.ts';
import { isTyping } from '../state/step-options.ts';
import type { WizardState } from '../state/wizard-state.ts';
import { choicesOf } from '../views/choices.ts';
import { countsRows } from '../views/head.ts';
import { noticeRows } from '../views/notices.ts';
import { viewOf } from '../views/screen-view.ts';
import { stageOf, stages } from '../views/words.ts';
import { helpEnd, inputEnd, wordsAt } from './words.ts';

export interface Sheet {
  readonly width: number;
  readonly theme: Theme;
}

const visitOf = ({ place, history, diagnosis }: WizardState): readonly unknown[] => [
  place.screen,
  'at' in place ? JSON.stringify(place.at) : '',
  'focus' in place ? place.focus : '',
  place.screen === 'search' ? place.draft.text : '',
  history.length,
  diagnosis,
];

const isSameVisit = (one: WizardState, two: WizardState): boolean => {
  const other = visitOf(two);
  return visitOf(one).every((part, position) => part === other[position]);
};

function stageRows(state: WizardState, before: WizardState | undefined): readonly Row[] {
  const stage = stageOf[state.place.screen];
  if (stage === undefined || stage === (before && stageOf[before.place.screen])) return [];
  return [`Part ${stages.indexOf(stage) + 1} of ${stages.length}: ${stage}`];
}

/** Said again only where they have changed. */
function changedCounts(state: WizardState, before: WizardState | undefined, { width, theme }: Sheet): readonly Row[] {
  const now = countsRows(state, width, theme);
  const then = before === undefined ? [] : countsRows(before, width, theme);
  return now.join() === then.join() ? [] : now;
}

export const textRows = (text: string, { width, theme }: Sheet): readonly Row[] =>
  rowsOf([{ kind: 'text', text }], width, theme);

function bodyRows(state: WizardState, sheet: Sheet): readonly Row[] {
  const { width, theme } = sheet;
  const { blocks } = viewOf(state, theme);
  const spoken = blocks.filter((block) => block.kind !== 'text' || block.isAboutKeys !== true);
  const rows = rowsOf(spoken, width, theme);
  return state.place.screen === 'input' ? [...rows, ...textRows(inputEnd, sheet)] : rows;
}

export function choiceRows(state: WizardState, { width, theme }: Sheet): readonly Row[] {
  if (isTyping(state) && state.place.screen !== 'search') return [];
  const blocks = choicesOf(state, theme.signs).map(({ label, marked }, position) =>
    listed(`${position + 1}.`, marked === true ? `${label} (chosen)` : label),
  );
  return rowsOf(blocks, width, theme);
}

const paragraphs = (...parts: readonly (readonly Row[])[]): readonly Row[] =>
  parts.filter((part) => part.length > 0).flatMap((part) => ['', ...part]);

/** `before` is the state that was said last; what has not changed since is not said again. */
export function turnRows(state: WizardState, before: WizardState | undefined, sheet: Sheet): readonly Row[] {
  const notice = noticeRows(state, sheet.width, sheet.theme);
  if (before !== undefined && isSameVisit(state, before)) return paragraphs(notice, choiceRows(state, sheet));
  return paragraphs(
    notice,
    [...stageRows(state, before), ...changedCounts(state, before, sheet)],
    bodyRows(state, sheet),
    choiceRows(state, sheet),
  );
}

export function helpRows(state: WizardState, { width, theme }: Sheet): readonly Row[] {
  const words = wordsAt(state).map(([word, meaning]) => listed(`${word}:`, meaning));
  return paragraphs(rowsOf(words, width, theme), textRows(helpEnd, { width, theme }));
}
