// Turns JSON text into where each value stands in it, by JSON pointer, as offsets; without recursion.
import { pointerStep } from '../../policy/parse/positions.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

interface Frame {
  readonly pointer: string;
  readonly list: boolean;
  readonly start: number;
  index: number;
  key: string;
}

/** A statement and its elements lie within this depth. */
const deepest = 4;

const token = /[[\]{},]|"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[^\s[\]{},":]+/gs;

const pointerIn = (frame: Frame | undefined): string =>
  frame === undefined ? '' : frame.pointer + pointerStep(frame.list ? frame.index : frame.key);

const keyOf = (text: string): string => String(JSON.parse(text.slice(0, text.lastIndexOf('"') + 1)));

/** Takes JSON that parses. */
export function spansOf(text: string): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>();
  const stack: Frame[] = [];
  const note = (pointer: string, span: Span) => stack.length <= deepest && spans.set(pointer, span);
  for (const match of text.matchAll(token)) {
    const [found, colon] = match;
    const frame = stack.at(-1);
    const span = { start: match.index, end: match.index + found.length };
    if (found === '}' || found === ']') {
      const closed = stack.pop();
      if (closed !== undefined) note(closed.pointer, { start: closed.start, end: span.end });
    } else if (found === ',') {
      if (frame !== undefined) frame.index += 1;
    } else if (colon !== undefined && frame?.list === false) frame.key = keyOf(found);
    else if (found === '{' || found === '[')
      stack.push({ pointer: pointerIn(frame), list: found === '[', start: span.start, index: 0, key: '' });
    else note(pointerIn(frame), span);
  }
  return spans;
}
