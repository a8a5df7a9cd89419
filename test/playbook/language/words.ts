// Splits the prose of playbooks into words, and leaves out what is code: placeholders, names of AWS, file names, commands.

const opening = /^[("'“‘[]+/;
const closing = /[)"'”’\].,;:!?…]+$/;

/** Words of letters only, in the case they stand in, hyphenated ones in their parts. */
export function wordsOf(text: string): readonly string[] {
  return tokensOf(text)
    .filter((token) => /^[A-Za-z'’-]+$/.test(token) && !/[a-z][A-Z]/.test(token) && !token.startsWith('-'))
    .flatMap((token) => token.split('-'))
    .map((word) => word.replace(/['’]s?$/, ''))
    .filter((word) => word.length > 1);
}

const tokensOf = (text: string): readonly string[] =>
  text
    .replace(/\{\{[^}]*\}\}/g, ' ')
    .replace(/`[^`]*`/g, ' ')
    .split(/[\s/—–]+/)
    .map((token) => token.replace(opening, '').replace(closing, ''));
