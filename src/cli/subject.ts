// Everything one diagnosis is made from, once it has been read.
import type { Denial } from '../model/denial.ts';
import type { PlaybookSet } from '../model/playbook.ts';
import type { Known } from './known/known.ts';

export interface Subject extends Known {
  readonly text: string;
  /** Chosen by the person; the first of the text when left out. */
  readonly denial?: Denial;
  readonly playbooks: PlaybookSet;
}
