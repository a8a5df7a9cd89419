// What starts the wizard and what it ends with: the contract between it and the program around it.
import type { ReadStream } from 'node:tty';
import type { PoliciesAtHand } from '../facts/policies/at-hand.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import type { FactSource } from '../model/fact.ts';
import type { PlaybookSet } from '../model/playbook.ts';

export type Answers = Readonly<Record<string, string | readonly string[]>>;

export interface FileToSave {
  readonly path: string;
  readonly content: string;
  /** False: reject with code EEXIST when the file is there. */
  readonly overwrite: boolean;
}

/** What is read from the account while a diagnosis is under way. */
export interface LiveReading {
  /** One line for each call that came to something; what is returned ends it. */
  subscribe(listener: (line: string) => void): () => void;
  /** What is not read by now stays unread, and the diagnosis comes. */
  stop(): void;
}

export interface WizardOptions {
  /** The error to start from; without it the wizard asks for one. */
  readonly text?: string;
  /** Which denial of the text, counted from 1 as `--denial` does. */
  readonly denial?: number;
  readonly playbooks: PlaybookSet;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly sources?: readonly FactSource[];
  /** Where a source reads an account. */
  readonly reading?: LiveReading;
  readonly policies?: PoliciesAtHand;
  readonly answers?: Answers;
  /** A terminal to take keys from: standard input, or /dev/tty when that is a pipe. */
  readonly input: ReadStream;
  /** A terminal to draw on. */
  readonly output: NodeJS.WriteStream;
  readonly colour: boolean;
  readonly ascii: boolean;
  readonly version: string;
  save(file: FileToSave): Promise<void>;
}

export interface WizardResult {
  /** 0 when the person finished, 130 when they interrupted. */
  readonly code: 0 | 130;
  /** The last diagnosis made, if any. */
  readonly diagnosis?: Diagnosis;
  /** The flags that repeat the answers, each a shell-quoted word: `--answer`, `playbook/step=value`. */
  readonly flags: readonly string[];
}
