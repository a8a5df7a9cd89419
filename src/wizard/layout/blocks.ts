// What a screen says, before it is laid out: paragraphs, ruled passages, commands and preformatted text.
import type { Tone } from './theme.ts';

export interface TextBlock {
  readonly kind: 'text';
  readonly text: string;
  readonly tone?: Tone | undefined;
  /** Hangs before the first row; the others are indented by as much. */
  readonly lead?: string;
  readonly leadTone?: Tone;
  /** A rule runs down its left side. */
  readonly ruled?: boolean;
  /** It speaks of keys of the screens, and is left out where there are none. */
  readonly isAboutKeys?: true;
}

export type Block =
  | TextBlock
  /** Keeps its line breaks and indentation. */
  | { readonly kind: 'preformatted'; readonly text: string; readonly ruled?: boolean }
  /** Starts at the left margin and continues by backslashes, so that it can be selected and pasted. */
  | { readonly kind: 'command'; readonly run: string }
  /** A web page: its title leads there, or its address follows. */
  | { readonly kind: 'link'; readonly title: string; readonly url: string }
  | { readonly kind: 'blank' };

export const blank: Block = { kind: 'blank' };

export const text = (words: string, tone?: Tone): Block => ({ kind: 'text', text: words, tone });

export const aboutKeys = (words: string, tone?: Tone): Block => ({
  kind: 'text',
  text: words,
  tone,
  isAboutKeys: true,
});

export const heading = (words: string): Block => ({ kind: 'text', text: words, tone: 'strong' });

export const ruled = (words: string, lead = ''): Block => ({ kind: 'text', text: words, lead, ruled: true });

export const listed = (lead: string, words: string, leadTone?: Tone): Block => ({
  kind: 'text',
  text: words,
  lead: `${lead} `,
  ...(leadTone === undefined ? {} : { leadTone }),
});

/** Groups with a blank row between them; empty groups leave none. */
export const spaced = (...groups: readonly (readonly Block[])[]): readonly Block[] =>
  groups.filter((group) => group.length > 0).flatMap((group, position) => (position === 0 ? group : [blank, ...group]));

/** Rows of label and value under each other. */
export function table(rows: readonly (readonly [label: string, value: string])[]): readonly Block[] {
  const width = Math.max(0, ...rows.map(([label]) => label.length));
  return rows.map(([label, value]) => ruled(value, `${label.padEnd(width)}  `));
}
