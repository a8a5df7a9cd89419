// Finds the word an author probably meant: edit distance with transpositions (Damerau–Levenshtein, optimal string alignment).

export function nearest(word: string, allowed: readonly string[]): string | undefined {
  const plain = simple(word);
  if (word.length > 100) return undefined;
  const same = allowed.find((candidate) => simple(candidate) === plain);
  if (same !== undefined) return same;
  const limit = Math.max(1, Math.floor(plain.length / 3));
  const ranked = allowed
    .filter((candidate) => Math.abs(candidate.length - word.length) <= limit + 2)
    .map((candidate) => ({ candidate, distance: distance(plain, simple(candidate)) }))
    .sort((a, b) => a.distance - b.distance);
  const [best] = ranked;
  return best !== undefined && best.distance <= limit ? best.candidate : undefined;
}

/** `did you mean "x"?`, or the list of what may stand there. */
export function suggestion(word: string, allowed: readonly string[], listed = 12): string {
  const near = nearest(word, allowed);
  if (near !== undefined) return `did you mean "${near}"?`;
  if (allowed.length === 0) return 'there are none here';
  const shown = allowed.slice(0, listed).join(', ');
  return allowed.length > listed ? `one of: ${shown}, … (${allowed.length} in all)` : `one of: ${shown}`;
}

const simple = (word: string): string => word.toLowerCase().replace(/[_\-. ]/g, '');

function distance(left: string, right: string): number {
  let [before, previous] = [[] as number[], Array.from({ length: right.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      const swapped = row > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      const steps = [
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      ];
      current.push(Math.min(...steps, swapped ? (before[column - 2] ?? 0) + 1 : Infinity));
    }
    [before, previous] = [previous, current];
  }
  return previous[right.length] ?? 0;
}
