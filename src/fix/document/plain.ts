// Turns a policy at hand into its document as plain data and the text whose lines a reader knows.
import type { NamedPolicy } from '../../model/policy.ts';

export type Row = Readonly<Record<string, unknown>>;

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One text or a list of them; whatever is none is left out. */
export const textsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? (value as readonly unknown[]) : [value]).filter((one) => typeof one === 'string');

export const statementsOf = (document: Row): readonly unknown[] => {
  const given = document.Statement;
  return Array.isArray(given) ? given : given === undefined ? [] : [given];
};

export const printed = (value: unknown): string => JSON.stringify(value, null, 2);

export interface PlainPolicy {
  readonly document: Row;
  readonly text: string;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(/^\s*%7b/i.test(text) ? decodeURIComponent(text) : text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** A text of one line has no lines to speak of: it is printed anew, as is one that is not this document. */
function textOf(text: string | undefined, document: Row): string {
  const isUsable = text?.trim().includes('\n') === true && JSON.stringify(parsed(text)) === JSON.stringify(document);
  return isUsable ? text.replace(/^\uFEFF/, '').trimEnd() : printed(document);
}

/** A copy, so that it stays as it is; undefined when it cannot be read: nothing can be changed in it then. */
export function plainPolicy({ policy, text }: NamedPolicy): PlainPolicy | undefined {
  const document = typeof policy === 'string' ? parsed(policy) : policy;
  if (!isRow(document) || document.Statement === undefined) return undefined;
  const source = text ?? (typeof policy === 'string' ? policy : undefined);
  const lines = textOf(source, document);
  return { document: JSON.parse(lines) as Row, text: lines };
}
