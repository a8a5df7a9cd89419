// Writes texts from outside into code: characters that hide or reorder, and all that is not ASCII where the reader may be a shell, become escapes.

/** Format characters, private use, lone surrogates and line separators: nobody sees them, and they are kept as numbers. */
const hidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\p{Cf}\p{Co}\p{Cs}]/gu;

const hex = (code: number, width: number): string => code.toString(16).padStart(width, '0');

/** As HCL and YAML number a character inside double quotes. */
export const escapeCode = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
};

export const withCodes = (text: string): string => text.replace(hidden, escapeCode);

/** JSON in nothing but visible ASCII. */
export const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[^ -~]/g, (unit) => `\\u${hex(unit.charCodeAt(0), 4)}`);

/** One line after a comment sign, in which nothing can end the comment. */
export const comment = (text: string): string => `# ${withCodes(text.replace(/\s+/g, ' ').trim())}`;

/** An identifier of letters, digits and the joiner; never empty, and never begun by a digit. */
export function identifier(text: string, joiner: '_' | ''): string {
  const words = text.match(/[A-Za-z0-9]+/g) ?? [];
  const shaped = joiner === '' ? words.map((word) => `${word[0]?.toUpperCase() ?? ''}${word.slice(1)}`) : words;
  const name = shaped.join(joiner).slice(0, 60) || 'policy';
  return /^[A-Za-z]/.test(name) ? name : `${joiner === '' ? 'P' : 'p_'}${name}`;
}

/** The same names, each once. */
export function numbered(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let free = name;
    for (let number = 2; taken.has(free); number += 1) free = `${name}${/\d$/.test(name) ? '_' : ''}${number}`;
    taken.add(free);
    return free;
  });
}
