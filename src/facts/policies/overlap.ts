// Tells whether two patterns with * and ? have a text in common, part by part where both are ARNs; in time that grows with the product of their lengths.

/** Longer patterns are taken to overlap: no ARN is that long. */
const longest = 2048;

export function overlap(left: string, right: string): boolean {
  const [one, other] = [partsOf(plain(left)), partsOf(plain(right))];
  if (one.length !== other.length) return textsOverlap(one.join(':'), other.join(':'));
  return one.every((part, index) => textsOverlap(part, other[index] ?? ''));
}

/** The six parts of an ARN; a pattern that is none stays whole. */
function partsOf(pattern: string): readonly string[] {
  const parts = pattern.split(':');
  return parts.length < 6 ? [pattern] : [...parts.slice(0, 5), parts.slice(5).join(':')];
}

function textsOverlap(one: string, other: string): boolean {
  if (one.length > longest || other.length > longest) return true;
  let row = firstRow(other);
  for (const token of one) {
    const next = [row[0] === true && token === '*'];
    for (const [index, against] of [...other].entries()) next.push(meets(token, against, row, next, index));
    row = next;
  }
  return row.at(-1) ?? false;
}

/** Runs of stars are one star; a variable may hold anything. */
const plain = (pattern: string): string => pattern.replace(/\$\{[^}]*\}/g, '*').replace(/\*+/g, '*');

const firstRow = (pattern: string): boolean[] => {
  const stars = /^\**/.exec(pattern)?.[0].length ?? 0;
  return Array.from({ length: pattern.length + 1 }, (_, index) => index <= stars);
};

/** `row` holds what was possible before this token, `next` what is possible with it so far. */
function meets(
  token: string,
  against: string,
  row: readonly boolean[],
  next: readonly boolean[],
  index: number,
): boolean {
  const [before, above, beside] = [row[index] === true, row[index + 1] === true, next[index] === true];
  if (token === '*' || against === '*') {
    const star = (token === '*' && above) || (against === '*' && beside);
    return star || (token === '*' && beside) || (against === '*' && above) || before;
  }
  return before && (token === against || token === '?' || against === '?');
}
