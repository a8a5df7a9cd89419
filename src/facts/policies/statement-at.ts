// Finds the statement of a trace in the document it was read from, as plain data.
import type { NamedPolicy, PolicySet, StatementTrace } from '../../model/policy.ts';
import { setNameOf } from './at-hand.ts';

type Row = Readonly<Record<string, unknown>>;
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

export interface PlainStatement {
  /** As written; empty where the statement has NotResource or none. */
  readonly resources: readonly string[];
  readonly conditions: readonly {
    readonly operator: string;
    readonly key: string;
    readonly values: readonly string[];
  }[];
}

export function statementAt(trace: StatementTrace, policies: PolicySet): PlainStatement | undefined {
  const document = documentOf(trace, policies);
  const parsed: unknown = typeof document === 'string' ? parse(document) : document;
  const statement: unknown = isRow(parsed) ? [parsed.Statement].flat()[trace.index] : undefined;
  return isRow(statement) ? plain(statement) : undefined;
}

/** Policies of one set may have one name; the one with such a statement is meant. */
function documentOf({ type, level, policy: wanted }: StatementTrace, policies: PolicySet): unknown {
  const set = policies[setNameOf(type)] ?? [];
  const named = (level === undefined ? set : (set[level] ?? [])) as readonly NamedPolicy[];
  return named.find(({ name }) => name === wanted)?.policy;
}

const textsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? (value as unknown[]) : [value]).filter((one) => one !== undefined).map(String);

function plain({ Resource, Condition }: Row): PlainStatement {
  const blocks = isRow(Condition) ? Object.entries(Condition) : [];
  const conditions = blocks.flatMap(([operator, keys]) =>
    isRow(keys) ? Object.entries(keys).map(([key, values]) => ({ operator, key, values: textsOf(values) })) : [],
  );
  return { resources: textsOf(Resource), conditions };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
