// The rows of the first stage: each takes one kind of wrapping off a text.
import type { Replacement } from './mapped.ts';

export interface TextRule {
  readonly name: string;
  /** The rule runs only when one of these occurs; none means always. */
  readonly hints: readonly string[];
  /** And only when this matches. */
  readonly onlyIf?: RegExp;
  readonly pattern: RegExp;
  readonly replace: Replacement;
}

const entities: Readonly<Record<string, string>> = { quot: '"', apos: "'", lt: '<', gt: '>', amp: '&', nbsp: ' ' };

function decodeEntity(match: RegExpExecArray): string {
  const name = match[1] ?? '';
  if (name.startsWith('#'))
    return codePoint(parseInt(name.slice(name[1] === 'x' ? 2 : 1), name[1] === 'x' ? 16 : 10), match[0]);
  return entities[name] ?? match[0];
}

function codePoint(code: number, otherwise: string): string {
  return code >= 32 && code < 0xd800 ? String.fromCharCode(code) : otherwise;
}

const quotes: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '‘': "'",
  '’': "'",
  '″': '"',
  '＂': '"',
};

/** What stands around the text: colours, control characters, prefixes, gutters. */
export const layoutRules = [
  {
    name: 'colour codes',
    hints: ['\u001b', '\u009b'],
    pattern: /(?:\u001b\[|\u009b)[0-9;?]{0,32}[ -/]{0,4}[@-~]/g,
    replace: '',
  },
  {
    name: 'terminal titles and links',
    hints: ['\u001b]'],
    pattern: /\u001b\][^\u0007\u001b]{0,2000}(?:\u0007|\u001b\\)/g,
    replace: '',
  },
  {
    name: 'colour codes that lost their escape',
    hints: ['[0m', '[1m', '[3', '[9', '[m'],
    pattern: /\[(?:\d{1,3}(?:;\d{1,3}){0,5})?m(?![\w-])|\[(?:0|1|3[0-9]|9[0-9])(?:;\d{1,3}){0,5}m/g,
    replace: '',
  },
  {
    name: 'control characters',
    hints: [],
    pattern: /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g,
    replace: '',
  },
  { name: 'line ends', hints: ['\r', '↵', '⏎', '\u2028'], pattern: /\r\n?|[↵⏎\u2028\u2029]/g, replace: '\n' },
  {
    name: 'odd blanks',
    hints: ['\u00a0', '\u2002', '\u2003', '\u2009', '\u202f', '\u3000'],
    pattern: /[\u00a0\u2000-\u200a\u202f\u3000]/g,
    replace: ' ',
  },
  {
    name: 'pod and step prefixes',
    hints: ['| ', ']: ', 'Z '],
    pattern:
      /^(?:\[[\w.-]{1,40}\]: |[\w.-]{1,60} {0,20}\| (?=\S)|(?:[\w./ -]{1,80}\t)?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z )/gm,
    replace: '',
  },
  {
    name: 'quote marks of joined lines',
    hints: [' > '],
    onlyIf: /^\s{0,9}>/,
    pattern: / > (?=\w)/g,
    replace: ' ',
  },
  {
    name: 'gutters',
    hints: ['│', '┃', '|', '>', '#', '==>', '║'],
    pattern:
      /^[ \t]{0,40}(?:(?:[│┃║|>]|#{1,6}(?=\s)|==> {1,4}[\w.-]{1,80}:|\d{1,5} {0,4}\|)(?:[ \t]{0,20}(?=[│┃║|>])|[ \t]?)){1,6}/gm,
    replace: '',
  },
  {
    name: 'right-hand gutters',
    hints: ['│', '┃', '|', '║'],
    pattern: /(?<![ \t])[ \t]*[│┃║|][ \t]{0,20}$/gm,
    replace: '',
  },
  {
    name: 'box corners',
    hints: ['╷', '╵', '╭', '╰', '┌', '└'],
    pattern: /^[ \t]{0,40}[╷╵╭╰┌└├][─━]{0,200}[ \t]{0,10}/gm,
    replace: '',
  },
] as const satisfies readonly TextRule[];

/** How the text itself is written: escapes, entities, quotes, markup. */
export const writingRules = [
  {
    name: 'unicode escapes',
    hints: ['\\u'],
    pattern: /\\{1,64}u([0-9a-fA-F]{4})/g,
    replace: (match) => codePoint(parseInt(match[1] ?? '', 16), match[0]),
  },
  {
    name: 'character entities',
    hints: ['&'],
    pattern: /&(?:amp;){0,3}(quot|apos|lt|gt|amp|nbsp|#\d{1,5}|#x[0-9a-f]{1,4});/g,
    replace: decodeEntity,
  },
  { name: 'an entity cut off at the end', hints: ['&'], pattern: /&#?[a-z0-9]{0,5}$/g, replace: '' },
  {
    name: 'typographic quotes',
    hints: ['“', '”', '„', '‘', '’', '″', '＂'],
    pattern: /[“”„‘’″＂]/g,
    replace: (match) => quotes[match[0]] ?? '"',
  },
  {
    name: 'escaped white space',
    hints: ['\\'],
    pattern: /\\{1,64}[nrt]/g,
    replace: (match) => (match[0].endsWith('t') ? '\t' : '\n'),
  },
  { name: 'escaped quotes and markup', hints: ['\\'], pattern: /\\{1,64}(?=["'`/<>[\]*_#|~-]|\n)/g, replace: '' },
  { name: 'doubled quotes', hints: ['""'], pattern: /""(?=[\w:])|(?<=[\w.])""/g, replace: '"' },
  {
    name: 'inline markup tags',
    hints: ['</', '<br', '<p>'],
    pattern: /<\/?(?:b|strong|i|em|span|code|div|p|br|td|tr|dt|dd|li|ul|a|pre)(?:\s[^<>\n]{0,200})?\s?\/?>/gi,
    replace: ' ',
  },
  { name: 'bold marks', hints: ['**'], pattern: /(?<![*:/-])\*\*(?![*:/])/g, replace: '' },
] as const satisfies readonly TextRule[];
