// Lays blocks out as rows of at most the given width: outside strings pass the sanitiser here, every one of them.
import { inline, sanitise } from '../../render/sanitise.ts';
import { columnsOf, wrapped, wrappedCommand } from '../../render/text/width.ts';
import { isAddress, linked } from './links.ts';
import type { Block, TextBlock } from './blocks.ts';
import type { Theme } from './theme.ts';

/** One line of the screen, painted. */
export type Row = string;

/** The longest text laid out whole; what is longer shows its beginning. */
const longest = 20_000;

/** Breaks what no space breaks, so that no row is wider than the screen. */
export function broken(line: string, width: number): readonly string[] {
  const rows: string[] = [];
  let row = '';
  let columns = 0;
  for (const character of line) {
    const more = columnsOf(character);
    if (columns + more > width) {
      rows.push(row);
      [row, columns] = ['', 0];
    }
    row += character;
    columns += more;
  }
  return [...rows, row];
}

function paragraphRows(words: string, width: number): readonly string[] {
  return words
    .slice(0, longest)
    .split(/\n\s*\n/)
    .map(inline)
    .filter((paragraph) => paragraph !== '')
    .flatMap((paragraph, position) => [...(position > 0 ? [''] : []), ...wrapped(paragraph, width)])
    .flatMap((line) => broken(line, width));
}

const ruleOf = (theme: Theme): string => theme.paint(`${theme.signs.rule} `, 'hint');

function textRows(block: TextBlock, width: number, theme: Theme): readonly Row[] {
  const lead = theme.plain(inlineLead(block.lead ?? ''));
  const rule = block.ruled === true ? ruleOf(theme) : '';
  const room = Math.max(12, width - columnsOf(lead) - (block.ruled === true ? 2 : 0));
  const rows = paragraphRows(theme.plain(sanitise(block.text.slice(0, longest))), room);
  return (rows.length === 0 ? [''] : rows).map((row, position) => {
    const before = position === 0 ? theme.paint(lead, block.leadTone) : ' '.repeat(columnsOf(lead));
    return (rule + before + theme.paint(row, block.tone)).trimEnd();
  });
}

/** A lead keeps its padding. */
const inlineLead = (lead: string): string => sanitise(lead).replace(/\n/g, ' ');

/** A line too long breaks between words, and goes on under its own indentation. */
function indentedRows(line: string, width: number): readonly string[] {
  if (columnsOf(line) <= width) return [line];
  const indent = ' '.repeat(Math.min(line.search(/\S|$/), Math.floor(width / 2)));
  return wrapped(line, width - indent.length).flatMap((row) => broken(indent + row, width));
}

function preformattedRows(words: string, width: number, theme: Theme, isRuled: boolean): readonly Row[] {
  const room = isRuled ? width - 2 : width;
  const lines = theme.plain(sanitise(words.slice(0, longest)).replace(/\t/g, '  ')).split('\n');
  return lines.flatMap((line) => indentedRows(line, room)).map((row) => (isRuled ? ruleOf(theme) + row : row));
}

function commandRows(run: string, width: number, theme: Theme): readonly Row[] {
  const safe = theme.plain(sanitise(run.slice(0, longest)).trim());
  const lines = safe.includes('\n') ? safe.split('\n') : wrappedCommand(safe, width);
  return lines.flatMap((line) => broken(line, width)).map((row) => theme.paint(row, 'accent'));
}

/** An address that is written out stands on rows of its own, so that it can be selected. */
function linkRows({ title, url }: Extract<Block, { kind: 'link' }>, width: number, theme: Theme): readonly Row[] {
  const rows = paragraphRows(theme.plain(sanitise(title)), width - 2);
  const id = url.length * 31 + title.length;
  if (theme.links && isAddress(url)) return rows.map((row, at) => (at === 0 ? '- ' : '  ') + linked(row, url, id));
  const plain = broken(theme.plain(inline(url)), width - 2);
  return [
    ...rows.map((row, at) => (at === 0 ? '- ' : '  ') + row),
    ...plain.map((row) => theme.paint(`  ${row}`, 'hint')),
  ];
}

function blockRows(block: Block, width: number, theme: Theme): readonly Row[] {
  switch (block.kind) {
    case 'blank':
      return [''];
    case 'text':
      return textRows(block, width, theme);
    case 'preformatted':
      return preformattedRows(block.text, width, theme, block.ruled === true);
    case 'link':
      return linkRows(block, width, theme);
    case 'command':
      return commandRows(block.run, width, theme);
  }
}

export const rowsOf = (blocks: readonly Block[], width: number, theme: Theme): readonly Row[] =>
  blocks.flatMap((block) => blockRows(block, width, theme));
