// What a screen shows, before it is laid out.
import type { Draft } from '../state/draft.ts';
import type { Block } from '../layout/blocks.ts';

export interface OptionLine {
  readonly label: string;
  /** Of a multichoice: whether it is marked. */
  readonly marked?: boolean;
}

/** A text being typed. */
export interface Field {
  readonly draft: Draft;
  /** Shown while nothing is typed. */
  readonly hint: string;
  /** Grows with its text; otherwise one row that shows its end. */
  readonly isTall: boolean;
}

export interface View {
  readonly blocks: readonly Block[];
  readonly field?: Field;
}
