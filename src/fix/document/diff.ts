// The difference of two texts as a unified diff, found with Myers' greedy algorithm; texts that differ in too much are replaced whole.

type Mark = ' ' | '-' | '+';
interface Line {
  readonly mark: Mark;
  readonly text: string;
}

const mostChanges = 400;
const context = 3;

/** The furthest place reached on each diagonal, for each number of changes. */
function furthest(
  before: readonly string[],
  after: readonly string[],
): readonly ReadonlyMap<number, number>[] | undefined {
  const trace: ReadonlyMap<number, number>[] = [];
  let reached = new Map([[1, 0]]);
  for (let changes = 0; changes <= mostChanges; changes += 1) {
    const next = new Map<number, number>();
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      let at = stepOn(reached, diagonal, changes);
      while (at < before.length && at - diagonal < after.length && before[at] === after[at - diagonal]) at += 1;
      next.set(diagonal, at);
      if (at >= before.length && at - diagonal >= after.length) return [...trace, next];
    }
    trace.push(next);
    reached = next;
  }
  return undefined;
}

const isInsert = (reached: ReadonlyMap<number, number>, diagonal: number, changes: number): boolean =>
  diagonal === -changes ||
  (diagonal !== changes && (reached.get(diagonal - 1) ?? -1) < (reached.get(diagonal + 1) ?? -1));

function stepOn(reached: ReadonlyMap<number, number>, diagonal: number, changes: number): number {
  return isInsert(reached, diagonal, changes) ? (reached.get(diagonal + 1) ?? 0) : (reached.get(diagonal - 1) ?? 0) + 1;
}

function linesOf(before: readonly string[], after: readonly string[]): readonly Line[] {
  const trace = furthest(before, after);
  if (trace === undefined)
    return [
      ...before.map((text) => ({ mark: '-', text }) as const),
      ...after.map((text) => ({ mark: '+', text }) as const),
    ];
  const lines: Line[] = [];
  let [left, right] = [before.length, after.length];
  for (let changes = trace.length - 1; changes > 0; changes -= 1) {
    const reached = trace[changes - 1] ?? new Map<number, number>();
    const diagonal = left - right;
    const inserts = isInsert(reached, diagonal, changes);
    const from = reached.get(inserts ? diagonal + 1 : diagonal - 1) ?? 0;
    const to = inserts ? from : from + 1;
    while (left > to) lines.push({ mark: ' ', text: before[--left] ?? '' });
    lines.push(inserts ? { mark: '+', text: after[to - diagonal - 1] ?? '' } : { mark: '-', text: before[from] ?? '' });
    left = from;
    right = left - (inserts ? diagonal + 1 : diagonal - 1);
  }
  while (left > 0) lines.push({ mark: ' ', text: before[--left] ?? '' });
  return lines.reverse();
}

/** Ranges of lines around the changes, close ones taken together. */
function hunksOf(lines: readonly Line[]): readonly (readonly [number, number])[] {
  const hunks: [number, number][] = [];
  for (const [at, { mark }] of lines.entries()) {
    if (mark === ' ') continue;
    const [from, to] = [Math.max(0, at - context), Math.min(lines.length, at + context + 1)];
    const last = hunks.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = to;
    else hunks.push([from, to]);
  }
  return hunks;
}

const counted = (lines: readonly Line[], other: Mark): number => lines.filter(({ mark }) => mark !== other).length;

const range = (start: number, count: number): string => `${count === 0 ? start : start + 1},${count}`;

function hunkText(lines: readonly Line[], [from, to]: readonly [number, number]): readonly string[] {
  const [head, body] = [lines.slice(0, from), lines.slice(from, to)];
  const old = range(counted(head, '+'), counted(body, '+'));
  const fresh = range(counted(head, '-'), counted(body, '-'));
  return [`@@ -${old} +${fresh} @@`, ...body.map(({ mark, text }) => mark + text)];
}

/** Empty where nothing differs; `before` undefined is a new document. */
export function unifiedDiff(name: string, before: string | undefined, after: string): string {
  const lines = linesOf(before?.split('\n') ?? [], after.split('\n'));
  const hunks = hunksOf(lines);
  if (hunks.length === 0) return '';
  const title = name.replace(/[\r\n]/g, ' ');
  const from = before === undefined ? '/dev/null' : title;
  return [`--- ${from}`, `+++ ${title}`, ...hunks.flatMap((hunk) => hunkText(lines, hunk))].join('\n');
}
