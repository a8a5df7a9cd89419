// Turns what a schema found wrong into one finding per mistake, and reads the data as it was probably meant.
import type { PlaceName } from '../../format/shape.ts';
import type { Path } from '../../yaml.ts';
import type { Finding } from '../diagnostic.ts';
import type { SchemaFault, Validate } from '../validator.ts';
import { expectedAt } from './content-at.ts';
import { pathOf, repaired, type Repair } from './data.ts';
import { missingKey, unknownKey } from './keys.ts';
import type { Faulty, Mistake } from './mistake.ts';
import { empty, tooLong, unknownFact, unknownFactKey, wrongForm, wrongKind, wrongName, wrongWord } from './values.ts';

export interface Shape {
  readonly findings: readonly Finding[];
  /** The data as it was probably meant; missing when that cannot be told. */
  readonly value?: unknown;
  readonly repairs: readonly Repair[];
}

type Word = (faulty: Faulty) => Mistake;

/** Which rule of the schema is worded by whom; the others only wrap these. */
const wording: Readonly<Record<string, Word>> = {
  additionalProperties: (faulty) =>
    faulty.expected.content?.kind === 'facts' ? unknownFactKey(faulty) : unknownKey(faulty),
  required: missingKey,
  type: wrongKind,
  enum: wrongWord,
  const: wrongWord,
  minItems: empty,
  minLength: empty,
  maxLength: tooLong,
  pattern: wrongForm,
  propertyNames: wrongName,
  anyOf: unknownFact,
};

const passes = 4;

export function shapeOf(root: unknown, kind: PlaceName, validate: Validate, source: (path: Path) => string): Shape {
  const findings: Finding[] = [];
  const repairs: Repair[] = [];
  let value = root;
  for (let pass = 0; pass < passes; pass += 1) {
    const mistakes = mistakesOf(value, kind, validate(value), source);
    if (mistakes.length === 0) return { findings, value, repairs };
    const fresh = mistakes.filter(({ finding }) => !findings.some((known) => samePlace(known, finding)));
    findings.push(...fresh.map(({ finding }) => finding));
    const made = mistakes.flatMap(({ repair }) => (repair === undefined ? [] : [repair]));
    if (made.length === 0) break;
    repairs.push(...made);
    value = made.reduce(repaired, value);
  }
  return { findings, repairs };
}

function mistakesOf(
  root: unknown,
  kind: PlaceName,
  faults: readonly SchemaFault[],
  source: (path: Path) => string,
): readonly Mistake[] {
  const told = faults.filter((fault) => !wrapping(fault));
  const mistakes = told.flatMap((fault): readonly Mistake[] => {
    const word = wording[fault.keyword];
    const path = pathOf(fault.instancePath, root);
    const expected = expectedAt(root, kind, path);
    return word === undefined ? [] : [word({ fault, path, root, kind, expected, place: expected.place, source })];
  });
  return withoutEchoes(distinct(mistakes));
}

/** Faults that only say again what another one says. */
function wrapping({ keyword, schemaPath }: SchemaFault): boolean {
  if (keyword === 'if' || keyword === 'allOf') return true;
  if (keyword === 'anyOf') return !schemaPath.endsWith('/fact/anyOf');
  return schemaPath.includes('/fact/anyOf/') || schemaPath.includes('/propertyNames/');
}

function distinct(mistakes: readonly Mistake[]): readonly Mistake[] {
  return mistakes.filter((mistake, index) => {
    const first = mistakes.findIndex(({ finding }) => samePlace(finding, mistake.finding));
    return first === index;
  });
}

/** Two missing keys of one map are two mistakes; anything else at one place is one. */
function samePlace(left: Finding, right: Finding): boolean {
  if (left.part !== right.part || left.path.join('/') !== right.path.join('/')) return false;
  return left.code !== 'WD202' || right.code !== 'WD202' || left.message === right.message;
}

/** A key that is missing where another one, misspelt or misplaced, will take its place is no second mistake. */
function withoutEchoes(mistakes: readonly Mistake[]): readonly Mistake[] {
  const supplied = mistakes.flatMap(({ repair }): readonly string[] => {
    if (repair?.kind === 'rename') return [place(repair.path, repair.to)];
    return repair?.kind === 'move' ? [place(repair.to, repair.key)] : [];
  });
  return mistakes.filter(({ finding }) => {
    const missing = finding.code === 'WD202' ? /needs "(.+)"$/.exec(finding.message)?.[1] : undefined;
    return missing === undefined || !supplied.includes(place(finding.path, missing));
  });
}

const place = (path: Path, key: string): string => [...path, key].join('/');
