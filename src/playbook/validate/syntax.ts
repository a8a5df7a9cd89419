// Words what is wrong with a text that is no usable YAML, by looking at the line where the reader stumbled.
import { placeNames } from '../format/shape.ts';
import { places } from '../format/places.ts';
import type { Range, YamlFault, YamlResult } from '../yaml.ts';
import { spanned, type Diagnostic } from './diagnostic.ts';
import { nearest } from './nearest.ts';

interface Worded {
  readonly code: Diagnostic['code'];
  readonly message: string;
  readonly hint: string;
  readonly range: Range;
}

/** Syntax stops reading, so only its first fault is told; faults of content are all told. */
export function syntaxDiagnostics(yaml: YamlResult, text: string, file: string): readonly Diagnostic[] {
  const [first] = yaml.faults;
  const told = first?.reason === 'syntax' ? [first] : yaml.faults;
  return told.map((fault) => {
    const { range, ...what } = fault.reason === 'syntax' ? syntax(fault, text) : content(fault);
    return spanned(what, range, file, yaml);
  });
}

function content({ reason, detail, range }: YamlFault): Worded {
  return { ...contents[reason === 'syntax' ? 'empty' : reason](detail), range };
}

type Content = (detail: string) => Omit<Worded, 'range'>;

const contents = {
  'too-large': (detail) => ({
    code: 'WD706',
    message: `the file is too large: ${detail}`,
    hint: 'split it into several playbooks',
  }),
  'too-deep': (detail) => ({
    code: 'WD706',
    message: `nested too deeply${detail === '' ? '' : `: ${detail}`}`,
    hint: 'name a part of it under conditions',
  }),
  empty: () => ({
    code: 'WD104',
    message: 'the file holds no playbook',
    hint: '"whydenied playbook new" writes one to start from',
  }),
  'second-document': () => ({
    code: 'WD104',
    message: 'a second document starts here',
    hint: 'one file holds one playbook: move the rest into a file of its own and remove "---"',
  }),
  'duplicate-key': (detail) => ({
    code: 'WD103',
    message: `the key "${detail}" is written twice`,
    hint: 'remove one of the two, or indent it under what it belongs to',
  }),
  alias: (detail) => ({
    code: 'WD703',
    message: `anchors and aliases are not allowed: ${detail}`,
    hint: 'write the value out; a text that starts with & or * needs quotes',
  }),
  tag: () => ({
    code: 'WD703',
    message: 'tags are not allowed',
    hint: 'remove the word with !; a text that starts with ! needs quotes',
  }),
  'hostile-key': (detail) => ({ code: 'WD704', message: `the key "${detail}" is reserved`, hint: 'use another name' }),
} as const satisfies Readonly<Record<Exclude<YamlFault['reason'], 'syntax'>, Content>>;

function syntax(fault: YamlFault, text: string): Worded {
  const start = text.lastIndexOf('\n', fault.range.start - 1) + 1;
  const stop = text.indexOf('\n', start);
  const line = text.slice(start, stop < 0 ? text.length : stop).replace(/\r$/, '');
  const seen: Line = { line, start, fault, text };
  const worded = looks.map((look) => look(seen)).find((found) => found !== undefined);
  return worded ?? plain(fault, text);
}

interface Line {
  readonly line: string;
  readonly start: number;
  readonly fault: YamlFault;
  readonly text: string;
}
type Look = (line: Line) => Worded | undefined;

const span = (start: number, length: number): Range => ({ start, end: start + Math.max(1, length) });

