// The two ends of a terminal in memory, as streams for Ink.
import { PassThrough, Writable } from 'node:stream';
import type { ReadStream, WriteStream } from 'node:tty';
import { pause, Screen } from './screen.ts';

export class VirtualTerminal {
  readonly screen: Screen;
  readonly output: WriteStream;
  readonly input: ReadStream;
  /** Whether keys arrive one by one. */
  isRaw = false;

  constructor(columns: number, rows: number) {
    this.screen = new Screen(columns, rows);
    // A real terminal's line discipline adds the carriage returns.
    const write = (chunk: Buffer, _encoding: string, done: () => void) =>
      this.screen.write(chunk.toString().replace(/\r?\n/g, '\r\n'), done);
    const output = Object.assign(new Writable({ write }), { columns, rows, isTTY: true });
    this.output = output as unknown as WriteStream;
    const setRawMode = (isRaw: boolean) => {
      this.isRaw = isRaw;
    };
    const stay = () => undefined;
    const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode, ref: stay, unref: stay });
    this.input = input as unknown as ReadStream;
  }

  /** Each piece as a read of its own, as fingers would. */
  async type(...pieces: readonly string[]): Promise<void> {
    for (const piece of pieces) {
      this.input.push(piece);
      await pause(5);
    }
  }

  resize(columns: number, rows: number): void {
    Object.assign(this.output, { columns, rows });
    this.screen.resize(columns, rows);
    this.output.emit('resize');
  }
}
