// The operators conditions may use, registered on one engine: guarded versions that answer false instead of throwing.
import type { Engine } from 'json-rules-engine';
import { matchesPattern } from './pattern.ts';

const isScalar = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number';
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const fold = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ');

export type OperatorTest = (fact: unknown, value: unknown) => boolean;

const guarded: Readonly<Record<string, OperatorTest>> = {
  in: (fact, value) => isScalar(fact) && isList(value) && value.includes(fact),
  notIn: (fact, value) => isScalar(fact) && isList(value) && !value.includes(fact),
  includesText: (fact, value) =>
    typeof fact === 'string' && typeof value === 'string' && fold(fact).includes(fold(value)),
  like: (fact, value) => typeof fact === 'string' && typeof value === 'string' && matchesPattern(fact, value),
  known: (fact, value) => (fact !== undefined) === value,
};

/** Decorators the engine brings that compare against each element of the value, and are not part of the format. */
const unused = ['someValue', 'everyValue', 'swap', 'not'];

/** What an operator answers for two known sides, without an engine; undefined for one that only the engine knows. */
export function tryOperator(operator: string, fact: unknown, value: unknown): boolean | undefined {
  if (operator === 'equal') return fact === value;
  if (operator === 'notEqual') return fact !== value;
  return Object.hasOwn(guarded, operator) ? guarded[operator]?.(fact, value) : undefined;
}

export function addOperators(engine: Engine): void {
  for (const [name, test] of Object.entries(guarded)) engine.addOperator(name, test);
  for (const name of unused) engine.removeOperatorDecorator(name);
}
