// Gives the terminal back while the program rests in the background of a shell, and takes it again when it is woken.
import type { ReadStream } from 'node:tty';
import type { JobControl } from '../contract.ts';

export interface RestOptions {
  readonly input: ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly jobControl: JobControl | undefined;
  /** Forgets what was drawn. */
  clear(): void;
}

/** The marks around pastes and the cursor, as the shell has them and as the wizard has them. */
const given = '\u001b[?2004l\u001b[?25h';
const taken = '\u001b[?2004h\u001b[?25l';
const homeAndEraseBelow = '\u001b[H\u001b[J';

/** Longer than what is drawn waits to be drawn, in milliseconds. */
const drawn = 60;

export class Rest {
  readonly #options: RestOptions;
  readonly #listeners = new Set<() => void>();
  #isAway = false;

  constructor(options: RestOptions) {
    this.#options = options;
  }

  /** Nothing is drawn meanwhile. */
  readonly getIsAway = (): boolean => this.#isAway;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly begin = (): void => {
    if (this.#isAway || this.#options.jobControl === undefined) return;
    this.#turn(true);
    setTimeout(() => this.#leave(), drawn);
  };

  /** From now on signals are heard; what is returned ends it. */
  open(): () => void {
    const { jobControl } = this.#options;
    const ends = [jobControl?.onStop(this.begin), jobControl?.onContinue(() => this.#wake())];
    return () => {
      for (const end of ends) end?.();
    };
  }

  #turn(isAway: boolean): void {
    this.#isAway = isAway;
    for (const listener of this.#listeners) listener();
  }

  #leave(): void {
    const { clear, input, output, jobControl } = this.#options;
    clear();
    input.setRawMode(false);
    output.write(given, () => jobControl?.stop(() => this.#takeBack()));
  }

  /** Stopped by a signal that nobody can hear: where the frame was is not known any more. */
  #wake(): void {
    if (this.#isAway) return;
    this.#options.output.write(homeAndEraseBelow);
    this.#turn(true);
    setTimeout(() => this.#takeBack(), drawn);
  }

  #takeBack(): void {
    const { input, output } = this.#options;
    // Asked for what it believes to have, the stream would do nothing.
    input.setRawMode(false);
    input.setRawMode(true);
    output.write(taken);
    this.#turn(false);
  }
}
