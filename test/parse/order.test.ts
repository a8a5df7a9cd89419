// Several errors in one input: their order, repeats, and long logs.
import { expect, it } from 'vitest';
import { explainParse } from '../../src/parse/explain.ts';
import { parseDenials } from '../../src/parse/parse-denials.ts';

const denied = (name: string) =>
  `User: arn:aws:iam::111122223333:user/${name} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::b/${name}"`;

it('authorization comes first, then credentials, other AWS errors and other systems', () => {
  const text = [
    "cp: cannot open 'x': Permission denied",
    'An error occurred (ThrottlingException) when calling the GetMetricData operation: Rate exceeded',
    'An error occurred (ExpiredToken) when calling the GetObject operation: The provided token has expired.',
    `An error occurred (AccessDenied) when calling the GetObject operation: ${denied('a')}`,
  ].join('\n');
  expect(parseDenials(text).map((denial) => denial.class)).toEqual([
    'authorization',
    'credentials',
    'not-authorization',
    'not-aws',
  ]);
});

it('repeats of one denial are one, in the place of the first', () => {
  const text = `try 1: ${denied('a')}\ntry 2: ${denied('a')}\nnext: ${denied('b')}\ntry 3: ${denied('a')}\n`;
  expect(parseDenials(text).map(({ resource, span }) => [resource, span.offset])).toEqual([
    ['arn:aws:s3:::b/a', 7],
    ['arn:aws:s3:::b/b', text.indexOf('User: arn:aws:iam::111122223333:user/b')],
  ]);
});

it('a long log gives each denial once, with its place in the whole', () => {
  const filler = 'INFO nothing happened here today\n'.repeat(2000);
  const text = `${filler}ERROR ${denied('a')}\n${filler}ERROR ${denied('b')}\n${filler}`;
  const found = parseDenials(text);
  expect(found.map(({ resource }) => resource)).toEqual(['arn:aws:s3:::b/a', 'arn:aws:s3:::b/b']);
  for (const { span, text: part } of found) expect(text.slice(span.offset, span.offset + span.length)).toBe(part);
});

it('nothing recognised is an empty list', () =>
  expect(['', '   ', 'hello', '\u001b[31m'].map(parseDenials)).toEqual([[], [], [], []]));

it('the explanation names the rows that matched', () => {
  expect(
    explainParse(`An error occurred (AccessDenied) when calling the GetObject operation: ${denied('a')}`)[0]?.rows,
  ).toEqual(['botocore', 'not-authorized']);
});
