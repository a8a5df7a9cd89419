// The condition operators: which comparison each makes, and whether it is negated. (AWS page: "IAM JSON policy elements: Condition operators")

export type Relation = 'equal' | 'less' | 'lessOrEqual' | 'greater' | 'greaterOrEqual';

export type Family =
  'text' | 'textIgnoreCase' | 'pattern' | 'arn' | 'number' | 'date' | 'bool' | 'binary' | 'ip' | 'null';

export interface Operator {
  readonly name: string;
  readonly family: Family;
  readonly relation: Relation;
  readonly negated: boolean;
}

const operator = (name: string, family: Family, relation: Relation = 'equal', negated = false): Operator => ({
  name,
  family,
  relation,
  negated,
});

const ordered = (prefix: string, family: Family): readonly Operator[] => [
  operator(`${prefix}Equals`, family),
  operator(`${prefix}NotEquals`, family, 'equal', true),
  operator(`${prefix}LessThan`, family, 'less'),
  operator(`${prefix}LessThanEquals`, family, 'lessOrEqual'),
  operator(`${prefix}GreaterThan`, family, 'greater'),
  operator(`${prefix}GreaterThanEquals`, family, 'greaterOrEqual'),
];

export const conditionOperators: readonly Operator[] = [
  operator('StringEquals', 'text'),
  operator('StringNotEquals', 'text', 'equal', true),
  operator('StringEqualsIgnoreCase', 'textIgnoreCase'),
  operator('StringNotEqualsIgnoreCase', 'textIgnoreCase', 'equal', true),
  operator('StringLike', 'pattern'),
  operator('StringNotLike', 'pattern', 'equal', true),
  operator('ArnEquals', 'arn'),
  operator('ArnLike', 'arn'),
  operator('ArnNotEquals', 'arn', 'equal', true),
  operator('ArnNotLike', 'arn', 'equal', true),
  ...ordered('Numeric', 'number'),
  ...ordered('Date', 'date'),
  operator('Bool', 'bool'),
  operator('BinaryEquals', 'binary'),
  operator('IpAddress', 'ip'),
  operator('NotIpAddress', 'ip', 'equal', true),
  operator('Null', 'null'),
];

const byName: ReadonlyMap<string, Operator> = new Map(conditionOperators.map((op) => [op.name.toLowerCase(), op]));

export type SetOperator = 'ForAllValues' | 'ForAnyValue';

export interface OperatorUse {
  readonly operator: Operator;
  readonly set: SetOperator | undefined;
  readonly ifExists: boolean;
  readonly source: string;
  /** Written in the documented case; any other is accepted and noted. */
  readonly usualCase: boolean;
}

const form = /^(?:(ForAllValues|ForAnyValue):)?([a-z]+?)(IfExists)?$/i;

/** `IfExists` exists for every operator except Null. */
export function readOperator(source: string): OperatorUse | undefined {
  const parts = source.length > 80 ? null : form.exec(source);
  const operator = byName.get(parts?.[2]?.toLowerCase() ?? '');
  if (parts === null || operator === undefined) return undefined;
  const ifExists = parts[3] !== undefined;
  if (ifExists && operator.family === 'null') return undefined;
  const set = parts[1] === undefined ? undefined : /all/i.test(parts[1]) ? 'ForAllValues' : 'ForAnyValue';
  const usual = `${set === undefined ? '' : `${set}:`}${operator.name}${ifExists ? 'IfExists' : ''}`;
  return { operator, set, ifExists, source, usualCase: usual === source };
}
