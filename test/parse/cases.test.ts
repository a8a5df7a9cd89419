// Every dialect's own cases: what its texts state is read, nothing else is claimed, and its look-alikes are told apart.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Denial } from '../../src/model/denial.ts';
import { parseDenials } from '../../src/parse/parse-denials.ts';

interface Case {
  readonly name: string;
  readonly text: string;
  /** How the text was damaged on its way, where it was. */
  readonly damaged?: string;
  /** Fields of the first denial. */
  readonly expect: Partial<Denial>;
  /** How many denials there are, where there is more than one. */
  readonly count?: number;
}

interface LookAlike {
  readonly name: string;
  readonly text: string;
  readonly class: Denial['class'] | 'none';
}

interface Dialect {
  readonly file: string;
  readonly cases: readonly Case[];
  readonly lookAlikes: readonly LookAlike[];
}

const folder = join(import.meta.dirname, 'cases');
const dialects: readonly Dialect[] = readdirSync(folder).map((file) => {
  const content = parse(readFileSync(join(folder, file), 'utf8')) as Omit<Dialect, 'file'>;
  return { file, ...content };
});
const cases = dialects.flatMap(({ file, cases: own }) => own.map((one) => ({ ...one, file })));
const lookAlikes = dialects.flatMap(({ file, lookAlikes: own }) => own.map((one) => ({ ...one, file })));

const claims = [
  'code',
  'operation',
  'action',
  'principal',
  'resource',
  'policyArn',
  'requestId',
  'authorizationId',
  'encodedState',
] as const;

it.each(cases)('$file: $name', ({ text, expect: wanted, count }) => {
  const found = parseDenials(text);
  const first = found[0];
  expect(first).toMatchObject(wanted);
  const claimed = claims.filter(
    (field) => first?.[field] !== undefined && !first.derived.some((name) => name === field),
  );
  expect(claimed.filter((field) => wanted[field] === undefined)).toEqual([]);
  if (wanted.denyType === undefined) expect(first?.denyType).toBe('unstated');
  if (wanted.policyType === undefined) expect(first?.policyType).toBe('unstated');
  if (count !== undefined) expect(found).toHaveLength(count);
});

it.each(cases)('$file: $name: the span shows the text in the input', ({ text }) => {
  for (const denial of parseDenials(text)) {
    const { offset, length } = denial.span;
    expect(text.slice(offset, offset + length)).toBe(denial.text);
  }
});

it.each(lookAlikes)('$file: not taken for a denial: $name', ({ text, class: wanted }) => {
  expect(parseDenials(text)[0]?.class ?? 'none').toBe(wanted);
});

it.each(dialects)(
  '$file has four cases, one of them damaged, and a look-alike',
  ({ cases: own, lookAlikes: others }) => {
    expect(own.length).toBeGreaterThanOrEqual(4);
    expect(own.some(({ damaged }) => damaged !== undefined)).toBe(true);
    expect(others.length).toBeGreaterThanOrEqual(1);
  },
);
