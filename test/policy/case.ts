// Expands the short form of the case tables into requests and policies, and sums an evaluation up in the same short form.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { AuthorizationRequest, Evaluation, NamedPolicy, PolicySet } from '../../src/model/policy.ts';

/** `allow` or `deny`: action; `on`: resource; `to`: principal; `if`: condition; each also as `not_…`. */
type Short = Readonly<Record<string, unknown>>;

export interface Case {
  readonly name: string;
  readonly by?: string;
  readonly action?: string;
  readonly on?: string;
  readonly owner?: string;
  readonly context?: AuthorizationRequest['context'];
  readonly request?: Partial<AuthorizationRequest>;
  readonly version?: string | null;
  readonly policies: Readonly<Record<string, unknown>>;
  readonly expect: string;
  readonly grantedBy?: readonly string[];
  readonly failing?: readonly string[];
  readonly layers?: Readonly<Record<string, string>>;
  readonly statements?: readonly string[];
  readonly reasons?: readonly string[];
  readonly warnings?: readonly string[];
  readonly restsOn?: readonly string[];
  readonly possible?: readonly string[];
  readonly wouldSettle?: readonly (readonly string[])[];
  readonly nearest?: readonly string[];
  readonly diagnostics?: readonly string[];
}

const account = '555566667777';
const names: Readonly<Record<string, string>> = {
  on: 'Resource',
  not_on: 'NotResource',
  to: 'Principal',
  not_to: 'NotPrincipal',
  if: 'Condition',
  not_action: 'NotAction',
};

function statement(short: unknown): unknown {
  if (typeof short !== 'object' || short === null || 'raw' in short) return (short as { raw?: unknown } | null)?.raw;
  const entries = Object.entries(short as Short).flatMap(([key, value]): [string, unknown][] => {
    if (key !== 'allow' && key !== 'deny') return [[names[key] ?? key, value]];
    const effect = key === 'allow' ? 'Allow' : 'Deny';
    return value === null
      ? [['Effect', effect]]
      : [
          ['Effect', effect],
          ['Action', value],
        ];
  });
  return Object.fromEntries(entries);
}

function document(name: string, statements: readonly unknown[], version: string | null): NamedPolicy {
  const head = version === null ? {} : { Version: version };
  return { name, policy: { ...head, Statement: statements.map(statement) } };
}

function policySet(given: Case['policies'], version: string | null): PolicySet {
  const entries = Object.entries(given).map(([type, value]): [string, unknown] => {
    if (type === 'unknown') return [type, value];
    if (type === 'documents') return ['identity', value];
    if (type === 'scps' || type === 'rcps')
      return [type, (value as unknown[][]).map((level, index) => [document(`${type}-${index}`, level, version)])];
    return [type, (value as unknown[]).length === 0 ? [] : [document(type, value as unknown[], version)]];
  });
  return Object.fromEntries(entries) as PolicySet;
}

export function expand(item: Case): { readonly request: AuthorizationRequest; readonly policies: PolicySet } {
  const principal = item.by ?? `arn:aws:iam::${account}:user/ines`;
  const owner = /^arn:aws:(?:iam|sts)::(\d{12}):/.exec(principal)?.[1] ?? null;
  const request: AuthorizationRequest = {
    action: item.action ?? 's3:GetObject',
    resource: item.on ?? 'arn:aws:s3:::quarry/ore/1.json',
    principal,
    principalAccount: owner,
    resourceAccount: item.owner ?? account,
    context: item.context ?? {},
    ...item.request,
  };
  return { request, policies: policySet(item.policies, item.version === undefined ? '2012-10-17' : item.version) };
}

const letter = (value: unknown): string =>
  value === null ? '-' : value === 'unknown' ? '?' : value === true ? 'T' : 'F';

export const booleans = ({ statements }: Evaluation): string[] =>
  statements.map((trace) => {
    const marks = [trace.action, trace.resource, trace.principal, trace.condition, trace.matches].map(letter).join('');
    return `${trace.type}${trace.level ?? ''} ${trace.index} ${marks}`;
  });

const sorted = (texts: Iterable<string>): string[] => [...new Set(texts)].sort();

/** What an evaluation says, under the names the tables use. */
export const summaries = {
  expect: (e: Evaluation) => `${e.decision}${e.decidedBy === null ? '' : ` by ${e.decidedBy}`}`,
  grantedBy: (e: Evaluation) => e.grantedBy,
  failing: (e: Evaluation) => e.failing,
  statements: booleans,
  reasons: (e: Evaluation) => sorted(e.statements.flatMap((trace) => trace.reasons.map((reason) => reason.code))),
  warnings: (e: Evaluation) => sorted(e.warnings.map((warning) => warning.code)),
  restsOn: (e: Evaluation) => sorted(e.restsOn ?? []),
  possible: (e: Evaluation) => sorted(e.possible),
  wouldSettle: (e: Evaluation) => e.wouldSettle,
  nearest: (e: Evaluation) =>
    e.nearMisses[0] && [
      `${e.nearMisses[0].layer} ${e.statements[e.nearMisses[0].statement]?.index ?? ''}`,
      ...e.nearMisses[0].reasons.map((reason) => reason.code),
    ],
  diagnostics: (e: Evaluation) =>
    e.diagnostics.map((found) => `${found.severity} ${found.code} ${found.position.pointer}`),
} as const satisfies Readonly<Record<string, (evaluation: Evaluation) => unknown>>;

export const readTable = <Row>(name: string): Row[] =>
  parse(readFileSync(new URL(`cases/${name}.yaml`, import.meta.url), 'utf8')) as Row[];
