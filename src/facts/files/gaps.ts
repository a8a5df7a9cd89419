// What a file that was handed over holds, and which parts of it could not be understood, each with its place.
import type { DocumentKind } from '../../parse/documents.ts';

export type ContentKind = DocumentKind | 'policy-folder' | 'iam-collect';

/** How many of what were read, in the order they are told. */
export type Counts = Readonly<Record<string, number>>;

export interface Contents {
  readonly kind: ContentKind;
  readonly counts: Counts;
}

export const gapCodes = [
  'planned',
  'not-resolved',
  'not-json',
  'target-unknown',
  'name-unknown',
  'level-unknown',
  'conditional',
] as const;
export type GapCode = (typeof gapCodes)[number];

/** One thing that could not be understood: it stays unknown. */
export interface Gap {
  readonly code: GapCode;
  /** The address of a resource, a logical id or a path in the file. */
  readonly place: string;
  /** The element concerned. */
  readonly detail?: string;
}
