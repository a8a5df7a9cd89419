// Chooses how to read the input, as a document or as text, and orders what is found.
import type { Recognised } from './assemble/denial.ts';
import { dropRepeats, sortByClass } from './assemble/repeats.ts';
import { sniffDocument } from './documents.ts';
import { denialsOfDocument } from './documents/denials.ts';
import { recogniseText } from './recognise-text.ts';
import { partsOf } from './text/windows.ts';

/** Only documents with these words can tell of a denial. */
const documentWords = ['eventSource', 'eventsource', 'explicitDeny', 'evaluatedEffect'];

function readDocument(text: string): Recognised[] | undefined {
  if (!documentWords.some((word) => text.includes(word))) return undefined;
  const document = sniffDocument(text);
  return document === undefined ? undefined : denialsOfDocument(text, document);
}

export function recogniseInput(text: string): Recognised[] {
  const found = readDocument(text) ?? partsOf(text).flatMap(({ from, to }) => recogniseText(text, from, to));
  return sortByClass(dropRepeats(found));
}
