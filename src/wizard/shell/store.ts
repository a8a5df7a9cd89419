// Holds the state, feeds it inputs one after the other and carries out effects; keys pressed while a diagnosis is under way wait for it.
import { keyOfCharacter, type Input } from '../keys/key-reader.ts';
import { isReading } from '../state/diagnosing.ts';
import { isTyping } from '../state/step-options.ts';
import { reduce } from '../state/reduce.ts';
import type { Effect, Transition, WizardEvent, WizardState } from '../state/wizard-state.ts';

/** Most effects end in an event. */
export type Perform = (effect: Effect) => Promise<WizardEvent | undefined>;

/** On a screen of choices a string of several characters is as many keys. */
function split(state: WizardState, input: Input): readonly Input[] {
  if (input.kind === 'key' || input.isMarked || isTyping(state)) return [input];
  return [...input.text].map((character) => ({ kind: 'key', key: keyOfCharacter(character) }));
}

const isEscape = (input: Input): boolean => input.kind === 'key' && input.key === 'escape';
const isCtrlC = (input: Input): boolean => input.kind === 'key' && input.key === 'ctrlC';

export class Store {
  #state: WizardState;
  #waiting: readonly Input[] = [];
  readonly #listeners = new Set<() => void>();
  readonly #perform: Perform;

  constructor(start: Transition, perform: Perform) {
    this.#state = start.state;
    this.#perform = perform;
    this.#apply(start);
  }

  readonly getState = (): WizardState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Something that happened on the way to an effect's end. */
  tell(event: WizardEvent): void {
    this.#apply(reduce(this.#state, event));
  }

  /** Ctrl-C does not wait, nor does Esc while an account is read. */
  send(inputs: readonly Input[]): void {
    const stop = inputs.find(isCtrlC) ?? (isReading(this.#state) ? inputs.find(isEscape) : undefined);
    if (stop !== undefined) return this.#apply(reduce(this.#state, stop));
    this.#waiting = [...this.#waiting, ...inputs];
    this.#drain();
  }

  #drain(): void {
    while (this.#waiting.length > 0 && this.#state.busy === undefined && this.#state.exit === undefined) {
      const [first, ...rest] = this.#waiting;
      const [event, ...more] = first === undefined ? [] : split(this.#state, first);
      this.#waiting = [...more, ...rest];
      if (event !== undefined) this.#apply(reduce(this.#state, event));
    }
  }

  #apply({ state, effects }: Transition): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
    for (const effect of effects) void this.#perform(effect).then((event) => this.#take(event));
  }

  #take(event: WizardEvent | undefined): void {
    if (event !== undefined) this.#apply(reduce(this.#state, event));
    this.#drain();
  }
}
