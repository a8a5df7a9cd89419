// Where the lines of a text begin and end.

export interface Line {
  readonly start: number;
  readonly end: number;
}

export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}

const deepest = 200;

/** How many blanks a line begins with; undefined for a line of blanks. */
export function indentOf(text: string, { start, end }: Line): number | undefined {
  const limit = Math.min(end, start + deepest);
  let at = start;
  while (at < limit && text.charCodeAt(at) === 32) at += 1;
  return at < end ? at - start : undefined;
}
