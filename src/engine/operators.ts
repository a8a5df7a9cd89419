// The operators conditions may use, registered on one engine: guarded versions that answer false instead of throwing.
import type { Engine } from 'json-rules-engine';
import { matchesPattern } from './pattern.ts';

const isScalar = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number';
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const fold = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ');

const guarded: Readonly<Record<string, (fact: unknown, value: unknown) => boolean>> = {
  in: (fact, value) => isScalar(fact) && isList(value) && value.includes(fact),
  notIn: (fact, value) => isScalar(fact) && isList(value) && !value.includes(fact),
  includesText: (fact, value) =>
    typeof fact === 'string' && typeof value === 'string' && fold(fact).includes(fold(value)),
  like: (fact, value) => typeof fact === 'string' && typeof value === 'string' && matchesPattern(fact, value),
  known: (fact, value) => (fact !== undefined) === value,
};

/** Decorators the engine brings that compare against each element of the value, and are not part of the format. */
const unused = ['someValue', 'everyValue', 'swap', 'not'];

export function addOperators(engine: Engine): void {
  for (const [name, test] of Object.entries(guarded)) engine.addOperator(name, test);
  for (const name of unused) engine.removeOperatorDecorator(name);
}
