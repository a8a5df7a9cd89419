// Puts the program to rest as a shell's Ctrl-Z does, and hears when it is asked to rest and when it is woken.
import type { JobControl } from '../../wizard/contract.ts';

/** Where nobody could wake it, the system does not put it to rest: then it goes on at once. */
const soon = 50;
/** The signal that wakes it may arrive after it goes on. */
const settling = 300;

export class ShellJob implements JobControl {
  #isResting = false;
  #onAsked: (() => void) | undefined;

  stop(resume: () => void): void {
    this.#isResting = true;
    const asked = this.#onAsked;
    if (asked !== undefined) process.off('SIGTSTP', asked);
    // The whole group, as the terminal would: a program that started this one has to rest with it.
    process.kill(0, 'SIGTSTP');
    setTimeout(() => {
      if (asked !== undefined) process.on('SIGTSTP', asked);
      resume();
      setTimeout(() => {
        this.#isResting = false;
      }, settling).unref();
    }, soon);
  }

  onStop(listener: () => void): () => void {
    this.#onAsked = listener;
    process.on('SIGTSTP', listener);
    return () => {
      this.#onAsked = undefined;
      process.off('SIGTSTP', listener);
    };
  }

  /** Not told of the waking that ends its own rest. */
  onContinue(listener: () => void): () => void {
    const woken = (): void => {
      if (!this.#isResting) listener();
    };
    process.on('SIGCONT', woken);
    return () => {
      process.off('SIGCONT', woken);
    };
  }
}
