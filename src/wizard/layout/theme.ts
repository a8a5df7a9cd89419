// Colours and signs by what they mean; a state is always a word or a sign as well, never a colour alone.
import { toAscii } from '../../render/text/width.ts';

export type Tone = 'strong' | 'hint' | 'good' | 'bad' | 'open' | 'accent';

/** Of the sixteen base colours only. */
const codes = {
  strong: [1, 22],
  hint: [2, 22],
  good: [32, 39],
  bad: [31, 39],
  open: [33, 39],
  accent: [36, 39],
} as const satisfies Record<Tone, readonly [number, number]>;

const unicodeSigns = {
  rule: '│',
  pointer: '❯',
  pass: '✓',
  fail: '✗',
  open: '○',
  out: '–',
  marked: '◉',
  unmarked: '○',
  cursor: '▏',
  between: ' › ',
  upDown: '↑↓',
} as const;

export type Signs = Readonly<Record<keyof typeof unicodeSigns, string>>;

export const asciiSigns: Signs = {
  rule: '|',
  pointer: '>',
  pass: '+',
  fail: 'x',
  open: '?',
  out: '-',
  marked: '[x]',
  unmarked: '[ ]',
  cursor: '_',
  between: ' > ',
  upDown: 'up/down',
};

export interface Theme {
  readonly signs: Signs;
  paint(text: string, tone: Tone | undefined): string;
  /** The terminal follows links. */
  readonly links?: boolean;
  /** A text in the characters the terminal is known to have. */
  plain(text: string): string;
}

export interface Look {
  readonly colour: boolean;
  readonly ascii: boolean;
  readonly links?: boolean;
}

export const themeOf = ({ colour, ascii, links = false }: Look): Theme => ({
  links,
  signs: ascii ? asciiSigns : unicodeSigns,
  paint: (text, tone) =>
    colour && tone !== undefined ? `\u001b[${codes[tone][0]}m${text}\u001b[${codes[tone][1]}m` : text,
  plain: (text) => (ascii ? toAscii(text) : text),
});
