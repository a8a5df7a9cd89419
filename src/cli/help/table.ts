// Lays out two columns of help.

/** Beyond this a left column stands on a line of its own. */
const leftColumn = 28;

export function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.min(leftColumn, Math.max(...rows.map(([left]) => left.length)));
  return rows.map(([left, right]) => row(left, right, width)).join('\n');
}

const row = (left: string, right: string, width: number): string =>
  left.length > width ? `  ${left}\n${' '.repeat(width + 4)}${right}` : `  ${left.padEnd(width)}  ${right}`;
