// Reads a Condition element into tests of one key each, or says what is wrong with it. (AWS page: "IAM JSON policy elements: Condition")
import { compileTest } from '../condition/condition.ts';
import { readOperator } from '../condition/operators.ts';
import type { KeyTest } from '../condition/test.ts';
import { pointerStep } from './positions.ts';
import type { Finding, Report } from './report.ts';
import { isDictionary, textsOf } from './values.ts';

export interface Reading {
  readonly report: Report;
  readonly index: number;
  readonly pointer: string;
  /** The document's version has policy variables. */
  readonly variables: boolean;
}

/** Notes what is wrong, and gives undefined in its place. */
export function reject(reading: Reading, finding: Finding): undefined {
  reading.report.statement(reading.index, finding);
}

/** The tests of a Condition; undefined when it cannot be read, which is reported. */
export function readCondition(value: unknown, reading: Reading): readonly KeyTest[] | undefined {
  const pointer = `${reading.pointer}/Condition`;
  if (!isDictionary(value)) return reject(reading, { code: 'condition.invalid', pointer, found: value });
  const tests: KeyTest[] = [];
  let broken = false;
  for (const [operator, keys] of Object.entries(value)) {
    const read = readOperatorBlock(operator, keys, { ...reading, pointer: pointer + pointerStep(operator) });
    if (read === undefined) broken = true;
    else tests.push(...read);
  }
  return broken ? undefined : tests;
}

function readOperatorBlock(name: string, keys: unknown, reading: Reading): readonly KeyTest[] | undefined {
  const { pointer } = reading;
  const use = readOperator(name);
  if (use === undefined) return reject(reading, { code: 'condition.unknown-operator', pointer, found: name });
  if (!isDictionary(keys)) return reject(reading, { code: 'condition.invalid', pointer, found: keys });
  const tests: KeyTest[] = [];
  for (const [key, value] of Object.entries(keys)) {
    const at = pointer + pointerStep(key);
    const sources = textsOf(value);
    if (sources === undefined) return reject(reading, { code: 'condition.invalid', pointer: at, found: value });
    const test = compileTest(use, key, sources, reading.variables, reading.report.position(at));
    noteTexts(test, at, reading);
    tests.push(test);
  }
  return tests;
}

function noteTexts(test: KeyTest, pointer: string, reading: Reading): void {
  const note = (code: Finding['code'], found: string) =>
    reading.report.statement(reading.index, { code, pointer, found, severity: 'warning' });
  for (const comparison of test.comparisons) if (comparison.unparsable) note('condition.unparsable', comparison.source);
  if (test.unfilledVariable) note('variable.version', test.sources.find((source) => source.includes('${')) ?? '');
}
