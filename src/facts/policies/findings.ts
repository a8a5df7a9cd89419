// Holds the statements that name an action against AWS's reference: resources the action never meets, and condition keys it does not have or has in another type.
import type { FindingCode } from '../../model/policy-codes.ts';
import type { Evaluation, PolicySet, StatementTrace } from '../../model/policy.ts';
import { readOperator, type Family, type OperatorUse } from '../../policy/condition/operators.ts';
import { actionReference, type ActionReference } from '../../reference/actions.ts';
import { supportedKey } from '../../reference/condition-keys.ts';
import { overlap } from './overlap.ts';
import { statementAt, type PlainStatement } from './statement-at.ts';

export interface ActionFinding {
  readonly code: FindingCode;
  /** Position in `Evaluation.statements`. */
  readonly statement: number;
  /** The resource types or condition keys it is about. */
  readonly about: readonly string[];
  /** For a key compared by the wrong operator: the operator, and the key's type. */
  readonly operator?: string;
  readonly keyType?: string;
}

export function findingsOf(evaluation: Evaluation, policies: PolicySet, action: string): readonly ActionFinding[] {
  const reference = actionReference(action);
  if (reference === undefined) return [];
  return evaluation.statements.flatMap((trace, statement) => {
    const plain = trace.action === true ? statementAt(trace, policies) : undefined;
    return plain === undefined ? [] : findingsAt(trace, plain, statement, reference);
  });
}

function findingsAt(
  trace: StatementTrace,
  plain: PlainStatement,
  statement: number,
  reference: ActionReference,
): readonly ActionFinding[] {
  const types = trace.effect === 'Allow' && trace.type !== 'resource' ? uncoveredTypes(plain.resources, reference) : [];
  const { resourceTypes } = reference;
  const needsStar = trace.effect === 'Allow' && resourceTypes.length === 0 && trace.resource === false;
  return [
    ...(needsStar ? [{ code: 'finding.needs-star', statement, about: plain.resources } as const] : []),
    ...(types.length > 0 ? [{ code: 'finding.uncovered-types', statement, about: types } as const] : []),
    ...plain.conditions.flatMap((condition) => keyFinding(condition, statement, reference.action)),
  ];
}

/** Types every call works on, no ARN of which the patterns cover; where there are only alternatives, all of them or none. */
function uncoveredTypes(patterns: readonly string[], { resourceTypes }: ActionReference): readonly string[] {
  if (patterns.length === 0) return [];
  const covers = (arn: string | undefined) => arn === undefined || patterns.some((pattern) => overlap(pattern, arn));
  const uncovered = resourceTypes.filter(({ arnPattern }) => !covers(arnPattern));
  const required = uncovered.filter((type) => type.required);
  const alternatives = resourceTypes.some((type) => type.required) || uncovered.length < resourceTypes.length;
  return (alternatives ? required : uncovered).map(({ name }) => name);
}

const texts: readonly Family[] = ['text', 'textIgnoreCase', 'pattern', 'binary', 'null'];

/** The comparisons that can hold for a key of this type. An address range is never equal to an address. */
const fitting: Readonly<Record<string, readonly Family[]>> = {
  String: [...texts, 'arn', 'number', 'bool'],
  ARN: [...texts, 'arn'],
  Bool: [...texts, 'bool'],
  Numeric: [...texts, 'number'],
  Date: [...texts, 'date', 'number'],
  IPAddress: ['ip', 'null'],
};

function keyFinding(
  { operator, key, values }: PlainStatement['conditions'][number],
  statement: number,
  action: string,
): readonly ActionFinding[] {
  const use = readOperator(operator);
  const supported = supportedKey(action, key);
  if (supported === undefined) return [{ code: 'finding.unsupported-key', statement, about: [key] }];
  if (use === undefined) return [];
  const code = wrongUse(use, supported.type, values);
  return code === undefined ? [] : [{ code, statement, about: [key], operator, keyType: supported.type }];
}

function wrongUse({ operator, set }: OperatorUse, type: string, values: readonly string[]): FindingCode | undefined {
  const single = type.replace(/^ArrayOf/, '');
  const isPlainAddress = single === 'IPAddress' && values.every((value) => !/[/*]/.test(value));
  const fits = fitting[single]?.includes(operator.family) ?? true;
  if (!fits && !(isPlainAddress && texts.includes(operator.family))) return 'finding.mistyped-key';
  if (operator.family === 'null') return undefined;
  if (type === single) return set === undefined ? undefined : 'finding.set-on-single';
  return set === undefined ? 'finding.multivalued-key' : undefined;
}
