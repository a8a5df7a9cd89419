// Matches a request against a Condition element: every operator and every key must hold, and each that does not says why. (AWS page: "IAM JSON policy elements: Condition")
import type { ReasonCode, WarningCode } from '../../model/policy-codes.ts';
import type { PolicyPosition, Reason, Truth } from '../../model/policy.ts';
import { type ElementMatch, holds } from '../match/element.ts';
import { matchesPattern } from '../match/glob.ts';
import type { ContextValue, RequestView } from '../match/request.ts';
import { fill, textOf } from '../match/template.ts';
import { and } from '../truth.ts';
import { type Comparison, compileComparison } from './comparison.ts';
import type { OperatorUse } from './operators.ts';
import { type KeyTest, openKeys, runTest, type TestResult } from './test.ts';

/** Warnings that only note how something was read; the others leave the result open. */
const harmless: ReadonlySet<WarningCode> = new Set([
  'condition.bare-ipv6',
  'condition.operator-case',
  'set.all-not-like',
]);

function notesOf(use: OperatorUse, sources: readonly string[], comparisons: readonly Comparison[]): WarningCode[] {
  const notes: WarningCode[] = use.usualCase ? [] : ['condition.operator-case'];
  const { family } = use.operator;
  if (family === 'ip' && sources.some((source) => source.includes(':') && !source.includes('/')))
    notes.push('condition.bare-ipv6');
  if (use.set === 'ForAllValues' && use.operator.name === 'StringNotLike') notes.push('set.all-not-like');
  if (family === 'bool' && comparisons.some(({ template }) => template.fixed === undefined))
    notes.push('variable.in-bool');
  return notes;
}

export function compileTest(
  use: OperatorUse,
  key: string,
  sources: readonly string[],
  variables: boolean,
  position: PolicyPosition,
): KeyTest {
  const comparisons = sources.map((source) => compileComparison(use.operator, source, variables));
  const unfilledVariable = !variables && sources.some((source) => source.includes('${'));
  return { use, key, sources, comparisons, notes: notesOf(use, sources, comparisons), unfilledVariable, position };
}

function textCode(test: KeyTest, values: readonly string[]): ReasonCode {
  const { family, negated } = test.use.operator;
  if (negated) return 'condition.value-excluded';
  const loosely = (like: (source: string, value: string) => boolean) =>
    test.sources.some((source) => values.some((value) => like(source, value)));
  if (family === 'text' && loosely((source, value) => /[*?]/.test(source) && matchesPattern(source, value)))
    return 'condition.star-in-equals';
  const byCase = (source: string, value: string) => matchesPattern(source.toLowerCase(), value.toLowerCase());
  const cased = family === 'text' || family === 'pattern' || family === 'arn';
  return cased && loosely(byCase) ? 'condition.case' : 'condition.value-differs';
}

function codeOf(test: KeyTest, value: ContextValue | 'unknown' | undefined, tested: TestResult): ReasonCode {
  if (value === 'unknown') return 'condition.key-unknown';
  if (tested.result === 'unknown') return 'variable.unknown';
  if (test.use.operator.family === 'null')
    return value === undefined ? 'condition.key-absent' : 'condition.key-present';
  if (value === undefined) return 'condition.key-absent';
  if (tested.doubt === 'set.missing-operator' && value.values.length > 1) return 'condition.needs-set-operator';
  if (tested.unparsable === true) return 'condition.unparsable';
  if (tested.noValue === true) return 'variable.no-value';
  return test.unfilledVariable ? 'variable.version' : textCode(test, value.values);
}

function resolvedOf(test: KeyTest, view: RequestView): string[] {
  return test.comparisons.map(({ template, source }) => {
    const filled = fill(template, view);
    return typeof filled === 'string' ? source : textOf(filled.pieces);
  });
}

function reasonOf(test: KeyTest, value: ContextValue | 'unknown' | undefined, tested: TestResult, view: RequestView) {
  const templated = test.comparisons.some((comparison) => comparison.template.fixed === undefined);
  const reason: Reason = {
    element: 'condition',
    code: codeOf(test, value, tested),
    wanted: test.sources,
    actual: value === undefined || value === 'unknown' ? [] : value.values,
    ...(templated ? { resolved: resolvedOf(test, view) } : {}),
    key: test.key,
    operator: test.use.source,
    ...(tested.result === 'unknown' ? { needs: openKeys(test, view).map((key) => `context.${key}`) } : {}),
    position: test.position,
  };
  return reason;
}

function wildcardValue(test: KeyTest, view: RequestView): boolean {
  if (test.use.operator.family !== 'pattern' && test.use.operator.family !== 'arn') return false;
  return test.comparisons.some(({ template }) => {
    const filled = template.fixed === undefined ? fill(template, view) : 'unknown';
    return typeof filled !== 'string' && filled.wildcardValue;
  });
}

function doubtsOf(test: KeyTest, tested: TestResult, view: RequestView): readonly WarningCode[] {
  if (tested.doubt === undefined && test.notes.length === 0 && !wildcardValue(test, view)) return test.notes;
  const doubts = [...test.notes, ...(wildcardValue(test, view) ? ['variable.wildcard-value' as const] : [])];
  return tested.doubt === undefined ? doubts : [...doubts, tested.doubt];
}

export function matchCondition(tests: readonly KeyTest[], view: RequestView): ElementMatch {
  let result: Truth = true;
  let loose: Truth = true;
  let reasons: Reason[] | undefined;
  let warnings: WarningCode[] | undefined;
  for (const test of tests) {
    const value = view.find(test.key);
    const tested = runTest(test, value, view);
    const doubts = doubtsOf(test, tested, view);
    result = and(result, tested.result);
    loose = and(loose, doubts.every((code) => harmless.has(code)) ? tested.result : 'unknown');
    if (tested.result !== true) (reasons ??= []).push(reasonOf(test, value, tested, view));
    if (doubts.length > 0) (warnings ??= []).push(...doubts);
  }
  if (reasons === undefined && warnings === undefined) return holds;
  return { result, loose, reasons: reasons ?? [], warnings: warnings ?? [] };
}
