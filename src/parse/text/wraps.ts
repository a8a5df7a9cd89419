// Undoes hard wraps: lines cut at one fixed column continue inside a word, so they are joined without a blank.
import { applyEdits, type Edit, type Mapped } from './mapped.ts';

const narrowest = 40;

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
  return longest >= narrowest && count >= 2 ? longest : undefined;
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

export function joinHardWraps(mapped: Mapped): Mapped {
  if (!mapped.text.includes('\n')) return mapped;
  const lines = linesOf(mapped.text);
  const column = wrapColumn(lines);
  if (column === undefined || breaksBetweenWords(mapped.text, lines, column)) return mapped;
  const edits: Edit[] = lines
    .filter(({ start, end }) => end - start === column && end < mapped.text.length)
    .map(({ end }) => ({ start: end, end: end + 1, text: '' }));
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
