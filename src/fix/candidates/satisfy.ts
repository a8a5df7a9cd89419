// Finds values of a condition key that make one condition hold, or stop holding. (AWS page: "IAM JSON policy elements: Condition operators")
import type { Values } from '../case.ts';
import { readOperator, type OperatorUse, type Relation } from '../../policy/condition/operators.ts';

/** A value for the key; null takes the key out of the request, undefined says that none was found. */
export type Satisfying = Values | null | undefined;

const outside = 'other';

/** A text the pattern matches. */
const instance = (pattern: string): string => pattern.replace(/\*/g, '').replace(/\?/g, 'x');

const numbers: Readonly<Record<Relation, (wanted: number) => number>> = {
  equal: (wanted) => wanted,
  lessOrEqual: (wanted) => wanted,
  greaterOrEqual: (wanted) => wanted,
  less: (wanted) => wanted - 1,
  greater: (wanted) => wanted + 1,
};

/** A value that meets the comparison as if it were not negated. */
function meeting({ operator: { family, relation } }: OperatorUse, [wanted = '']: readonly string[]): Satisfying {
  if (wanted.includes('${')) return undefined;
  if (family === 'ip') return wanted.split('/')[0];
  if (family === 'number') return String(numbers[relation](Number(wanted)));
  if (family === 'pattern' || family === 'arn') return instance(wanted);
  return family === 'date' || family === 'binary' ? undefined : wanted;
}

/** A value that misses every comparison; of the time no request chooses its own. */
function missing({ operator: { family, relation } }: OperatorUse, values: readonly string[]): Satisfying {
  const [wanted = ''] = values;
  if (family === 'bool') return wanted.toLowerCase() === 'true' ? 'false' : 'true';
  if (family === 'number') return relation === 'equal' ? String(Number(wanted) + 1) : beyond(relation, Number(wanted));
  return family === 'text' || family === 'pattern' || family === 'textIgnoreCase' ? unlike(values) : undefined;
}

const beyond = (relation: Relation, wanted: number): string =>
  String(relation.startsWith('less') ? wanted + 1 : wanted - 1);

const unlike = (values: readonly string[]): Satisfying =>
  values.some((value) => /^\*+$/.test(value)) ? null : outside;

/** `holds`: whether the condition has to hold, or must not. */
export function satisfying(source: string, values: readonly string[], holds: boolean): Satisfying {
  const use = readOperator(source);
  if (use === undefined) return undefined;
  if (use.operator.family === 'null') return (values[0]?.toLowerCase() === 'true') === holds ? null : 'given';
  const value = use.operator.negated === holds ? missing(use, values) : meeting(use, values);
  return use.set === undefined || value === undefined || value === null ? value : [value].flat();
}
