// Runs the wizard as numbered questions, line after line, for screen readers and for terminals that draw no screens: the same store and words, no cursor movement.
import type { WizardOptions, WizardResult } from '../contract.ts';
import type { Store } from '../shell/store.ts';
import { createWizardStore, resultOf } from '../shell/wizard-store.ts';
import { isReading } from '../state/diagnosing.ts';
import type { WizardState } from '../state/wizard-state.ts';
import { openLines, type Lines, type Said } from './lines.ts';
import { meaningOf, promptOf } from './prompt.ts';
import { plainTheme } from './theme.ts';
import { choiceRows, helpRows, textRows, turnRows, type Sheet } from './turn.ts';
import { readingWords, welcome, workingWords, type OwnWord } from './words.ts';
import { wholeText } from './whole-text.ts';

export interface PlainOptions extends WizardOptions {
  /** The terminal edits lines itself and obeys no commands. */
  readonly isDumb: boolean;
  /** Somebody interrupts where the terminal turns Ctrl-C into a signal; what is returned ends the listening. */
  onInterrupt(listener: () => void): () => void;
}

const widest = 100;
const usual = 80;
const narrowest = 20;

/** Milliseconds after which a person wonders. */
const slow = 1_000;

function sheetFor({ output, ascii }: PlainOptions): Sheet {
  const columns = output.columns > 0 ? output.columns : usual;
  return { width: Math.min(Math.max(columns, narrowest), widest) - 1, theme: plainTheme(ascii) };
}

class Conversation {
  readonly #store: Store;
  readonly #lines: Lines;
  readonly #options: PlainOptions;
  #said: WizardState | undefined;

  constructor(store: Store, lines: Lines, options: PlainOptions) {
    [this.#store, this.#lines, this.#options] = [store, lines, options];
  }

  get #state(): WizardState {
    return this.#store.getState();
  }

  #write(rows: readonly string[]): void {
    for (const row of rows) this.#options.output.write(`${row}\n`);
  }

  /** The cursor stays behind its last word. */
  readonly sayPrompt = (): void => {
    const prompt = promptOf(this.#state);
    const rows = prompt === '' ? [] : textRows(prompt, sheetFor(this.#options));
    this.#write(rows.slice(0, -1));
    for (const row of rows.slice(-1)) this.#options.output.write(`${row} `);
    // Its echo came with the keys, before the question.
    if (this.#lines.isAhead()) this.#write(['']);
  };

  /** Until the person is done. */
  async hold(): Promise<void> {
    this.#write(textRows(welcome, sheetFor(this.#options)));
    await this.#settled();
    while (this.#state.exit === undefined) {
      this.#write(turnRows(this.#state, this.#said, sheetFor(this.#options)));
      this.#said = this.#state;
      await this.#answered();
      await this.#settled();
    }
  }

  /** Asks until something was said that means something here. */
  async #answered(): Promise<void> {
    for (;;) {
      this.sayPrompt();
      const said = await wholeText(this.#lines, this.#state);
      if (said.kind !== 'line') return this.#leave(said);
      const meaning = meaningOf(this.#state, said.text);
      if (meaning.kind === 'event') return this.#store.tell(meaning.event);
      if (meaning.kind === 'nothing') this.#write(textRows(meaning.hint, sheetFor(this.#options)));
      else this.#obey(meaning.word);
    }
  }

  #obey(word: OwnWord): void {
    const sheet = sheetFor(this.#options);
    if (word === 'repeat') this.#write(turnRows(this.#state, undefined, sheet));
    else this.#write([...helpRows(this.#state, sheet), '', ...choiceRows(this.#state, sheet)]);
  }

  #leave({ kind }: Said): void {
    if (this.#options.isDumb) this.#write(['']);
    if (kind === 'interrupt') this.#store.send([{ kind: 'key', key: 'ctrlC' }]);
    else this.#store.tell({ kind: 'named', action: 'finish' });
  }

  /** Waits for a diagnosis or a file; tells what is read from the account meanwhile. */
  async #settled(): Promise<void> {
    let told = 0;
    const timer = setTimeout(() => {
      if (this.#state.reading.length === 0) this.#write(['', workingWords]);
    }, slow);
    const tell = (): void => {
      const { reading } = this.#state;
      if (told === 0 && reading.length > 0) this.#write([readingWords]);
      this.#write(reading.slice(told));
      told = reading.length;
    };
    const stop = this.#store.subscribe(tell);
    const early: Said[] = [];
    while (this.#state.busy !== undefined && this.#state.exit === undefined) early.push(...(await this.#meanwhile()));
    this.#lines.again(early);
    stop();
    clearTimeout(timer);
  }

  /** A line that comes while an account is read ends the reading; any other waits for its question. */
  async #meanwhile(): Promise<readonly Said[]> {
    const said = await this.#lines.soon(patience);
    if (said === undefined) return [];
    if (said.kind === 'interrupt') this.#leave(said);
    else if (!isReading(this.#state)) return [said];
    else this.#store.send([{ kind: 'key', key: 'escape' }]);
    return [];
  }
}

const patience = 15;

export async function runPlain(options: PlainOptions): Promise<WizardResult> {
  const { input, output, jobControl, isDumb } = options;
  const store = createWizardStore(options);
  const write = (text: string): void => void output.write(text);
  const lines = openLines({ input, jobControl, isDumb, write, awake: () => conversation.sayPrompt() });
  const conversation = new Conversation(store, lines, options);
  const stopHearing = options.reading?.subscribe((line) => {
    store.tell({ kind: 'reading', line });
  });
  const stopInterrupts = options.onInterrupt(() => {
    lines.interrupt();
  });
  try {
    await conversation.hold();
  } finally {
    lines.close();
    stopHearing?.();
    stopInterrupts();
  }
  return resultOf(store);
}
