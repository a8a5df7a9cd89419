// Hostile input: any text is answered, in time proportional to its size, and no pattern backtracks badly.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { explainParse } from '../../src/parse/explain.ts';
import { patternOf } from '../../src/parse/findings/pattern-row.ts';
import { parseDenials } from '../../src/parse/parse-denials.ts';
import { findAll, patternRows } from '../../src/parse/recognise-text.ts';
import { layoutRules, writingRules, type TextRule } from '../../src/parse/text/rules.ts';
import { readDecodedMessage, sniffDocument } from '../../src/parse/documents.ts';

const rules: readonly TextRule[] = [...layoutRules, ...writingRules];
const fragments = [
  'User: ',
  'arn:aws:iam::111122223333:user/x',
  ' is not authorized to perform: ',
  's3:GetObject',
  ' on resource: ',
  '"',
  '\\"',
  '\n',
  '│ ',
  '\u001b[31m',
  'AccessDenied',
  ': ',
  'An error occurred (',
  ') when calling the ',
  ' operation',
  'explicit deny in a',
  ' because no ',
  'Encoded authorization failure message: ',
  '{"',
  '}',
  '<Code>',
  '\\n\\t',
  'status code: 403, request id: ',
  'Action: ',
  '…',
  '\uD83D',
  '\u0000',
];
const pastes = fc
  .array(fc.oneof(fc.constantFrom(...fragments), fc.string({ maxLength: 12 })), { maxLength: 60 })
  .map((parts) => parts.join(''));

it('any mixture of fragments is read without failing, and every span lies in the input', () => {
  fc.assert(
    fc.property(pastes, (text) => {
      for (const { denial } of explainParse(text)) {
        const { offset, length } = denial.span;
        if (text.slice(offset, offset + length) !== denial.text || length < 1) return false;
      }
      return true;
    }),
    { numRuns: 200 },
  );
});

it('any bytes are read without failing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      readDecodedMessage(text);
      sniffDocument(text);
      return Array.isArray(parseDenials(text));
    }),
    { numRuns: 200 },
  );
});

/** Repetitions that tempt a pattern: its hints over and over, and each hint before a long run of what it may skip. */
function temptations(hints: readonly string[], size: number): string[] {
  const words = hints.length === 0 ? ['x'] : hints;
  const fillers = [' ', 'a', '\n', 'a ', '[', '*', '| ', 'Aa', '1', ':', '\\', 'a.', '"', '\t\n', 'arn:aws:'];
  return words.flatMap((word) => [
    word.repeat(size / word.length),
    ...fillers.map((filler) => word + filler.repeat(size / filler.length)),
  ]);
}

const size = 16_384;
const patterns = [
  ...patternRows.map((row) => ({ name: row.id, hints: row.hints, pattern: patternOf(row) })),
  ...rules.map(({ name, hints, pattern }) => ({ name, hints, pattern })),
];

it.each(patterns)('$name stays linear', ({ hints, pattern }) => {
  for (const text of temptations(hints.slice(0, 3), size)) {
    const begin = performance.now();
    for (const match of text.matchAll(pattern)) if (match.index < 0) break;
    expect(performance.now() - begin).toBeLessThan(400);
  }
});

const openings = [
  '',
  'User: ',
  'is not authorized to perform: s3:Get on resource: arn:aws:s3:::',
  'An error occurred (',
];
const runs = [
  'a',
  'A',
  ' ',
  '\n',
  '"',
  '<',
  '[',
  '{',
  '\\',
  '|',
  '*',
  ':',
  'Ab',
  'A1a: ',
  'code: ',
  'name: "a" ',
  '<Code>',
  'User: ',
  'arn:aws:',
  'because no ',
  'explicit deny in a ',
  'Action: a:b',
  'status code: 400, request id: a ',
  '"explicitDeny":true',
  '"context"',
  '{{',
  '<<a',
  '${a',
];

it.each(runs)('all readers stay linear on runs of %j', (run) => {
  for (const opening of openings) {
    const begin = performance.now();
    findAll(opening + run.repeat(size / run.length));
    expect(performance.now() - begin).toBeLessThan(700);
  }
});

const units = {
  'near-denials': 'User: arn:aws:iam::1:user/x is not authorized to perform: ',
  'heads without messages': 'An error occurred (AccessDenied) when calling the X operation: ',
  'bare phrases': 'Access Denied ',
  'explicit denies': 'explicit deny in a ',
  'code words': 'AccessDenied: ',
  'kubernetes users': 'forbidden: User "',
  'encoded labels': 'Encoded authorization failure message: ',
  'wrapped ARNs': `User: arn:aws:iam::111122223333:user/${'a'.repeat(43)}\nis not authorized to perform: s3:Get\n`,
  'cells of tables': `AccessDenied ${' '.repeat(30)}User: a\n${' '.repeat(43)}arn:aws:iam::1\n`,
  'deep indentations': `Access denied\n${' '.repeat(199)}`,
  backslashes: `AccessDenied ${'\\\\'.repeat(9)}`,
  gutters: '│ │ > > # denied \n',
  prompts: '$ aws --a b --c d denied ',
  'nested objects': '{"errorCode":',
  'nested lists': '[',
  'escaped quotes': 'not authorized \\"',
} as const;

it.each(Object.entries(units))('ten times as many %s take about ten times as long', (_name, unit) => {
  const timeOf = (length: number) => {
    const text = unit.repeat(Math.ceil(length / unit.length));
    const begin = performance.now();
    parseDenials(text);
    return performance.now() - begin;
  };
  timeOf(40_000);
  const limit = Math.max(timeOf(40_000), 5) * 40;
  const large = timeOf(400_000);
  expect(large < limit ? large : Math.min(large, timeOf(400_000))).toBeLessThan(limit);
});

it('ten thousand levels of JSON and ten megabytes on one line are answered', () => {
  expect(parseDenials('{"detail":'.repeat(10_000) + '1' + '}'.repeat(10_000))).toEqual([]);
  expect(parseDenials(`{"eventSource":${'['.repeat(10_000)}${']'.repeat(10_000)}}`)).toEqual([]);
  expect(parseDenials('x'.repeat(10_000_000))).toEqual([]);
});

it('keys of the prototype are ordinary words', () => {
  const text =
    '{"eventSource":"s3.amazonaws.com","eventName":"__proto__","errorCode":"constructor","__proto__":{"errorCode":"AccessDenied"}}';
  expect(parseDenials(text)[0]?.class).not.toBe('authorization');
  expect(
    parseDenials('An error occurred (constructor) when calling the toString operation: __proto__')[0]?.action,
  ).toBeUndefined();
});
