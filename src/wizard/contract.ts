// What starts the wizard and what it ends with: the contract between it and the program around it.
import type { ReadStream } from 'node:tty';
import type { PoliciesAtHand } from '../facts/policies/at-hand.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import type { FactSource } from '../model/fact.ts';
import type { PlaybookSet } from '../model/playbook.ts';
import type { Copied } from './state/wizard-state.ts';

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

/** How a shell puts a program to rest and wakes it again. */
export interface JobControl {
  /** Puts the program to rest; what is given is called once it is awake again. */
  stop(resume: () => void): void;
  /** Somebody else asks it to rest. */
  onStop(listener: () => void): () => void;
  /** It was woken, whoever put it to rest. */
  onContinue(listener: () => void): () => void;
}

/** One place the wizard was at, as far as it is kept. */
export interface Spot {
  readonly screen: (typeof spotScreens)[number];
  readonly family?: string;
  readonly playbook?: string;
  /** The playbook in the foreground. */
  readonly focus?: string;
  readonly at?: { readonly playbook: string; readonly step: string };
}

export const spotScreens = [
  'input',
  'search',
  'playbooks',
  'playbook',
  'read',
  'denials',
  'match',
  'step',
  'steps',
  'causes',
  'result',
] as const;

/** What has to be kept to go on another time. */
export interface Progress {
  /** The error; none where a playbook was chosen by hand. */
  readonly text?: string;
  readonly chosen?: string;
  /** Position of the denial in the text, counted from 0. */
  readonly denial: number;
  readonly answers: Answers;
  /** Answers given for other denials of the text, by position. */
  readonly keptAnswers: Readonly<Record<number, Answers>>;
  /** Steps gone past without an answer. */
  readonly passed: readonly string[];
  /** The places gone through; the last is where the person is. */
  readonly trail: readonly Spot[];
}

/** Told after each step of the way. */
export interface Kept {
  readonly progress: Progress;
  readonly diagnosis: Diagnosis | undefined;
  /** Set once it has ended: 0 finished, 130 interrupted. */
  readonly exit: 0 | 130 | undefined;
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
  /** Where to go on from, in place of a text. */
  readonly progress?: Progress;
  /** A terminal to take keys from: standard input, or /dev/tty when that is a pipe. */
  readonly input: ReadStream;
  /** A terminal to draw on. */
  readonly output: NodeJS.WriteStream;
  readonly colour: boolean;
  readonly ascii: boolean;
  readonly version: string;
  save(file: FileToSave): Promise<void>;
  /** Called whenever there is more to keep than before. */
  keep?(kept: Kept): void;
  /** Puts a text where it can be pasted from, and tells where that is. */
  copy?(text: string): Promise<Copied>;
  /** The terminal shows addresses as links when told what they are. */
  readonly links?: boolean;
  /** Without it Ctrl-Z does nothing. */
  readonly jobControl?: JobControl;
}

export interface WizardResult {
  /** 0 when the person finished, 130 when they interrupted. */
  readonly code: 0 | 130;
  /** The last diagnosis made, if any. */
  readonly diagnosis?: Diagnosis;
  /** The flags that repeat the answers, each a shell-quoted word: `--answer`, `playbook/step=value`. */
  readonly flags: readonly string[];
}
