// What a terminal shows, in memory: bytes are interpreted as a real one would, so that ghosts and lost history show.
import xterm from '@xterm/headless';
import { isDeepStrictEqual } from 'node:util';

export const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** For a machine with much else to do. */
const patience = 20_000;

/** Neighbouring characters of one look; a colour is a number of the palette, or of 24 bits, or that of the terminal. */
export interface Run {
  readonly column: number;
  readonly text: string;
  readonly colour?: number | string;
  readonly isBold: boolean;
  readonly isDim: boolean;
  readonly isInverse: boolean;
}

type Cell = NonNullable<ReturnType<NonNullable<ReturnType<xterm.IBuffer['getLine']>>['getCell']>>;

const lookOf = (cell: Cell): Omit<Run, 'column' | 'text'> => ({
  ...(cell.isFgPalette() ? { colour: cell.getFgColor() } : {}),
  ...(cell.isFgRGB() ? { colour: `#${cell.getFgColor().toString(16).padStart(6, '0')}` } : {}),
  isBold: cell.isBold() !== 0,
  isDim: cell.isDim() !== 0,
  isInverse: cell.isInverse() !== 0,
});

function runsOf(row: xterm.IBufferLine): readonly Run[] {
  const runs: Run[] = [];
  for (let column = 0; column < row.length; column += 1) {
    const cell = row.getCell(column);
    if (cell === undefined || cell.getWidth() === 0) continue;
    const [look, text, last] = [lookOf(cell), cell.getChars() || ' ', runs.at(-1)];
    const isSame = last !== undefined && isDeepStrictEqual(look, lookOfRun(last));
    if (isSame) runs[runs.length - 1] = { ...last, text: last.text + text };
    else runs.push({ column, text, ...look });
  }
  return runs;
}

const lookOfRun = ({ column, text, ...look }: Run) => {
  void [column, text];
  return look;
};

export class Screen {
  readonly #terminal: xterm.Terminal;
  readonly #copied: string[] = [];
  readonly #linked: string[] = [];

  constructor(columns: number, rows: number) {
    this.#terminal = new xterm.Terminal({ cols: columns, rows, scrollback: 1000, allowProposedApi: true });
    const { parser } = this.#terminal;
    parser.registerOscHandler(52, (data) => this.#copied.push(data) > 0);
    parser.registerOscHandler(8, (data) => this.#linked.push(data) > 0);
  }

  write(data: string, done?: () => void): void {
    this.#terminal.write(data, done);
  }

  resize(columns: number, rows: number): void {
    this.#terminal.resize(columns, rows);
  }

  /** What the terminal was asked to copy, the last first. */
  get copied(): readonly string[] {
    return this.#copied.map((data) => Buffer.from(data.replace(/^c;/, ''), 'base64').toString()).reverse();
  }

  /** The addresses that links lead to, each as often as it was drawn. */
  get linked(): readonly string[] {
    return this.#linked.map((data) => data.replace(/^[^;]*;/, '')).filter((url) => url !== '');
  }

  get isPasteMarked(): boolean {
    return this.#terminal.modes.bracketedPasteMode;
  }

  /** Everything there is, history first, without the empty rows at the end. */
  get lines(): readonly string[] {
    const buffer = this.#terminal.buffer.active;
    const lines = Array.from({ length: buffer.length }, (_, at) => buffer.getLine(at)?.translateToString(true) ?? '');
    return lines.slice(0, lines.findLastIndex((line) => line !== '') + 1);
  }

  get inSight(): readonly string[] {
    return this.lines.slice(this.#terminal.buffer.active.baseY);
  }

  /** What is in sight as runs of one look, row by row. */
  get runs(): readonly (readonly Run[])[] {
    const buffer = this.#terminal.buffer.active;
    const rows = Array.from({ length: this.#terminal.rows }, (_, at) => buffer.getLine(buffer.baseY + at));
    return rows.map((row) => (row === undefined ? [] : runsOf(row)));
  }

  /** Waits until it is in sight; what never comes is an error with the screen that came instead. */
  async sees(...parts: readonly string[]): Promise<void> {
    const end = Date.now() + patience;
    while (!parts.every((part) => this.inSight.some((line) => line.includes(part)))) {
      if (Date.now() > end) throw new Error(`Not in sight: ${parts.join(', ')}\n${this.inSight.join('\n')}`);
      await pause(10);
    }
  }
}
