// Tests one condition key of a request with one operator: missing keys, negation and set operators. (AWS pages: "Conditions with multiple context keys or values", "Set operators for multivalued context keys")
import type { WarningCode } from '../../model/policy-codes.ts';
import type { PolicyPosition, Truth } from '../../model/policy.ts';
import type { ContextValue, RequestView } from '../match/request.ts';
import { unknownKeysOf } from '../match/template.ts';
import { all, any } from '../truth.ts';
import type { Comparison } from './comparison.ts';
import type { OperatorUse } from './operators.ts';
import { isYearOrEpoch } from './scalars.ts';

/** One operator applied to one key. */
export interface KeyTest {
  readonly use: OperatorUse;
  readonly key: string;
  readonly sources: readonly string[];
  readonly comparisons: readonly Comparison[];
  /** Unclear points that the policy's own text raises. */
  readonly notes: readonly WarningCode[];
  /** `${` in a document whose version has no variables. */
  readonly unfilledVariable: boolean;
  readonly position: PolicyPosition;
}

export interface TestResult {
  readonly result: Truth;
  /** The unclear point the result stands on. */
  readonly doubt?: WarningCode | undefined;
  readonly noValue?: boolean;
  readonly unparsable?: boolean;
}

interface Hits {
  readonly found: Truth;
  readonly unparsable: boolean;
  readonly noValue: boolean;
}

function hitsOf(test: KeyTest, actual: string, view: RequestView): Hits {
  let found: Truth = false;
  let unparsable = false;
  let noValue = false;
  for (const comparison of test.comparisons) {
    const hit = comparison.hit(actual, view);
    if (hit === true) return { found: true, unparsable: false, noValue: false };
    if (hit === 'unknown') found = 'unknown';
    unparsable ||= hit === 'unparsable';
    noValue ||= hit === 'no-value';
  }
  return { found, unparsable, noValue };
}

/** One request value against all the values: any for a positive operator, none for a negated one. */
function testValue(test: KeyTest, actual: string, view: RequestView): TestResult {
  const { found, unparsable, noValue } = hitsOf(test, actual, view);
  if (!test.use.operator.negated) return { result: found, noValue, unparsable };
  if (found === true) return { result: false };
  if (unparsable) return { result: false, unparsable, doubt: 'condition.unparsable' };
  return { result: found === 'unknown' ? found : true, noValue };
}

function testSet(test: KeyTest, values: readonly string[], view: RequestView): TestResult {
  const forAll = test.use.set === 'ForAllValues';
  if (forAll && values.every((value) => value === '')) return { result: true, doubt: 'context.empty-value' };
  const results = values.map((value) => testValue(test, value, view));
  const result = (forAll ? all : any)(results.map((item) => item.result));
  const doubt = results.find((item) => item.doubt !== undefined)?.doubt;
  return {
    result,
    doubt,
    noValue: results.some((item) => item.noValue === true),
    unparsable: results.some((item) => item.unparsable === true),
  };
}

function testMissing({ set, ifExists, operator }: OperatorUse): TestResult {
  if (set === 'ForAllValues') return { result: true };
  if (set === 'ForAnyValue') return ifExists ? { result: false, doubt: 'set.any-if-exists' } : { result: false };
  return { result: ifExists || operator.negated };
}

/** `Null: true` asks for the key to be absent, `Null: false` for it to be there. */
function testNull(test: KeyTest, value: ContextValue | undefined, view: RequestView): TestResult {
  const hits = hitsOf(test, String(value === undefined), view);
  const empty = value?.values.every((item) => item === '') === true;
  return {
    result: hits.found,
    unparsable: hits.unparsable,
    ...(empty ? { doubt: 'context.empty-value' as const } : {}),
  };
}

function testPresent(test: KeyTest, value: ContextValue, view: RequestView): TestResult {
  if (test.use.set !== undefined) return testSet(test, value.values, view);
  if (!value.list) return testValue(test, value.values[0] ?? '', view);
  if (value.values.length > 1) return { result: false, doubt: 'set.missing-operator' };
  return { doubt: 'set.missing-operator', ...testValue(test, value.values[0] ?? '', view) };
}

/** What the key holds, with the result; the policy's own unclear texts make the result doubtful too. */
export function runTest(test: KeyTest, value: ReturnType<RequestView['find']>, view: RequestView): TestResult {
  if (value === 'unknown') return { result: 'unknown' };
  if (test.use.operator.family === 'null') return testNull(test, value, view);
  if (value === undefined) return testMissing(test.use);
  const tested = testPresent(test, value, view);
  if (value.duplicate) return { ...tested, doubt: 'context.duplicate-key' };
  const dated = test.use.operator.family === 'date' && [...test.sources, ...value.values].some(isYearOrEpoch);
  return dated ? { ...tested, doubt: 'condition.year-or-epoch' } : tested;
}

/** The unknown keys this test waits for: its own, and those of its variables. */
export function openKeys(test: KeyTest, view: RequestView): string[] {
  const own = view.find(test.key) === 'unknown' ? [test.key] : [];
  return [...own, ...test.comparisons.flatMap((comparison) => unknownKeysOf(comparison.template, view))];
}
