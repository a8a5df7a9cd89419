// A window of rows that are too many for the room, and a row that says what is out of sight.
import type { Row } from './rows.ts';
import type { Theme } from './theme.ts';

export interface Viewport {
  readonly body: readonly Row[];
  /** How far it is scrolled, and how far it can be. */
  readonly scroll: number;
  readonly lastScroll: number;
  /** Rows a page key moves by. */
  readonly page: number;
}

export function windowed(rows: readonly Row[], height: number, wanted: number, theme: Theme): Viewport {
  if (rows.length <= height) return { body: rows, scroll: 0, lastScroll: 0, page: height };
  const inside = Math.max(1, height - 1);
  const lastScroll = rows.length - inside;
  const scroll = Math.min(Math.max(0, wanted), lastScroll);
  const shown = `rows ${scroll + 1}-${scroll + inside} of ${rows.length}, PgUp PgDn`;
  const more = theme.paint(`-- ${shown} --`, 'hint');
  const body = height < 2 ? rows.slice(scroll, scroll + 1) : [...rows.slice(scroll, scroll + inside), more];
  return { body, scroll, lastScroll, page: inside };
}
