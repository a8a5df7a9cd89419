// Checks each leaf of a condition: that its operator fits the fact, and that its value is one the fact can have.
import { entryOf } from '../../../model/catalogue/catalogue.ts';
import { operators, type FactType, type OperatorSignature } from '../../../model/operators.ts';
import type { Leaf, Step } from '../../../model/playbook.ts';
import { solePlaceholder } from '../../placeholder.ts';
import type { Path } from '../../yaml.ts';
import { conditionsOf, leavesOf, otherFact } from '../conditions.ts';
import type { Finding } from '../diagnostic.ts';
import { nearest, suggestion } from '../nearest.ts';
import type { Lint, Subject } from '../subject.ts';
import { stepOfFact } from './references.ts';
import { factHint, isFact } from './templates.ts';

export const leaves: Lint = (subject) =>
  conditionsOf(subject).flatMap(({ condition, path }) =>
    leavesOf(condition, path).flatMap(({ leaf, path: at }) => leafFindings(leaf, at, subject)),
  );

interface Kind {
  readonly type: FactType;
  readonly values?: readonly unknown[];
}

function leafFindings(leaf: Leaf, path: Path, subject: Subject): readonly Finding[] {
  const kind = kindOfFact(leaf.fact, subject);
  if (kind === undefined) return [];
  const misfit = operatorMisfit(leaf, kind, path);
  const other = otherFact(leaf);
  const value =
    other === undefined ? valueFindings(leaf, kind, path, subject) : otherFindings(leaf, kind, other, path, subject);
  return [...(misfit.length > 0 ? misfit : value), ...paramFindings(leaf, path), ...pathFindings(leaf, kind, path)];
}

/** The type and the closed values of a fact, of a step's outcome, or of an answer. */
export function kindOfFact(fact: string, subject: Subject): Kind | undefined {
  const entry = entryOf(fact);
  if (entry !== undefined)
    return entry.values === undefined ? { type: entry.type } : { type: entry.type, values: entry.values };
  const step = stepOfFact(fact, subject)?.step;
  if (step === undefined) return undefined;
  return fact.startsWith('steps.') ? { type: 'string', values: outcomesOf(step) } : answerKind(step);
}

export function outcomesOf(step: Step): readonly string[] {
  if (step.type === 'check') return ['pass', 'fail', 'unknown', 'skipped'];
  return step.type === 'ask' ? ['answered', 'open', 'skipped'] : ['shown', 'skipped'];
}

export function answerKind(step: Step): Kind | undefined {
  if (step.type !== 'ask') return undefined;
  const values = (step.choices ?? []).map(({ value }) => value);
  if (step.answer === 'confirm') return { type: 'string', values: ['yes', 'no'] };
  if (step.answer === 'text') return { type: 'string' };
  return { type: step.answer === 'choice' ? 'string' : 'list', values };
}

interface Operator {
  readonly signature: OperatorSignature;
  readonly decorated: boolean;
}

function operatorOf(name: string): Operator | undefined {
  const plain = name.includes(':') ? name.slice(name.indexOf(':') + 1) : name;
  const signature = operators.find((operator) => operator.name === plain);
  return signature === undefined ? undefined : { signature, decorated: plain !== name };
}

/** The type a decorated operator compares: the elements of lists are texts. */
const compared = (kind: Kind, decorated: boolean): FactType =>
  decorated && kind.type === 'list' ? 'string' : kind.type;

function operatorMisfit(leaf: Leaf, kind: Kind, path: Path): readonly Finding[] {
  const operator = operatorOf(leaf.operator);
  if (operator === undefined) return [];
  const { signature, decorated } = operator;
  if (decorated ? kind.type === 'list' && signature.facts.includes('string') : signature.facts.includes(kind.type))
    return [];
  const fitting = operators
    .filter(({ facts }) => (facts as readonly string[]).includes(kind.type))
    .map(({ name }) => name);
  const message = `"${leaf.operator}" does not fit ${leaf.fact}, which is ${articled(kind.type)}`;
  const elements = kind.type === 'list' && !decorated && signature.facts.includes('string');
  const hint = elements
    ? `for the elements of a list write contains, or someFact:${leaf.operator}`
    : `fitting: ${fitting.join(', ')}`;
  return [{ code: 'WD502', path: [...path, 'operator'], part: 'value', message, hint }];
}

const articled = (type: FactType): string => (type === 'object' ? 'an object' : `a ${type}`);

function valueFindings(leaf: Leaf, kind: Kind, path: Path, subject: Subject): readonly Finding[] {
  const operator = operatorOf(leaf.operator);
  if (operator === undefined) return [];
  const type = wantedType(operator, kind);
  const at = [...path, 'value'];
  if (type !== 'list') return scalarFindings(leaf, leaf.value, type, kind, at, subject);
  if (!Array.isArray(leaf.value)) return [notList(leaf, at)];
  const item = compared(kind, operator.decorated);
  return leaf.value.flatMap((value, index) => scalarFindings(leaf, value, item, kind, [...at, index], subject));
}

