// Measures all rows side by side, interleaved in one run, and prints least and median: npm run bench [-- --json] [-- --rounds N].
import { parseArgs } from 'node:util';
import { parseBenchmarks } from './parse.ts';
import { rows as playbookRows } from './playbooks.ts';
import { rows as planRows } from './plan.ts';
import { rows as policyRows } from './policy.ts';
import type { BenchRow } from './row.ts';
import { rows as startRows } from './start.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean' }, rounds: { type: 'string', default: '15' } } });

interface Measured {
  readonly name: string;
  readonly least: number;
  readonly median: number;
}

/** One round to warm up, then each round measures every row once, so that what disturbs one disturbs all. */
async function measured(rows: readonly BenchRow[], rounds: number): Promise<readonly Measured[]> {
  const times = rows.map((): number[] => []);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [position, row] of rows.entries()) {
      const took = await row.measure();
      if (round > 0) times[position]?.push(took);
    }
  }
  return rows.map(({ name }, position) => {
    const sorted = (times[position] ?? []).sort((left, right) => left - right);
    return { name, least: sorted[0] ?? 0, median: sorted[Math.floor(sorted.length / 2)] ?? 0 };
  });
}

function table(results: readonly Measured[]): string {
  const base = results[0]?.least ?? 1;
  const width = Math.max(...results.map(({ name }) => name.length));
  const head = `${''.padEnd(width)}      least     median   beside ${results[0]?.name ?? ''}`;
  const starts = new Set(startRows.map(({ name }) => name));
  const lines = results.map(({ name, least, median }) => {
    const ratio = starts.has(name) ? `  ${(least / base).toFixed(2)} x, ${(least - base).toFixed(1)} ms more` : '';
    return `${name.padEnd(width)}  ${milliseconds(least)}  ${milliseconds(median)}${ratio}`;
  });
  return [head, ...lines].join('\n');
}

const milliseconds = (value: number): string => `${value.toFixed(value < 10 ? 3 : 1).padStart(6)} ms`;

/** What is measured as a rate stands beside a plain scan of the same bytes. */
function rates(): string {
  const rows = parseBenchmarks.map((measure) => measure());
  const line = ({ name, value, unit, yardstick }: (typeof rows)[number]) =>
    `${name}: ${value.toFixed(1)} ${unit} (${yardstick.name}: ${yardstick.value.toFixed(1)} ${unit})`;
  return rows.map(line).join('\n');
}

const results = await measured([...startRows, ...policyRows, ...planRows, ...playbookRows], Number(values.rounds));
const output =
  values.json === true
    ? JSON.stringify(
        { node: process.version, results, rates: parseBenchmarks.map((measure) => measure()) },
        undefined,
        2,
      )
    : `${table(results)}\n\n${rates()}`;
process.stdout.write(`${output}\n`);
