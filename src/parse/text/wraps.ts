// Undoes hard wraps: lines cut at one fixed column continue inside a word, so they are joined without a blank.
import { indentOf, linesOf, type Line } from './lines.ts';
import { applyEdits, replaceMapped, type Edit, type Mapped } from './mapped.ts';

const narrowest = 40;

/** Widths of terminals: one line of just this length is enough to show where a text was cut. */
const terminalWidths = new Set([80, 100, 120, 132, 160]);

/** The column at which at least two lines end while none is longer. */
function wrapColumn(lines: readonly Line[]): number | undefined {
  let longest = 0;
  let count = 0;
  for (const { start, end } of lines) {
    const length = end - start;
    if (length > longest) [longest, count] = [length, 0];
    if (length === longest) count += 1;
  }
  return longest >= narrowest && (count >= 2 || terminalWidths.has(longest)) ? longest : undefined;
}

/** A shorter line whose follower's first word would not have fitted was broken between words, not at a column. */
function breaksBetweenWords(text: string, lines: readonly Line[], column: number): boolean {
  return lines.some(({ start, end }, index) => {
    const next = lines[index + 1];
    if (next === undefined || end - start >= column || end - start < column * 0.6) return false;
    const first = /^\S{1,200}/.exec(text.slice(next.start, Math.min(next.end, next.start + 200)))?.[0] ?? '';
    return first !== '' && end - start + 1 + first.length > column;
  });
}

/** Lines of a log have one length by chance, and then begin alike; a line and its continuation do not. */
function beginsLikeNext(text: string, lines: readonly Line[], column: number): boolean {
  return lines.some(({ start, end }, index) => {
    const next = lines[index + 1];
    return (
      next !== undefined &&
      end - start === column &&
      text.slice(start, start + 5) === text.slice(next.start, next.start + 5)
    );
  });
}

/** As many lines may be equal by repetition: only different ones show a column. */
function hasDistinct(text: string, lines: readonly Line[], column: number): boolean {
  const wide = lines.filter(({ start, end }) => end - start === column).map(({ start, end }) => text.slice(start, end));
  return new Set(wide).size >= 2 || wide.length === 1;
}

function isHardWrapped(text: string, lines: readonly Line[], column: number): boolean {
  return (
    hasDistinct(text, lines, column) && !breaksBetweenWords(text, lines, column) && !beginsLikeNext(text, lines, column)
  );
}

/** A hanging indentation as deep as this is no blank of the text. */
const hanging = 4;

/** How many blanks at the head of a line that goes on with the one before come from the indentation. */
function indentationOf(text: string, wide: readonly [Line, Line][]): (line: Line, next: Line) => number {
  const common = Math.min(...wide.map(([, next]) => indentOf(text, next) ?? 0));
  return (line, next) => {
    const own = indentOf(text, next) ?? 0;
    return common >= hanging ? Math.min(common, own) : Math.min(indentOf(text, line) ?? 0, own);
  };
}

export function joinHardWraps(mapped: Mapped): Mapped {
  const { text } = mapped;
  if (!text.includes('\n')) return mapped;
  const lines = linesOf(text);
  const column = wrapColumn(lines);
  if (column === undefined || !isHardWrapped(text, lines, column)) return mapped;
  const wide = lines.flatMap((line, index): [Line, Line][] => {
    const next = lines[index + 1];
    return next !== undefined && line.end - line.start === column ? [[line, next]] : [];
  });
  const indentation = indentationOf(text, wide);
  const edits: Edit[] = wide.map(([line, next]) => ({
    start: line.end,
    end: next.start + indentation(line, next),
    text: '',
  }));
  return applyEdits(mapped, edits);
}

/** Deep indentation tells nothing once the cells of tables are joined, and patterns need not reach across it. */
export const flattenIndentation = (mapped: Mapped): Mapped =>
  mapped.text.includes('\n        ') ? replaceMapped(mapped, /(?<=\n)[ \t]{8,}/g, '    ') : mapped;

/** Joins every line without a blank: the other reading of a wrapped text. */
export function joinAllLines(mapped: Mapped): Mapped {
  const edits: Edit[] = [];
  for (const match of mapped.text.matchAll(/[ \t]{0,8}\n[ \t]{0,80}/g)) {
    edits.push({ start: match.index, end: match.index + match[0].length, text: '' });
  }
  return applyEdits(mapped, edits);
}
