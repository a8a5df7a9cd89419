// Undoes hard wraps: lines cut at one fixed column continue inside a word, so they are joined without a blank.
import { applyEdits, type Edit, type Mapped } from './mapped.ts';

const narrowest = 40;

/** Widths of terminals: one line of just this length is enough to show where a text was cut. */
const terminalWidths = new Set([80, 100, 120, 132, 160]);

interface Line {
  readonly start: number;
  readonly end: number;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}

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

/** The cells of a table go on under each other, so a deep indentation is no blank of the text. */
function indentAt(text: string, at: number): number {
  const indent = /^ {4,200}/.exec(text.slice(at, at + 200));
  return indent?.[0].length ?? 0;
}

export function joinHardWraps(mapped: Mapped): Mapped {
  if (!mapped.text.includes('\n')) return mapped;
  const lines = linesOf(mapped.text);
  const column = wrapColumn(lines);
  if (column === undefined || !isHardWrapped(mapped.text, lines, column)) return mapped;
  const edits: Edit[] = lines
    .filter(({ start, end }) => end - start === column && end < mapped.text.length)
    .map(({ end }) => ({ start: end, end: end + 1 + indentAt(mapped.text, end + 1), text: '' }));
  return applyEdits(mapped, edits);
}

/** Joins every line without a blank: the other reading of a wrapped text. */
export function joinAllLines(mapped: Mapped): Mapped {
  const edits: Edit[] = [];
  for (const match of mapped.text.matchAll(/[ \t]{0,8}\n[ \t]{0,80}/g)) {
    edits.push({ start: match.index, end: match.index + match[0].length, text: '' });
  }
  return applyEdits(mapped, edits);
}
