// Reads a decoded authorization message: who asked for what, and whether a statement denied it. (AWS page: "DecodeAuthorizationMessage")
import { isJsonRow, readJsonRow, type JsonRow } from './json-value.ts';

export interface DecodedStatement {
  readonly sid?: string;
  readonly effect?: string;
  readonly policy?: string;
}

export interface DecodedMessage {
  readonly allowed?: boolean;
  readonly explicitDeny: boolean;
  readonly matchedStatements: readonly DecodedStatement[];
  readonly principal?: string;
  readonly action?: string;
  readonly resource?: string;
  /** Condition keys of the request with their values. */
  readonly conditions: Readonly<Record<string, readonly string[]>>;
}

/** Accepts the message itself, the command's whole answer, and both as strings within strings. */
export function readDecodedMessage(text: string): DecodedMessage | undefined {
  const outer = readJsonRow(text);
  const row = typeof outer?.DecodedMessage === 'string' ? readJsonRow(outer.DecodedMessage) : outer;
  if (row === undefined || typeof row.explicitDeny !== 'boolean' || !isJsonRow(row.context)) return undefined;
  const { context } = row;
  const principal = isJsonRow(context.principal) ? textOf(context.principal.arn) : undefined;
  const [action, resource] = [textOf(context.action), textOf(context.resource)];
  return {
    ...(typeof row.allowed === 'boolean' ? { allowed: row.allowed } : {}),
    explicitDeny: row.explicitDeny,
    matchedStatements: items(row.matchedStatements).map(statement),
    ...(principal === undefined ? {} : { principal }),
    ...(action === undefined ? {} : { action }),
    ...(resource === undefined ? {} : { resource }),
    conditions: conditionsOf(context.conditions),
  };
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Lists come bare, or as `{ items: [...] }`. */
function items(list: unknown): readonly JsonRow[] {
  const found: unknown = isJsonRow(list) ? list.items : list;
  return Array.isArray(found) ? found.filter(isJsonRow) : [];
}

function statement(row: JsonRow): DecodedStatement {
  const [sid, effect, policy] = [textOf(row.statementId), textOf(row.effect), textOf(row.sourcePolicyId)];
  return {
    ...(sid === undefined ? {} : { sid }),
    ...(effect === undefined ? {} : { effect }),
    ...(policy === undefined ? {} : { policy }),
  };
}

const conditionsOf = (conditions: unknown): DecodedMessage['conditions'] =>
  Object.fromEntries(
    items(conditions).flatMap((row) => {
      const key = textOf(row.key);
      return key === undefined ? [] : [[key, items(row.values).flatMap(({ value }) => textOf(value) ?? [])]];
    }),
  );
