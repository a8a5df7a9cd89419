// Draws what a terminal shows as an SVG picture: text stays text, in the colours of the terminal.
import type { Run } from '../wizard/screen.ts';

const cell = { width: 8.43, height: 19 } as const;
const margin = { side: 18, top: 42, bottom: 16 } as const;
const paper = '#0d1117';
const ink = '#e6edf3';

/** The sixteen named colours of a terminal. */
const palette: readonly string[] =
  '#484f58 #ff7b72 #3fb950 #d29922 #58a6ff #bc8cff #39c5cf #b1bac4 #6e7681 #ffa198 #56d364 #e3b341 #79c0ff #d2a8ff #56d4dd #ffffff'.split(
    ' ',
  );

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replace(/[&<>]/g, (mark) => entities[mark] ?? mark);

const colourOf = ({ colour }: Run): string => (typeof colour === 'number' ? (palette[colour] ?? ink) : (colour ?? ink));

const number = (value: number): string => String(Math.round(value * 100) / 100);

function drawn(run: Run, row: number): string {
  const text = run.text.trimEnd();
  const [x, y] = [margin.side + run.column * cell.width, margin.top + row * cell.height];
  const width = number(run.text.length * cell.width);
  const back = run.isInverse
    ? `<rect x="${number(x)}" y="${number(y - 14)}" width="${width}" height="${cell.height}" fill="${colourOf(run)}"/>`
    : '';
  if (text === '') return back;
  const look = [
    `fill="${run.isInverse ? paper : colourOf(run)}"`,
    ...(run.isBold ? ['font-weight="700"'] : []),
    ...(run.isDim ? ['opacity="0.65"'] : []),
  ];
  const length = number(text.length * cell.width);
  return `${back}<text x="${number(x)}" y="${number(y)}" textLength="${length}" xml:space="preserve" ${look.join(' ')}>${escaped(text)}</text>`;
}

/** Rows at the end without anything on them are left out. */
export function pictureOf(rows: readonly (readonly Run[])[], columns: number, title: string): string {
  const last = rows.findLastIndex((runs) => runs.some(({ text }) => text.trim() !== ''));
  const shown = rows.slice(0, last + 1);
  const size = {
    width: Math.ceil(columns * cell.width + 2 * margin.side),
    height: Math.ceil(margin.top + shown.length * cell.height + margin.bottom - cell.height / 2),
  };
  const dots = ['#ff5f57', '#febc2e', '#28c840'].map(
    (fill, at) => `<circle cx="${20 + at * 18}" cy="17" r="5.5" fill="${fill}"/>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" role="img" aria-label="${escaped(title)}">`,
    `<rect width="100%" height="100%" rx="9" fill="${paper}"/>`,
    ...dots,
    '<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="14">',
    ...shown.flatMap((runs, row) => runs.map((run) => drawn(run, row)).filter((line) => line !== '')),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}
