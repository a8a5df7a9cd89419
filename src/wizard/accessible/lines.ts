// Takes lines from a terminal, one at a time: key by key where it can, so that no line is too long; as the terminal hands them over where it is a dumb one.
import { createInterface, emitKeypressEvents } from 'node:readline';
import type { ReadStream } from 'node:tty';
import type { JobControl } from '../contract.ts';
import { edited, type TypedKey } from './line-editor.ts';

/** End: Ctrl-D, or there is nobody any more. */
export type Said =
  { readonly kind: 'line'; readonly text: string } | { readonly kind: 'end' } | { readonly kind: 'interrupt' };

export interface Lines {
  next(): Promise<Said>;
  /** Undefined when nothing comes within the milliseconds. */
  soon(milliseconds: number): Promise<Said | undefined>;
  /** Something was said before it was asked for. */
  isAhead(): boolean;
  /** What came too early comes again. */
  again(early: readonly Said[]): void;
  /** As if somebody had pressed Ctrl-C. */
  interrupt(): void;
  close(): void;
}

export interface Typing {
  readonly input: ReadStream;
  readonly jobControl?: JobControl | undefined;
  /** The terminal edits and echoes lines itself. */
  readonly isDumb: boolean;
  write(text: string): void;
  /** The program was at rest: what is asked stands far above now. */
  awake(): void;
}

/** What was said and not asked for yet, in order. */
function queue() {
  const said: Said[] = [];
  let waiting: ((next: Said) => void) | undefined;
  const push = (next: Said): void => {
    const take = waiting;
    waiting = undefined;
    if (take === undefined) said.push(next);
    else take(next);
  };
  const coming = (): Promise<Said> => new Promise((resolve) => (waiting = resolve));
  const next = (): Promise<Said> => Promise.resolve(said.shift() ?? coming());
  const soon = (milliseconds: number): Promise<Said | undefined> => {
    const first = said.shift();
    if (first !== undefined) return Promise.resolve(first);
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        waiting = undefined;
        resolve(undefined);
      }, milliseconds);
      waiting = (line) => {
        clearTimeout(timer);
        resolve(line);
      };
    });
  };
  const again = (early: readonly Said[]): void => {
    said.unshift(...early);
  };
  return { push, next, soon, again, isAhead: () => said.length > 0 };
}

export function openLines(typing: Typing): Lines {
  const { push, ...asked } = queue();
  const close = typing.isDumb ? byLine(typing, push) : byKey(typing, push);
  const interrupt = (): void => {
    push({ kind: 'interrupt' });
  };
  return { ...asked, interrupt, close };
}

function byLine({ input }: Typing, push: (said: Said) => void): () => void {
  const reader = createInterface({ input, terminal: false });
  reader.on('line', (text) => {
    push({ kind: 'line', text });
  });
  reader.on('close', () => {
    push({ kind: 'end' });
  });
  return () => {
    reader.removeAllListeners('close').close();
    input.pause();
  };
}

/** The keys of one line after the other; what a key does to its line is echoed at once. */
class KeyedLines {
  readonly #typing: Typing;
  readonly #push: (said: Said) => void;
  #line = '';
  #last: string | undefined;

  constructor(typing: Typing, push: (said: Said) => void) {
    [this.#typing, this.#push] = [typing, push];
  }

  #say(said: Said): void {
    this.#line = '';
    this.#typing.write('\n');
    this.#push(said);
  }

  #rest(jobControl: JobControl): void {
    const { input, awake, write } = this.#typing;
    input.setRawMode(false);
    jobControl.stop(() => {
      input.setRawMode(true);
      awake();
      write(this.#line);
    });
  }

  readonly press = (text: string | undefined, key: TypedKey & { readonly sequence?: string }): void => {
    // A pasted line may end in both characters.
    const isSecondHalf = key.sequence === '\n' && this.#last === '\r';
    this.#last = key.sequence;
    if (isSecondHalf) return;
    const control = key.ctrl === true ? key.name : undefined;
    const { jobControl } = this.#typing;
    if (key.name === 'return' || key.name === 'enter') this.#say({ kind: 'line', text: this.#line });
    else if (control === 'c') this.#say({ kind: 'interrupt' });
    else if (control === 'd' && this.#line === '') this.#say({ kind: 'end' });
    else if (control === 'z' && jobControl !== undefined) this.#rest(jobControl);
    else this.#edit(text, key);
  };

  #edit(text: string | undefined, key: TypedKey): void {
    const { line, echo } = edited(this.#line, text, key);
    this.#line = line;
    if (echo !== '') this.#typing.write(echo);
  }
}

function byKey(typing: Typing, push: (said: Said) => void): () => void {
  const { input, jobControl } = typing;
  const { press } = new KeyedLines(typing, push);
  const gone = (): void => {
    push({ kind: 'end' });
  };
  const forget = jobControl?.onContinue(() => input.setRawMode(true));
  emitKeypressEvents(input);
  input.on('keypress', press).on('end', gone);
  input.setRawMode(true);
  input.resume();
  return () => {
    forget?.();
    input.off('keypress', press).off('end', gone);
    input.setRawMode(false);
    input.pause();
  };
}
