// What a terminal shows, in memory: bytes are interpreted as a real one would, so that ghosts and lost history show.
import xterm from '@xterm/headless';

export const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** For a machine with much else to do. */
const patience = 20_000;

export class Screen {
  readonly #terminal: xterm.Terminal;

  constructor(columns: number, rows: number) {
    this.#terminal = new xterm.Terminal({ cols: columns, rows, scrollback: 1000, allowProposedApi: true });
  }

  write(data: string, done?: () => void): void {
    this.#terminal.write(data, done);
  }

  resize(columns: number, rows: number): void {
    this.#terminal.resize(columns, rows);
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

  /** Waits until it is in sight; what never comes is an error with the screen that came instead. */
  async sees(...parts: readonly string[]): Promise<void> {
    const end = Date.now() + patience;
    while (!parts.every((part) => this.inSight.some((line) => line.includes(part)))) {
      if (Date.now() > end) throw new Error(`Not in sight: ${parts.join(', ')}\n${this.inSight.join('\n')}`);
      await pause(10);
    }
  }
}
