// Shows a text being typed, with its cursor: the part around the cursor when it is longer than there is room.
import { sanitise } from '../../render/sanitise.ts';
import { wrapped } from '../../render/text/width.ts';
import { broken } from './rows.ts';
import type { Theme } from './theme.ts';
import type { Field } from '../views/view.ts';

/** No screen shows more characters than this, so no more need to be laid out on each side of the cursor. */
const around = 4_000;

/** Stands for the cursor until the rows are broken; the sanitiser lets no such character through. */
const placeholder = '\ue000';

const hintRows = (hint: string, width: number, theme: Theme): readonly string[] =>
  wrapped(theme.plain(hint), width).map((row) => theme.paint(row, 'hint'));

export function fieldRows({ draft, hint }: Field, width: number, height: number, theme: Theme): readonly string[] {
  const rule = theme.paint(`${theme.signs.rule} `, 'hint');
  const cursor = theme.paint(theme.signs.cursor, 'accent');
  if (draft.text === '')
    return hintRows(hint, width - 4, theme).map((row, at) => `${rule}${at === 0 ? cursor : ' '} ${row}`);
  const shown = (part: string): string => theme.plain(sanitise(part)).replace(/\t/g, '  ');
  const before = shown(draft.text.slice(Math.max(0, draft.cursor - around), draft.cursor));
  const after = shown(draft.text.slice(draft.cursor, draft.cursor + around));
  const rows = `${before}${placeholder}${after}`.split('\n').flatMap((line) => broken(line, width - 2));
  const focus = rows.findIndex((row) => row.includes(placeholder));
  const start = Math.max(0, Math.min(focus - Math.floor(height / 2), rows.length - height));
  return rows.slice(start, start + height).map((row) => rule + row.replace(placeholder, cursor));
}
