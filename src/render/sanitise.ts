// Makes a text from outside safe to show in a terminal or a document: no terminal commands, nothing that hides or reorders, no secrets.
import { maskSecrets } from './mask.ts';

/** Escape sequences: CSI (colour, cursor), strings such as OSC (title, links, clipboard), and the two-character ones. */
const sequences = [
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]/g,
  /(?:\u001b[\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\u0007\u001b\u0090-\u009f]*(?:\u0007|\u001b\\|\u009c)/g,
  /\u001b[ -/]*[0-~]?/g,
] as const;

const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
/** Format characters (bidi, zero-width, soft hyphen, tags), surrogates without a partner, private use. */
const invisible = /[\p{Cf}\p{Cs}\p{Co}\u115f\u1160\u3164\uffa0\ufff9-\ufffb]/gu;

/** An invisible character is shown by its number: in a copied ARN it may be the very reason of the denial. */
const showCode = (character: string) =>
  `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;

/** Nothing but characters that are shown as they are: a cheap test that spares most texts the thorough ones. */
const harmless = /^[\t\n -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u23ff\u2500-\u27bf]*$/;

/** Keeps line feeds and tabs; what is written on one line goes through `inline` besides. */
export function sanitise(text: string): string {
  if (harmless.test(text)) return maskSecrets(text);
  const plain = sequences.reduce((rest, sequence) => rest.replace(sequence, ''), text.replace(/\r\n?/g, '\n'));
  return maskSecrets(
    plain
      .replace(/[\u2028\u2029\u0085]/g, '\n')
      .replace(controls, '')
      .replace(invisible, showCode),
  );
}

/** As one line: every run of white space is one space. */
export const inline = (text: string): string => sanitise(text).replace(/\s+/g, ' ').trim();

const deepest = 100;

/** The same data with every text in it, keys included, passed through `change`, each text once. Data nested beyond reason is cut. */
export function mapTexts<Data>(data: Data, change: (text: string) => string): Data {
  const known = new Map<string, string>();
  const changeOnce = (text: string): string => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const after = change(text);
    known.set(text, after);
    return after;
  };
  return changed(data, changeOnce, 0) as Data;
}

function changed(data: unknown, change: (text: string) => string, depth: number): unknown {
  if (typeof data === 'string') return change(data);
  if (typeof data !== 'object' || data === null) return data;
  if (depth > deepest) return '…';
  if (Array.isArray(data)) return changedList(data, change, depth + 1);
  return changedRow(data as Readonly<Record<string, unknown>>, change, depth + 1);
}

/** What needs no change stays the very same: nearly all of a diagnosis, which is walked once for every report. */
function changedList(list: readonly unknown[], change: (text: string) => string, depth: number): readonly unknown[] {
  let items: unknown[] | undefined;
  for (const [position, item] of list.entries()) {
    const after = changed(item, change, depth);
    if (after !== item) items ??= list.slice(0, position);
    items?.push(after);
  }
  return items ?? list;
}

function changedRow(row: Readonly<Record<string, unknown>>, change: (text: string) => string, depth: number): unknown {
  const keys = Object.keys(row);
  let entries: (readonly [string, unknown])[] | undefined;
  for (const [position, key] of keys.entries()) {
    const [name, value] = [change(key), changed(row[key], change, depth)];
    if (name !== key || value !== row[key]) entries ??= keys.slice(0, position).map((same) => [same, row[same]]);
    entries?.push([name, value]);
  }
  return entries === undefined ? row : Object.fromEntries(entries);
}
