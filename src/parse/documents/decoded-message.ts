// Reads what sts:DecodeAuthorizationMessage answers, in every form it is pasted in. (AWS page: "DecodeAuthorizationMessage")
import { fieldOf, isObject, listOf, readJson, textOf, tryJson } from './json.ts';

export interface MatchedStatement {
  readonly sid?: string;
  readonly effect?: string;
  /** Unique ids (AIDA…, AROA…), not ARNs. */
  readonly principals: readonly string[];
  /** Of a NotAction statement, the actions it names: then the denied action is not among them. */
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions: Readonly<Record<string, readonly string[]>>;
}

export interface DecodedMessage {
  readonly allowed: boolean;
  readonly explicitDeny: boolean;
  readonly matchedStatements: readonly MatchedStatement[];
  readonly failures: readonly unknown[];
  readonly action?: string;
  readonly resource?: string;
  readonly principal?: string;
  readonly principalId?: string;
  /** The request's context. */
  readonly conditions: Readonly<Record<string, readonly string[]>>;
}

/** Lists come as `{ items: […] }`; hand-edited copies and emulators have plain arrays. */
function itemsOf(value: unknown, name: string): readonly unknown[] {
  const field = fieldOf(value, name);
  return Array.isArray(field) ? field : listOf(field, 'items');
}

function valuesOf(value: unknown, name: string): readonly string[] {
  return itemsOf(value, name).flatMap((item) => {
    const text = typeof item === 'string' ? item : fieldOf(item, 'value');
    return typeof text === 'string' ? [text] : [];
  });
}

function conditionsOf(value: unknown): Readonly<Record<string, readonly string[]>> {
  const pairs = itemsOf(value, 'conditions').flatMap((item) => {
    const key = textOf(item, 'key');
    return key === undefined ? [] : [[key, valuesOf(item, 'values')] as const];
  });
  return Object.fromEntries(pairs);
}

function readStatement(value: unknown): MatchedStatement {
  const sid = textOf(value, 'statementId');
  const effect = textOf(value, 'effect');
  return {
    ...(sid !== undefined && { sid }),
    ...(effect !== undefined && { effect }),
    principals: valuesOf(value, 'principals'),
    actions: valuesOf(value, 'actions'),
    resources: valuesOf(value, 'resources'),
    conditions: conditionsOf(value),
  };
}

/** The message itself, whether it stands alone or as a string in the command's answer. */
function messageIn(value: unknown): unknown {
  const wrapped = textOf(value, 'DecodedMessage');
  return wrapped === undefined ? value : tryJson(wrapped);
}

export function decodedMessageIn(value: unknown): DecodedMessage | undefined {
  const message = messageIn(value);
  const context = fieldOf(message, 'context');
  if (!isObject(message) || typeof message['explicitDeny'] !== 'boolean' || !isObject(context)) return undefined;
  const caller = fieldOf(context, 'principal');
  const named = {
    action: textOf(context, 'action'),
    resource: textOf(context, 'resource'),
    principal: textOf(caller, 'arn'),
    principalId: textOf(caller, 'id'),
  };
  return {
    allowed: message['allowed'] === true,
    explicitDeny: message['explicitDeny'],
    matchedStatements: itemsOf(message, 'matchedStatements').map(readStatement),
    failures: itemsOf(message, 'failures'),
    ...Object.fromEntries(Object.entries(named).filter(([, text]) => text !== undefined)),
    conditions: conditionsOf(context),
  };
}

const escapeLevels = 3;

/** Undefined when the text is no decoded message. */
export function readDecodedMessage(text: string): DecodedMessage | undefined {
  if (!text.includes('explicitDeny')) return undefined;
  let candidate = text;
  for (let level = 0; level < escapeLevels; level += 1) {
    const found = decodedMessageIn(readJson(candidate));
    if (found !== undefined) return found;
    if (!candidate.includes('\\"')) return undefined;
    candidate = candidate.replace(/\\(["\\/])/g, '$1').replace(/"(?=\{"allowed)|(?<=\}\})"/g, '');
  }
  return undefined;
}
