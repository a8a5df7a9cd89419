// Compares parsed denials with labelled texts, field by field, accepting every alternative a label allows.
import type { Denial } from '../../src/model/denial.ts';
import { parseDenials } from '../../src/parse/parse-denials.ts';

export interface LabelledText {
  readonly id: string;
  readonly raw: string;
  readonly emitter?: string;
  readonly cause?: string;
  readonly expect: Readonly<Record<string, unknown>>;
  readonly alt?: Readonly<Record<string, readonly unknown[]>>;
}

export const scoredFields = [
  'errorCode',
  'operation',
  'action',
  'principal',
  'resource',
  'denyType',
  'policyType',
  'policyArn',
  'encodedMessage',
  'authorizationId',
  'requestId',
  'accountId',
  'service',
  'class',
] as const;
export type ScoredField = (typeof scoredFields)[number];

/** The labels' spelling of our policy types. */
const labelNames: Readonly<Record<string, string>> = {
  permissionsBoundary: 'permissions-boundary',
  vpcEndpoint: 'vpc-endpoint',
  trust: 'role-trust',
};

const stated = (value: string | undefined) =>
  value === undefined || value === 'unstated' ? null : (labelNames[value] ?? value);

export function labelled(denial: Denial | undefined): Readonly<Record<ScoredField, unknown>> {
  return {
    errorCode: denial?.code ?? null,
    operation: denial?.operation ?? null,
    action: denial?.action ?? null,
    principal: denial?.principal ?? null,
    resource: denial?.resource ?? null,
    denyType: stated(denial?.denyType),
    policyType: stated(denial?.policyType),
    policyArn: denial?.policyArn ?? null,
    encodedMessage: denial?.encodedState !== undefined && denial.encodedState !== 'empty',
    authorizationId: denial?.authorizationId ?? null,
    requestId: denial?.requestId ?? null,
    accountId: denial?.accountId ?? null,
    service: denial?.service ?? null,
    class: denial?.class ?? 'not-aws',
  };
}

export interface FieldResult {
  readonly field: ScoredField;
  readonly expected: unknown;
  readonly actual: unknown;
  readonly right: boolean;
  readonly isStated: boolean;
  /** Filled in from reference data where the text itself states nothing. */
  readonly isDerived: boolean;
}

export interface RecordResult {
  readonly id: string;
  readonly group: string;
  readonly right: boolean;
  readonly fields: readonly FieldResult[];
  readonly expectedClass: unknown;
  readonly actualClass: unknown;
}

/** One of the two labelled sets has no class for credentials. */
function acceptsClass(record: LabelledText, expected: unknown, actual: unknown): boolean {
  return record.emitter !== undefined && expected === 'not-authorization' && actual === 'credentials';
}

const defaults: Readonly<Record<string, unknown>> = { encodedMessage: false, class: 'authorization' };

function scoreField(record: LabelledText, field: ScoredField, denial: Denial | undefined): FieldResult {
  const actual = labelled(denial)[field];
  const expected = record.expect[field] ?? defaults[field] ?? null;
  const accepted = [expected, ...(record.alt?.[field] ?? [])];
  const isDerived = expected === null && denial?.derived.some((name) => name === field) === true;
  const right = accepted.includes(actual) || isDerived || (field === 'class' && acceptsClass(record, expected, actual));
  return { field, expected, actual, right, isStated: expected !== null && expected !== false, isDerived };
}

export function scoreRecord(record: LabelledText): RecordResult {
  const denial = parseDenials(record.raw)[0];
  const fields = scoredFields.map((field) => scoreField(record, field, denial));
  const [expectedClass, actualClass] = [record.expect['class'] ?? 'authorization', denial?.class ?? 'not-aws'];
  const group = record.emitter ?? record.cause ?? 'unknown';
  return { id: record.id, group, right: fields.every(({ right }) => right), fields, expectedClass, actualClass };
}

export interface Score {
  readonly results: readonly RecordResult[];
  readonly right: number;
  readonly invented: number;
  readonly lookAlikes: number;
  readonly falseAlarms: number;
}

export function scoreRecords(records: readonly LabelledText[]): Score {
  const results = records.map(scoreRecord);
  const others = results.filter(({ expectedClass }) => expectedClass !== 'authorization');
  const inventions = results
    .flatMap(({ fields }) => fields)
    .filter(
      ({ field, expected, actual, right }) =>
        !right && expected === null && actual !== null && (field === 'principal' || field === 'action'),
    );
  return {
    results,
    right: results.filter(({ right }) => right).length,
    invented: inventions.length,
    lookAlikes: others.length,
    falseAlarms: others.filter(
      ({ actualClass, fields }) => actualClass === 'authorization' && fields.at(-1)?.right === false,
    ).length,
  };
}

const percent = (part: number, whole: number) =>
  whole === 0 ? '   –' : `${((100 * part) / whole).toFixed(1).padStart(5)} %`;

function fieldLine(results: readonly RecordResult[], field: ScoredField): string {
  const all = results.flatMap(({ fields }) => fields.filter((one) => one.field === field));
  const told = all.filter(({ isStated }) => isStated);
  const right = told.filter((one) => one.right).length;
  const untold = all.filter((one) => !one.isStated && !one.right).length;
  return `${field.padEnd(16)} ${String(right).padStart(4)}/${String(told.length).padEnd(4)} ${percent(right, told.length)}   claimed though unstated: ${untold}`;
}

function failureLines(result: RecordResult): string[] {
  const wrong = result.fields.filter(({ right }) => !right);
  return [
    `${result.id} (${result.group})`,
    ...wrong.map(
      ({ field, expected, actual }) =>
        `    ${field}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`,
    ),
  ];
}

function groupLines(results: readonly RecordResult[]): string[] {
  const groups = [...new Set(results.map(({ group }) => group))].sort();
  return groups.map((group) => {
    const own = results.filter((result) => result.group === group);
    return `${group.padEnd(40)} ${own.filter(({ right }) => right).length}/${own.length}`;
  });
}

export function formatScore(score: Score, withGroups: boolean): string {
  const { results } = score;
  return [
    ...results.filter(({ right }) => !right).flatMap(failureLines),
    '',
    ...(withGroups ? groupLines(results) : []),
    ...scoredFields.map((field) => fieldLine(results, field)),
    '',
    `records right in all fields: ${score.right}/${results.length} ${percent(score.right, results.length)}`,
    `invented principals or actions: ${score.invented}`,
    `look-alikes taken for authorization: ${score.falseAlarms}/${score.lookAlikes}`,
    '',
  ].join('\n');
}
