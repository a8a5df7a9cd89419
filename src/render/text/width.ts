// Measures text in terminal columns, breaks it into lines between words, and turns it into ASCII.

const zeroWidth = /\p{M}/u;
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

export function columnsOf(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let columns = 0;
  for (const character of text) columns += zeroWidth.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return columns;
}

export const padded = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - columnsOf(text)));

/** Lines of at most `width` columns; a word that is longer stands alone and whole, so that ARNs can be copied; a flag stays with its value. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.match(/(?<!\S)--[a-z-]+ \S+|\S+/g) ?? []) {
    if (line === '') line = word;
    else if (columnsOf(line) + 1 + columnsOf(word) <= width) line += ` ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** Breaks a command at spaces outside quotes, with continuations that a shell joins again. */
export function wrappedCommand(command: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of withValues(command)) {
    const indent = lines.length === 0 ? 0 : 4;
    if (line === '') line = word;
    else if (indent + columnsOf(line) + 1 + columnsOf(word) + 2 <= width) line += ` ${word}`;
    else {
      lines.push(`${' '.repeat(indent)}${line} \\`);
      line = word;
    }
  }
  return [...lines, `${' '.repeat(lines.length === 0 ? 0 : 4)}${line}`];
}

/** The words of a command, quotes kept whole, each option together with its value. */
function withValues(command: string): readonly string[] {
  const words = command.match(/(?:[^\s'"\\]|\\.|'[^']*'|"(?:[^"\\]|\\.)*"|['"\\])+/gs) ?? [];
  return words.reduce<readonly string[]>((joined, word) => {
    const last = joined.at(-1);
    const isValue = last !== undefined && /^--[a-z-]+$/.test(last) && !/^[-|&;<>]/.test(word);
    return isValue ? [...joined.slice(0, -1), `${last} ${word}`] : [...joined, word];
  }, []);
}

const plainForms: Readonly<Record<string, string>> = {
  '›': '>',
  '✓': '+',
  '✗': 'x',
  '…': '...',
  '–': '-',
  '—': '-',
  '→': '->',
  '·': '-',
  '•': '*',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '×': 'x',
  '\u00a0': ' ',
};

/** Every other character is shown by its number. */
export const toAscii = (text: string): string =>
  text.replace(/[^\u0000-\u007f]/gu, (character) => plainForms[character] ?? codeOf(character));

const codeOf = (character: string) =>
  `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
