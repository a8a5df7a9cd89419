// The wizard's whole state, the events that change it and the effects it asks for: plain data, no Ink.
import type { Diagnosis, Question } from '../../model/diagnosis.ts';
import type { AnswerReader, LoadedPlaybook } from '../../model/playbook.ts';
import type { Answers } from '../contract.ts';
import type { Draft } from './draft.ts';
import type { Action } from './options.ts';
import type { Standing } from './walk.ts';

export const namedKeys = [
  'up',
  'down',
  'left',
  'right',
  'pageUp',
  'pageDown',
  'home',
  'end',
  'enter',
  'backspace',
  'delete',
  'tab',
  'escape',
  'ctrlC',
  'ctrlD',
  'ctrlU',
  'ctrlZ',
] as const;
export type NamedKey = (typeof namedKeys)[number];
export type Key = NamedKey | { readonly char: string };

export type ExportFormat = 'markdown' | 'json' | 'answers' | 'request';

/** A step and the playbook it stands in. */
export interface StepRef {
  readonly playbook: string;
  readonly step: string;
}

export type Place =
  | { readonly screen: 'input'; readonly draft: Draft }
  | { readonly screen: 'search'; readonly draft: Draft; readonly cursor: number }
  | { readonly screen: 'playbooks'; readonly family: string; readonly cursor: number }
  | { readonly screen: 'playbook'; readonly playbook: string; readonly cursor: number }
  | { readonly screen: 'read'; readonly cursor: number }
  | { readonly screen: 'denials'; readonly cursor: number }
  | { readonly screen: 'match'; readonly focus: string | undefined; readonly cursor: number }
  | StepPlace
  /** What can be copied: of a step, or of the result. */
  | {
      readonly screen: 'copies';
      readonly at: StepRef | undefined;
      readonly focus: string | undefined;
      readonly cursor: number;
    }
  | { readonly screen: 'steps'; readonly focus: string | undefined; readonly cursor: number }
  | { readonly screen: 'causes'; readonly focus: string | undefined }
  | { readonly screen: 'result'; readonly focus: string | undefined; readonly cursor: number }
  /** The message to whoever keeps the policies. */
  | { readonly screen: 'request'; readonly focus: string | undefined; readonly cursor: number }
  | { readonly screen: 'export'; readonly format: ExportFormat; readonly draft: Draft }
  | { readonly screen: 'overwrite'; readonly format: ExportFormat; readonly path: string; readonly cursor: number }
  | { readonly screen: 'help'; readonly about: Screen; readonly draft: Draft };

export interface StepPlace {
  readonly screen: 'step';
  /** The playbook whose steps are walked; a companion's steps follow its own. */
  readonly focus: string | undefined;
  readonly at: StepRef;
  readonly cursor: number;
  /** Chosen values of a multichoice, before they are confirmed. */
  readonly marked: readonly string[];
  readonly draft: Draft;
}

export type Screen = Place['screen'];

/** Left behind by going back, and found again. */
export interface Unsent {
  readonly draft: Draft;
  readonly marked: readonly string[];
}

/** Where a copied text went: into the clipboard, to the terminal to put there, or nowhere. */
export type Copied = 'clipboard' | 'terminal' | 'nowhere';

/** Something that happened, shown until the next key. */
export type Notice =
  | { readonly kind: 'saved'; readonly path: string }
  | { readonly kind: 'notSaved'; readonly path: string; readonly detail: string }
  | { readonly kind: 'failed'; readonly detail: string }
  | { readonly kind: 'copied'; readonly text: string; readonly to: Copied }
  | { readonly kind: 'emptyText' }
  | { readonly kind: 'unreadable'; readonly wanted: AnswerReader | undefined }
  | { readonly kind: 'refocused'; readonly playbook: string }
  | { readonly kind: 'causes'; readonly changed: readonly { readonly title: string; readonly standing: Standing }[] };

/** Where a diagnosis under way leads once it is there. */
export type Onward = 'read' | 'advance';

export type Busy =
  | {
      readonly kind: 'diagnosing';
      readonly id: number;
      readonly onward: Onward;
      /** What to return to when the diagnosis fails. */
      readonly before: Answers;
    }
  | { readonly kind: 'saving' };

export interface WizardState {
  readonly playbooks: readonly LoadedPlaybook[];
  readonly place: Place;
  readonly history: readonly Place[];
  /** The places that going back left, the nearest first, until something else is chosen. */
  readonly ahead: readonly Place[];
  /** What was typed or marked and not yet sent, by step; the error's own text under no name. */
  readonly unsent: Readonly<Record<string, Unsent>>;
  readonly text: string | undefined;
  /** Position of the chosen denial in the text. */
  readonly denial: number;
  /** The playbook chosen by hand where there is no text. */
  readonly chosen: string | undefined;
  readonly answers: Answers;
  /** Answers given for other denials of the same text, by position. */
  readonly keptAnswers: Readonly<Record<number, Answers>>;
  /** Steps gone past without an answer. */
  readonly passed: readonly string[];
  /** Every question seen so far, so that an answered one can be put again. */
  readonly questions: Readonly<Record<string, Question>>;
  readonly diagnosis: Diagnosis | undefined;
  readonly busy: Busy | undefined;
  /** What was read from the account for the diagnosis under way. */
  readonly reading: readonly string[];
  readonly runs: number;
  /** Digits typed so far towards a choice beyond the ninth. */
  readonly digits: string;
  readonly notice: Notice | undefined;
  readonly exit: 0 | 130 | undefined;
}

/** Said in words, where no screen is drawn. */
export type SpokenEvent =
  | { readonly kind: 'chosen'; readonly positions: readonly number[] }
  | { readonly kind: 'typed'; readonly text: string }
  | { readonly kind: 'named'; readonly action: Action };

export type WizardEvent =
  | SpokenEvent
  | { readonly kind: 'key'; readonly key: Key }
  | { readonly kind: 'paste'; readonly text: string }
  | { readonly kind: 'diagnosed'; readonly id: number; readonly diagnosis: Diagnosis }
  | { readonly kind: 'failed'; readonly id: number; readonly detail: string }
  | { readonly kind: 'reading'; readonly line: string }
  | { readonly kind: 'saved'; readonly path: string }
  | { readonly kind: 'exists'; readonly path: string }
  | { readonly kind: 'copied'; readonly text: string; readonly to: Copied }
  | { readonly kind: 'notSaved'; readonly path: string; readonly detail: string };

export type Effect =
  | {
      readonly kind: 'diagnose';
      readonly id: number;
      readonly text: string | undefined;
      readonly denial: number;
      readonly chosen: string | undefined;
      readonly answers: Answers;
    }
  | { readonly kind: 'stopReading' }
  | { readonly kind: 'copy'; readonly text: string }
  | {
      readonly kind: 'save';
      /** Position of the denial in the text. */
      readonly denial: number;
      readonly path: string;
      readonly format: ExportFormat;
      readonly overwrite: boolean;
      readonly diagnosis: Diagnosis;
    };

/** A new state, and what the shell is to do about it. */
export interface Transition {
  readonly state: WizardState;
  readonly effects: readonly Effect[];
}
