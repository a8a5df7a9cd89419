// Shows the choices as numbered rows with the cursor on one; a window of them when there is less room.
import { columnsOf } from '../../render/text/width.ts';
import { rowsOf } from './layout.ts';
import type { Theme } from './theme.ts';
import type { OptionLine } from './view.ts';

function rowsOfChoice(
  option: OptionLine,
  position: number,
  cursor: number,
  count: number,
  width: number,
  theme: Theme,
) {
  const pointer = position === cursor ? theme.signs.pointer : ' '.repeat(columnsOf(theme.signs.pointer));
  const number = String(position + 1).padStart(String(count).length);
  const mark = option.marked === undefined ? '' : `${option.marked ? theme.signs.marked : theme.signs.unmarked} `;
  const tone = position === cursor ? ('accent' as const) : undefined;
  const lead = `${pointer} ${number} ${mark}`;
  return rowsOf(
    [{ kind: 'text', text: option.label, lead, tone, ...(tone === undefined ? {} : { leadTone: tone }) }],
    width,
    theme,
  );
}

export function choiceRows(
  options: readonly OptionLine[],
  cursor: number,
  width: number,
  height: number,
  theme: Theme,
): readonly string[] {
  const choices = options.map((option, position) =>
    rowsOfChoice(option, position, cursor, options.length, width, theme),
  );
  const rows = choices.flat();
  if (rows.length <= height) return rows;
  const top = choices.slice(0, cursor).flat().length;
  const end = top + (choices[cursor]?.length ?? 1);
  const start = Math.min(Math.max(0, end - height + 1, 0), top, rows.length - height);
  return rows.slice(start, start + height);
}
