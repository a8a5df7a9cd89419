// Undoes hard wraps: lines cut at one fixed column continue inside a word, so they are joined without a blank.
import { indentOf, linesOf, type Line } from './lines.ts';
import { applyEdits, replaceMapped, type Edit, type Mapped } from './mapped.ts';

/** A full line and the one that goes on with it. */
type Wrap = readonly [Line, Line];

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

const wordAtEnd = (text: string, { start, end }: Line) =>
  /\S{0,200}$/.exec(text.slice(Math.max(start, end - 200), end))?.[0] ?? '';
const wordAtStart = (text: string, { start, end }: Line) =>
  /^ {0,200}(\S{0,200})/.exec(text.slice(start, Math.min(end, start + 400)))?.[1] ?? '';

/** A shorter line whose follower's first word would not have fitted was broken between words, not at a column. */
function leavesRoom(text: string, lines: readonly Line[], column: number): boolean {
  return lines.some((line, index) => {
    const next = lines[index + 1];
    const length = line.end - line.start;
    if (next === undefined || length >= column || length < column * 0.6) return false;
    const first = wordAtStart(text, next);
    return first !== '' && length + 1 + first.length > column;
  });
}

const sentenceWord =
  /^(?:User:|is|not|authorized|to|perform:?|on|resource:|because|with|no|an?|the|explicit|deny|in|identity-based|resource-based|service|resource|control|permissions|boundary|session|VPC|endpoint|role|trust|policy|allows|action|when|calling|operation:?|error|occurred)$/;

/** Where a column cuts between two words their blank is on one side of it; where it is on neither, the text was wrapped between words. */
function losesBlank(text: string, line: Line, next: Line): boolean {
  if (/\s$/.test(text.slice(line.end - 1, line.end)) || !sentenceWord.test(wordAtEnd(text, line))) return false;
  const after = wordAtStart(text, next);
  return (
    text.charAt(next.start) !== ' ' && (sentenceWord.test(after) || /^["']?(?:arn:|[a-z][\w-]{1,40}:[A-Z])/.test(after))
  );
}

/** Lines of a log have one length by chance, and then begin alike; a line and its continuation do not. */
function beginsLikeNext(text: string, line: Line, next: Line): boolean {
  const head = ({ start, end }: Line) =>
    text
      .slice(start, Math.min(end, start + 200))
      .trimStart()
      .slice(0, 5);
  return head(line) === head(next);
}

/** As many lines may be equal by repetition: only different ones show a column. */
function hasDistinct(text: string, lines: readonly Line[], column: number): boolean {
  const wide = lines.filter(({ start, end }) => end - start === column).map(({ start, end }) => text.slice(start, end));
  return new Set(wide).size >= 2 || wide.length === 1;
}

function isHardWrapped(text: string, lines: readonly Line[], column: number, wide: readonly Wrap[]): boolean {
  return (
    hasDistinct(text, lines, column) &&
    !leavesRoom(text, lines, column) &&
    !wide.some(([line, next]) => losesBlank(text, line, next) || beginsLikeNext(text, line, next))
  );
}

/** A hanging indentation as deep as this is no blank of the text. */
const hanging = 4;

/** How many blanks at the head of each line that goes on with the one before come from its indentation. */
function indentationOf(text: string, wide: readonly Wrap[]): number {
  const least = (all: readonly Line[]) => Math.min(...all.map((line) => indentOf(text, line) ?? 0));
  const common = least(wide.map(([, next]) => next));
  return common >= hanging ? common : least(wide.flat());
}

export function joinHardWraps(mapped: Mapped): Mapped {
  const { text } = mapped;
  if (!text.includes('\n')) return mapped;
  const lines = linesOf(text);
  const column = wrapColumn(lines);
  if (column === undefined) return mapped;
  const wide = lines.flatMap((line, index): Wrap[] => {
    const next = lines[index + 1];
    return next !== undefined && line.end - line.start === column ? [[line, next]] : [];
  });
  if (wide.length === 0 || !isHardWrapped(text, lines, column, wide)) return mapped;
  const indentation = indentationOf(text, wide);
  const edits = wide.map(([line, next]): Edit => ({ start: line.end, end: next.start + indentation, text: '' }));
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
