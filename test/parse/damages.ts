// What happens to a text between the program that printed it and the person who pastes it.

export interface Damage {
  readonly name: string;
  /** Some places of such cuts cannot be told from others. */
  readonly cutsWords?: true;
  readonly apply: (text: string) => string;
}

function hardWrap(text: string, width: number, gutter = ''): string {
  const room = width - gutter.length;
  return text
    .split('\n')
    .flatMap((line) => line.match(new RegExp(`.{1,${room}}`, 'gu')) ?? [''])
    .map((line) => gutter + line)
    .join('\n');
}

function wordWrap(text: string, width: number, indent = ''): string {
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    let current = '';
    for (const word of line.split(' ')) {
      if (current !== '' && current.length + 1 + word.length > width) {
        lines.push(current);
        current = indent + word;
      } else current = current === '' ? word : `${current} ${word}`;
    }
    lines.push(current);
  }
  return lines.join('\n');
}

/** A table's last column: long words are broken, short ones kept whole. */
function column(text: string, width: number, before: number): string {
  const lines: string[] = [];
  let current = '';
  for (let word of text.replaceAll('\n', ' ').split(' ')) {
    if (current !== '' && current.length + 1 + word.length <= width) {
      current += ` ${word}`;
      continue;
    }
    if (current !== '' && word.length > width) {
      const room = width - current.length - 1;
      if (room > 0) {
        current += ` ${word.slice(0, room)}`;
        word = word.slice(room);
      }
    }
    if (current !== '') lines.push(current);
    for (; word.length > width; word = word.slice(width)) lines.push(word.slice(0, width));
    current = word;
  }
  lines.push(current);
  const head = 'CREATE_FAILED'.padEnd(before);
  return lines.map((line, index) => (index === 0 ? head : ' '.repeat(before)) + line.padEnd(width)).join('\n');
}

export const damages: readonly Damage[] = [
  { name: 'none', apply: (text) => text },
  { name: 'cut hard at 80', cutsWords: true, apply: (text) => hardWrap(text, 80) },
  { name: 'cut hard at 100', cutsWords: true, apply: (text) => hardWrap(text, 100) },
  { name: 'cut hard at 72', cutsWords: true, apply: (text) => hardWrap(text, 72) },
  { name: 'cut hard at 80 behind a gutter', cutsWords: true, apply: (text) => hardWrap(text, 80, '│ ') },
  { name: 'cut hard at 80 and indented', cutsWords: true, apply: (text) => hardWrap(text, 80, '    ') },
  { name: 'wrapped between words at 80', apply: (text) => wordWrap(text, 80) },
  { name: 'wrapped between words at 60 and indented', apply: (text) => wordWrap(text, 60, '    ') },
  {
    name: 'wrapped between words, quoted',
    apply: (text) =>
      wordWrap(text, 76)
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n'),
  },
  { name: 'in a column of 40', cutsWords: true, apply: (text) => column(text, 40, 52) },
  { name: 'in a column of 23', cutsWords: true, apply: (text) => column(text, 23, 75) },
  { name: 'a JSON string', apply: (text) => JSON.stringify({ log: text }) },
  { name: 'a JSON string in a JSON string', apply: (text) => JSON.stringify({ log: JSON.stringify({ msg: text }) }) },
  {
    name: 'escaped three times',
    apply: (text) => JSON.stringify({ a: JSON.stringify({ b: JSON.stringify({ c: text }) }) }),
  },
  {
    name: 'coloured',
    apply: (text) => `\u001b[31m\u001b[1m${text.replaceAll('User:', '\u001b[0mUser:\u001b[33m')}\u001b[0m`,
  },
  { name: 'coloured, escapes lost', apply: (text) => `[31m[1m${text}[0m` },
  {
    name: 'time stamps before each line',
    apply: (text) =>
      text
        .split('\n')
        .map((line) => `2026-02-03T04:05:06.123456789Z ${line}`)
        .join('\n'),
  },
  { name: 'carriage returns', apply: (text) => text.replaceAll('\n', '\r\n') },
  { name: 'smart quotes', apply: (text) => text.replaceAll(/"([^"\n]{0,300})"/g, '“$1”') },
  { name: 'in Markdown', apply: (text) => `**Error**\n\n\`\`\`\n${text}\n\`\`\`\n` },
  {
    name: 'as HTML',
    apply: (text) => `<p>${text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('\n', '<br>')}</p>`,
  },
  {
    name: 'pod prefixes',
    apply: (text) =>
      text
        .split('\n')
        .map((line) => `worker-6c9 | ${line}`)
        .join('\n'),
  },
  {
    name: 'numbered lines',
    cutsWords: true,
    apply: (text) =>
      hardWrap(text, 90)
        .split('\n')
        .map((line, index) => `${index + 7} | ${line}`)
        .join('\n'),
  },
];
