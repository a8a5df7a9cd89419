// Finds characters that cannot be seen: in the text of a file, and in its values once escapes are decoded.
import type { YamlTree } from '../yaml.ts';
import { spanned, type Diagnostic, type Finding } from './diagnostic.ts';

/** Control, format (direction, zero-width), surrogate, private and separator characters, besides tab and line ends. */
const hidden = /(?![\t\n\r])[\p{C}\p{Zl}\p{Zp}]/u;

/** Texts of nothing but these are told apart quickly: the thorough pattern is costly to prepare, and most files never need it. */
const plainly = /^[\t\n\r -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u205e\u2190-\u21ff]*$/;

const hiddenIn = (text: string): RegExpExecArray | null => (plainly.test(text) ? null : hidden.exec(text));

const named = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

export function hiddenInSource(text: string, file: string): readonly Diagnostic[] {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  const found = hiddenIn(body);
  if (found === null) return [];
  const start = found.index + text.length - body.length;
  const before = text.slice(0, start).split('\n');
  const position = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  const what = { code: 'WD701', message: message(found[0]), hint: 'remove it' } as const;
  return [spanned(what, { start, end: start + 1 }, file, { positionOf: () => position })];
}

/** An escape such as "\u202e" is plain in the file and hidden in what the reader sees. */
export function hiddenInTexts(tree: YamlTree, source: string): readonly Finding[] {
  if (!source.includes('\\') && plainly.test(source)) return [];
  return tree.texts().flatMap(({ path, part, value }): readonly Finding[] => {
    const found = hiddenIn(value);
    if (found === null || path[0] === 'tests') return [];
    return [{ code: 'WD701', path, part, message: `${message(found[0])}, written as an escape`, hint: 'remove it' }];
  });
}

const message = (character: string): string => `the character ${named(character)} cannot be seen`;
