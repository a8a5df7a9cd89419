// Shows the choices numbered, with the cursor on one: each on rows of its own, or side by side where the room is for the text above.
import { columnsOf } from '../../render/text/width.ts';
import { rowsOf, type Row } from './rows.ts';
import type { Theme } from './theme.ts';
import type { OptionLine } from '../views/view.ts';

export interface Choices {
  readonly options: readonly OptionLine[];
  readonly cursor: number;
}

function choiceRowsAt({ options, cursor }: Choices, position: number, width: number, theme: Theme): readonly Row[] {
  const { label = '', marked } = options[position] ?? {};
  const isHere = position === cursor;
  const pointer = isHere ? theme.signs.pointer : ' '.repeat(columnsOf(theme.signs.pointer));
  const number = String(position + 1).padStart(String(options.length).length);
  const mark = marked === undefined ? '' : `${marked ? theme.signs.marked : theme.signs.unmarked} `;
  const tones = isHere ? ({ tone: 'accent', leadTone: 'accent' } as const) : {};
  return rowsOf([{ kind: 'text', text: label, lead: `${pointer} ${number} ${mark}`, ...tones }], width, theme);
}

/** A window that holds the choice at the cursor when there is less room than rows. */
export function listedChoices(choices: Choices, width: number, height: number, theme: Theme): readonly Row[] {
  const each = choices.options.map((_, position) => choiceRowsAt(choices, position, width, theme));
  const rows = each.flat();
  if (rows.length <= height) return rows;
  const inside = Math.max(1, height - 1);
  const top = each.slice(0, choices.cursor).flat().length;
  const end = top + (each[choices.cursor]?.length ?? 1);
  const start = Math.max(0, Math.min(top, Math.max(end - inside, top - Math.floor(inside / 2)), rows.length - inside));
  const more = theme.paint(`-- ${choices.options.length} choices, ${theme.signs.upDown} --`, 'hint');
  return [...rows.slice(start, start + inside), ...(height > 1 ? [more] : [])];
}

export function flowedChoices(choices: Choices, width: number, height: number, theme: Theme): readonly Row[] {
  const rows: { readonly text: Row; readonly columns: number; readonly last: number }[] = [];
  choices.options.forEach(({ label }, position) => {
    const pointer = position === choices.cursor ? theme.signs.pointer : ' ';
    const plain = theme.plain(`${pointer} ${position + 1} ${label}`);
    const text = theme.paint(plain, position === choices.cursor ? 'accent' : undefined);
    const row = rows.at(-1);
    const columns = (row?.columns ?? 0) + 2 + columnsOf(plain);
    if (row === undefined || columns > width) rows.push({ text, columns: columnsOf(plain), last: position });
    else rows[rows.length - 1] = { text: `${row.text}  ${text}`, columns, last: position };
  });
  const here = rows.findIndex(({ last }) => last >= choices.cursor);
  const start = Math.max(0, Math.min(here, rows.length - height));
  return rows.slice(start, start + height).map(({ text }) => text);
}
