// Undoes the wraps inside a table's last column, whose lines stand under each other far from the margin.
import { indentOf, linesOf, type Line } from './lines.ts';
import { applyEdits, type Edit, type Mapped } from './mapped.ts';

/** Nearer to the margin, lines under each other are lists and dumps. */
const nearest = 8;
const mostLines = 200;

interface Cell {
  /** The part of each line that belongs to the cell, without blanks around it. */
  readonly parts: readonly Line[];
  readonly width: number;
}

function partOf(text: string, line: Line, column: number): Line {
  const start = line.start + column;
  return { start, end: start + text.slice(start, line.end).trimEnd().length };
}

/** The line that the cell begins in has text on both sides of the gap before it. */
function begins(text: string, { start, end }: Line, column: number): boolean {
  const at = start + column;
  return at < end && text.charAt(at) !== ' ' && text.charAt(at - 1) === ' ';
}

function cellAt(text: string, lines: readonly Line[], first: number): Cell | undefined {
  const [head, next] = [lines[first], lines[first + 1]];
  if (head === undefined || next === undefined) return undefined;
  const column = indentOf(text, next);
  if (column === undefined || column < nearest || !begins(text, head, column)) return undefined;
  if (indentOf(text, head) === column) return undefined;
  const rest = lines.slice(first + 1, first + mostLines);
  const beyond = rest.findIndex((line) => ![column, column + 1].includes(indentOf(text, line) ?? -1));
  const own = beyond < 0 ? rest : rest.slice(0, beyond);
  const parts = [head, ...own].map((line) => partOf(text, line, column));
  return { parts, width: Math.max(...parts.map(({ start, end }) => end - start)) };
}

/** Every line but the last is full, so it was cut wherever the width ended. */
function isCutHard({ parts, width }: Cell): boolean {
  return parts.length > 2 && parts.slice(0, -1).every(({ start, end }) => end - start >= width - 1);
}

/** Of a cell wrapped between words, only a word longer than the cell goes on in the next line. */
function isOneWord(text: string, left: Line, right: Line, width: number): boolean {
  const before = /\S{0,200}$/.exec(text.slice(Math.max(left.start, left.end - 200), left.end))?.[0] ?? '';
  const after = /^\S{0,200}/.exec(text.slice(right.start, Math.min(right.end, right.start + 200)))?.[0] ?? '';
  return before.length + after.length > width;
}

function editsOf(text: string, cell: Cell): Edit[] {
  const hard = isCutHard(cell);
  return cell.parts.slice(1).map((part, index) => {
    const left = cell.parts[index] ?? part;
    const full = left.end - left.start === cell.width;
    const whole = full && (hard || isOneWord(text, left, part, cell.width));
    return { start: left.end, end: part.start, text: whole ? '' : ' ' };
  });
}

export function joinCells(mapped: Mapped): Mapped {
  if (!mapped.text.includes(`\n${' '.repeat(nearest)}`)) return mapped;
  const lines = linesOf(mapped.text);
  const edits: Edit[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const cell = cellAt(mapped.text, lines, index);
    if (cell === undefined) continue;
    edits.push(...editsOf(mapped.text, cell));
    index += cell.parts.length - 1;
  }
  return applyEdits(mapped, edits);
}
