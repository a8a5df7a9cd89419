// Checks that an answer by hand means what it says: the facts that "pass" states must not make expect false, nor those of "fail" make it true.
import { entryOf } from '../../../model/catalogue/catalogue.ts';
import type { FactValue } from '../../../model/fact.ts';
import type { CheckStep, Condition, Leaf } from '../../../model/playbook.ts';
import type { Path } from '../../yaml.ts';
import { isLeaf } from '../conditions.ts';
import type { Finding } from '../diagnostic.ts';
import type { Lint, Subject } from '../subject.ts';

type Facts = Readonly<Record<string, FactValue>>;
type Truth = boolean | undefined;

export const byHand: Lint = (subject) =>
  subject.steps.flatMap(({ step, path }) =>
    step.type !== 'check' || path === undefined ? [] : outcomesOf(step, path, subject),
  );

function outcomesOf(step: CheckStep, path: Path, subject: Subject): readonly Finding[] {
  return (['pass', 'fail'] as const).flatMap((outcome): readonly Finding[] => {
    const facts = step.by_hand[outcome];
    if (facts === undefined) return [];
    const value = truth(step.expect, facts, subject, []);
    if (value === undefined || value === (outcome === 'pass')) return [];
    const message = `what "${outcome}" states makes expect ${String(value)}, which is a ${value ? 'pass' : 'fail'}`;
    const hint = 'are pass and fail the wrong way round, or is expect?';
    return [{ code: 'WD516', path: [...path, 'by_hand', outcome], part: 'key', message, hint }];
  });
}

/** Undefined where these facts alone do not decide. */
function truth(condition: Condition, facts: Facts, subject: Subject, seen: readonly string[]): Truth {
  if (isLeaf(condition)) return leafTruth(condition, facts);
  if ('not' in condition) return negated(truth(condition.not, facts, subject, seen));
  if ('condition' in condition) {
    const { condition: name } = condition;
    const named = subject.playbook.conditions?.[name];
    return named === undefined || seen.includes(name) ? undefined : truth(named, facts, subject, [...seen, name]);
  }
  const [members, decisive] = 'all' in condition ? [condition.all, false] : [condition.any, true];
  const values = members.map((member) => truth(member, facts, subject, seen));
  if (values.includes(decisive)) return decisive;
  return values.includes(undefined) ? undefined : !decisive;
}

const negated = (value: Truth): Truth => (value === undefined ? undefined : !value);

/** A value the fact never has is a mistake of its own. */
function possible(fact: string, value: Leaf['value']): boolean {
  const values = entryOf(fact)?.values;
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values === undefined || list.every((one) => typeof one === 'string' && values.includes(one));
}

function leafTruth({ fact, operator, value, path, params }: Leaf, facts: Facts): Truth {
  const actual = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
  if (actual === undefined || path !== undefined || params !== undefined || !possible(fact, value)) return undefined;
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  switch (operator) {
    case 'equal':
      return typeof actual === 'object' ? undefined : actual === value;
    case 'notEqual':
      return typeof actual === 'object' ? undefined : actual !== value;
    case 'in':
      return list.includes(actual);
    case 'notIn':
      return !list.includes(actual);
    case 'contains':
      return Array.isArray(actual) ? actual.includes(value) : undefined;
    case 'doesNotContain':
      return Array.isArray(actual) ? !actual.includes(value) : undefined;
    default:
      return undefined;
  }
}
