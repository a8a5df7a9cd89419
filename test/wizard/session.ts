// Drives the wizard without a terminal: keys in, the state out, with the real diagnosis behind every answer.
import type { WizardOptions } from '../../src/wizard/contract.ts';
import type { Input } from '../../src/wizard/keys/key-reader.ts';
import { createPerform } from '../../src/wizard/shell/perform.ts';
import { Store } from '../../src/wizard/shell/store.ts';
import { start, type Start } from '../../src/wizard/state/start.ts';
import { namedKeys, type NamedKey, type WizardState } from '../../src/wizard/state/wizard-state.ts';
import { playbooks } from './playbooks.ts';

const isNamed = (key: string): key is NamedKey => namedKeys.some((name) => name === key);

const inputOf = (key: string): Input =>
  isNamed(key) ? { kind: 'key', key } : key.length === 1 ? { kind: 'key', key: { char: key } } : paste(key);

const paste = (text: string): Input => ({ kind: 'paste', text, isMarked: true });

export class Session {
  readonly store: Store;
  readonly files = new Map<string, string>();

  constructor(given: Partial<Start> = {}, options: Partial<WizardOptions> = {}) {
    const save: WizardOptions['save'] = ({ path, content, overwrite }) => {
      if (this.files.has(path) && !overwrite)
        return Promise.reject(Object.assign(new Error('exists'), { code: 'EEXIST' }));
      this.files.set(path, content);
      return Promise.resolve();
    };
    const set = { ...playbooks, playbooks: given.playbooks ?? playbooks.playbooks };
    this.store = new Store(
      start({ playbooks: set.playbooks, ...given }),
      createPerform({ playbooks: set, version: '0', save, ...options }),
    );
  }

  get state(): WizardState {
    return this.store.getState();
  }

  get screen(): string {
    return this.state.place.screen;
  }

  /** Waits for a diagnosis or a file under way. */
  async settled(): Promise<this> {
    if (this.state.busy === undefined) return this;
    await new Promise<void>((resolve) => {
      const stop = this.store.subscribe(() => {
        if (this.state.busy !== undefined) return;
        stop();
        resolve();
      });
    });
    return this;
  }

  /** A named key, a character, or a longer text as a paste. */
  async press(...keys: readonly string[]): Promise<this> {
    for (const key of keys) {
      await this.settled();
      this.store.send([inputOf(key)]);
    }
    return this.settled();
  }
}