function wantedType({ signature, decorated }: Operator, kind: Kind): FactType {
  if (signature.value === 'same') return compared(kind, decorated);
  return signature.value === 'element' ? 'string' : signature.value;
}

function notList(leaf: Leaf, path: Path): Finding {
  const message = `"${leaf.operator}" needs a list of values`;
  return { code: 'WD504', path, part: 'value', message, hint: `write [${String(leaf.value)}], or use equal` };
}

function scalarFindings(
  { fact, operator }: Leaf,
  value: unknown,
  type: FactType,
  kind: Kind,
  path: Path,
  subject: Subject,
): readonly Finding[] {
  if (typeof value !== type) {
    const message = `${fact} is compared with ${operator} to a ${type}, found ${Array.isArray(value) ? 'a list' : `a ${typeof value}`}`;
    return [{ code: 'WD504', path, part: 'value', message, hint: typeHint(value, type, subject.source(path)) }];
  }
  const closed = !/like|includesText|known|Than/.test(operator) && kind.values !== undefined;
  if (!closed || kind.values.includes(value)) return [];
  const hint = valueHint(fact, String(value), kind.values.map(String));
  return [{ code: 'WD503', path, part: 'value', message: `"${String(value)}" is never a value of ${fact}`, hint }];
}

function typeHint(value: unknown, type: FactType, source: string): string {
  if (Array.isArray(value)) return 'for several values use the operator in';
  if (type === 'string') return `quote it: "${source}"`;
  return type === 'boolean' ? 'write true or false without quotes' : `write a ${type} without quotes`;
}

function valueHint(fact: string, value: string, values: readonly string[]): string {
  const absent = /^(none|null|unknown|missing|absent|undefined)$/i.test(value);
  if (absent && nearest(value, values) === undefined)
    return `unknown is no value: a fact that is not known leaves the condition unknown. ${suggestion(value, values, 20)}`;
  return suggestion(value, values, 20);
}

function otherFindings(leaf: Leaf, kind: Kind, other: string, path: Path, subject: Subject): readonly Finding[] {
  const at = { path: [...path, 'value', 'fact'], part: 'value' } as const;
  if (!isFact(other)) return [{ code: 'WD309', ...at, message: `there is no fact "${other}"`, hint: factHint(other) }];
  const right = kindOfFact(other, subject);
  const operator = operatorOf(leaf.operator);
  if (right === undefined || operator === undefined || right.type === wantedType(operator, kind)) return [];
  const message = `${leaf.fact} needs a ${wantedType(operator, kind)} beside ${leaf.operator}, but ${other} is ${articled(right.type)}`;
  return [{ code: 'WD502', ...at, message, hint: 'compare facts of one type' }];
}

function paramFindings({ fact, params }: Leaf, path: Path): readonly Finding[] {
  if (params === undefined) return [];
  const at = [...path, 'params'];
  if (!fact.startsWith('decision.')) {
    const hint = 'only decision.* can be asked for another action and resource; remove params';
    return [{ code: 'WD507', path: at, part: 'key', message: `${fact} takes no params`, hint }];
  }
  return Object.entries(params).flatMap(([key, text]) => paramFinding(key, text, [...at, key]));
}

function paramFinding(key: string, text: string, path: Path): readonly Finding[] {
  if (key !== 'action' && key !== 'resource')
    return [
      {
        code: 'WD507',
        path,
        part: 'key',
        message: `there is no param "${key}"`,
        hint: suggestion(key, ['action', 'resource']),
      },
    ];
  const sole = solePlaceholder(text);
  if (sole !== undefined && !isFact(sole.fact))
    return [
      {
        code: 'WD403',
        path,
        part: 'value',
        snippet: sole.fact,
        message: `there is no fact "${sole.fact}"`,
        hint: factHint(sole.fact),
      },
    ];
  if (!text.includes('{{') || (sole !== undefined && sole.or === undefined)) return [];
  const message = 'a param is a text without placeholders, or exactly one {{fact}}';
  return [{ code: 'WD507', path, part: 'value', message, hint: 'use a fact that holds the whole value' }];
}

function pathFindings({ fact, path: inner }: Leaf, kind: Kind, path: Path): readonly Finding[] {
  if (inner === undefined || kind.type === 'object') return [];
  const message = `${fact} is ${articled(kind.type)} and has no parts`;
  return [{ code: 'WD508', path: [...path, 'path'], part: 'key', message, hint: 'remove path' }];
}
