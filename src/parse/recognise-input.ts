// Chooses how to read the input, as a document or as text, and orders what is found.
import type { Recognised } from './assemble/denial.ts';
import { dropRepeats, sortByClass } from './assemble/repeats.ts';
import { recogniseText } from './recognise-text.ts';

export function recogniseInput(text: string): Recognised[] {
  return sortByClass(dropRepeats(recogniseText(text, 0, text.length)));
}