/** Tried in this order: the surest sign first. */
const looks: readonly Look[] = [
  ({ line, start }) => {
    const tab = /^( *)\t/.exec(line);
    const range = span(start + (tab?.[1]?.length ?? 0), 1);
    return tab === null ? undefined : { code: 'WD102', message: 'a tab indents this line', hint: 'use spaces', range };
  },
  ({ line, start }) => {
    const braces = /(?:^|[:-] +)(\{\{.*)$/.exec(line);
    if (braces === null) return undefined;
    const written = braces[1] ?? '';
    const range = span(start + braces.index + braces[0].length - written.length, 2);
    const hint = `write "${written.replaceAll('"', "'")}"`;
    return { code: 'WD105', message: 'a text that starts with {{ needs quotes around it', hint, range };
  },
  ({ line, start }) => missingSpace(line, start),
  ({ line, start }) => {
    const bare = /^( *(?:- +)?)([a-z_]+) *$/.exec(line);
    const key = bare?.[2] ?? '';
    if (bare === null || !isKey(key)) return undefined;
    const range = span(start + (bare[1]?.length ?? 0), key.length);
    return {
      code: 'WD101',
      message: `the key "${key}" has no colon`,
      hint: 'write a colon and its value after it',
      range,
    };
  },
  ({ text, fault }) => outdented(text, fault),
  ({ line, start, fault }) => plainText(line, start, fault),
  ({ line, start, fault }) => badIndent(line, start, fault),
];

function missingSpace(line: string, start: number): Worded | undefined {
  const dash = /^( *)-([A-Za-z_]+:(?: |$).*)$/.exec(line);
  const range = span(start + (dash?.[1]?.length ?? 0), 1);
  if (dash !== null)
    return { code: 'WD107', message: 'a space is missing after the hyphen', hint: `write "- ${dash[2] ?? ''}"`, range };
  const colon = /^( *(?:- )?)([a-z_]+):([^\s:/].*)$/.exec(line);
  if (colon === null || !isKey(colon[2] ?? '')) return undefined;
  const hint = `write "${colon[2] ?? ''}: ${colon[3] ?? ''}"`;
  const at = span(start + (colon[1]?.length ?? 0), (colon[2]?.length ?? 0) + 1);
  return { code: 'WD107', message: 'a space is missing after the colon', hint, range: at };
}

const keys = new Set(placeNames.flatMap((name) => Object.keys(places[name].keys)));
const isKey = (word: string): boolean => keys.has(word);

/** A key of an inner place at the first column breaks the list above it; the fault shows up only later. */
function outdented(text: string, fault: YamlFault): Worded | undefined {
  if (!/BLOCK_AS_IMPLICIT_KEY|BAD_INDENT|UNEXPECTED_TOKEN|MISSING_CHAR/.test(fault.detail)) return undefined;
  const above = text.slice(0, fault.range.end + 1);
  const found = [...above.matchAll(/^([a-z_]+):/gm)].findLast(([, key = '']) => isInner(key));
  if (found === undefined) return undefined;
  const key = found[1] ?? '';
  const homes = placeNames.filter((name) => Object.hasOwn(places[name].keys, key)).map((name) => places[name].called);
  const message = `unknown key "${key}" at the top level`;
  const hint = `it belongs to ${[...new Set(homes)].slice(0, 3).join(' or ')}: indent it`;
  return { code: 'WD108', message, hint, range: span(found.index, key.length) };
}

const isInner = (key: string): boolean =>
  isKey(key) &&
  !Object.hasOwn(places.playbook.keys, key) &&
  nearest(key, Object.keys(places.playbook.keys)) === undefined;

function plainText(line: string, start: number, fault: YamlFault): Worded | undefined {
  const lead = /^ *(?:- +)*(?:[\w.-]+: +)?/.exec(line)?.[0] ?? '';
  const value = lead.length > 0 ? line.slice(lead.length) : '';
  const hint = `put quotes around it: '${value.replaceAll("'", "''")}'`;
  const range = span(start + lead.length, value.length);
  if (/BAD_SCALAR_START/.test(fault.detail)) {
    return { code: 'WD106', message: `a text that starts with ${value.charAt(0)} needs quotes`, hint, range };
  }
  const stumbled = /BLOCK_AS_IMPLICIT|Nested|node end/.test(fault.detail);
  if (!stumbled || !/^[^"'[{|>&*!].*: /.test(value)) return undefined;
  return { code: 'WD106', message: 'a text that holds ": " needs quotes', hint, range };
}

function badIndent(line: string, start: number, fault: YamlFault): Worded | undefined {
  if (!/BAD_INDENT|BLOCK_AS_IMPLICIT_KEY|MULTILINE_IMPLICIT_KEY/.test(fault.detail)) return undefined;
  if (/Flow/.test(fault.detail)) return undefined;
  const indent = /^ */.exec(line)?.[0].length ?? 0;
  const message = 'the indentation does not fit the lines around it';
  const hint = 'keys of one map start in one column; what belongs to a key stands further right';
  return { code: 'WD108', message, hint, range: span(start + indent, line.length - indent) };
}

function plain({ detail, range }: YamlFault, text: string): Worded {
  const known = sayings.find(({ sign }) => detail.includes(sign));
  const message = known?.message ?? `YAML cannot be read here: ${detail.replace(/^[A-Z_]+: /, '')}`;
  const opened = known?.opener === undefined ? -1 : text.lastIndexOf(known.opener, range.start - 1);
  const hint = known?.hint ?? 'compare the indentation, the quotes and the brackets above';
  return { code: 'WD101', message, hint, range: opened < 0 ? range : span(opened, 1) };
}

interface Saying {
  readonly sign: string;
  readonly message: string;
  readonly hint: string;
  /** What was opened and never closed is pointed at, not the place where the reader gave up. */
  readonly opener?: string;
}

const sayings: readonly Saying[] = [
  {
    sign: 'Missing closing "quote',
    message: 'a double quote is never closed',
    hint: 'close it with "; write \\" for a quote inside',
    opener: '"',
  },
  {
    sign: "Missing closing 'quote",
    message: 'a single quote is never closed',
    hint: "close it with '; write '' for a quote inside",
    opener: "'",
  },
  { sign: 'Flow sequence', message: 'a list with [ is never closed', hint: 'close it with ]', opener: '[' },
  { sign: 'Flow map', message: 'a map with { is never closed', hint: 'close it with }', opener: '{' },
  {
    sign: 'Unexpected block-seq-ind',
    message: 'a list item stands on the line of its key',
    hint: 'start the list on the next line',
  },
  {
    sign: 'followed by map values',
    message: 'a key without a colon',
    hint: 'write a colon after the key, or quotes around the text',
  },
  {
    sign: 'NON_STRING_KEY',
    message: 'a key must be plain text',
    hint: 'a text that starts with {, [ or ? needs quotes around it',
  },
];
