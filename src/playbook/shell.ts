// Turns a value from outside into one POSIX shell word, or tells that no safe word exists for it.

const plain = /^[A-Za-z0-9_@%+=:,./-]+$/;
/** Control, format (bidi, zero-width), surrogate, private and separator characters. */
const invisible = /[\p{C}\p{Zl}\p{Zp}]/u;
/** The AWS CLI replaces an argument of this form by what the file or page holds. */
const loadsContent = /^(?:fileb?|https?):\/\//i;

/** Plain ASCII is asked first: the thorough pattern is costly to prepare, and most runs never need it. */
export const hasInvisible = (text: string): boolean => !/^[ -~]*$/.test(text) && invisible.test(text);

export function quoted(text: string): string {
  return plain.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** The value as one word; undefined where it could not be copied safely. At a word's start an option or a file reference would be obeyed. */
export function shellWord(text: string, startsWord: boolean): string | undefined {
  if (text === '' || hasInvisible(text)) return undefined;
  if (startsWord && (text.startsWith('-') || loadsContent.test(text))) return undefined;
  return quoted(text);
}

export type Quoting = 'none' | 'single' | 'double' | 'escaped';

/** Whether text that follows this piece of a command stands inside quotes. */
export function quotingAfter(piece: string, before: Quoting): Quoting {
  let state = before;
  for (const character of piece) {
    if (state === 'escaped') state = 'none';
    else if (state === 'none') state = opened(character);
    else if (state === 'single') state = character === "'" ? 'none' : 'single';
    else state = character === '"' ? 'none' : 'double';
  }
  return state;
}

function opened(character: string): Quoting {
  if (character === "'") return 'single';
  if (character === '"') return 'double';
  return character === '\\' ? 'escaped' : 'none';
}
