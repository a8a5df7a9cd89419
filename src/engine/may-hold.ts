// Says of a condition, without an engine, whether it may hold: not where a fact it cannot do without is unknown or has another value.
import type { FactValue } from '../model/fact.ts';
import type { Condition, Leaf } from '../model/playbook.ts';
import { isLeaf, isReference } from './compile.ts';
import { tryOperator } from './operators.ts';

export type ValueOf = (fact: string) => FactValue | undefined;
type Named = Readonly<Record<string, Condition>>;

/** Exact where it says no: the condition is false or unknown then. `not` demands nothing that could be told cheaply. */
export function mayHold(condition: Condition, named: Named, valueOf: ValueOf): boolean {
  if (isLeaf(condition)) return leafMayHold(condition, valueOf);
  if ('all' in condition) return condition.all.every((child) => mayHold(child, named, valueOf));
  if ('any' in condition) return condition.any.some((child) => mayHold(child, named, valueOf));
  if ('not' in condition) return true;
  const { [condition.condition]: target, ...rest } = named;
  return target === undefined || mayHold(target, rest, valueOf);
}

/** Answers and steps come later, and a fact with parameters is decided on demand. */
const isOwn = (fact: string): boolean => fact.startsWith('answers.') || fact.startsWith('steps.');

function leafMayHold({ fact, operator, value, path, params }: Leaf, valueOf: ValueOf): boolean {
  if (isOwn(fact) || params !== undefined || operator === 'known') return true;
  const actual = valueOf(fact);
  if (actual === undefined) return false;
  return path !== undefined || isReference(value) || tryOperator(operator, actual, value) !== false;
}
