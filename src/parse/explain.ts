// Tells authors of new rows which of the existing ones recognised each denial.
import type { Denial } from '../model/denial.ts';
import { recogniseInput } from './recognise-input.ts';

export interface Explanation {
  readonly denial: Denial;
  /** Ids of the rows of `envelopes/` and `sentences/` that matched, in text order. */
  readonly rows: readonly string[];
  /** Of errors that are not from AWS: which look-alike. */
  readonly lookAlike?: string;
}

export function explainParse(text: string): Explanation[] {
  return recogniseInput(text);
}
