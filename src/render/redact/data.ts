// Walks facts, policies, requests and whatever holds them, and exchanges names by the place where they stand.
import { entryOf } from '../../model/catalogue/catalogue.ts';
import { inDocument, inJsonText } from './documents.ts';
import { isNamingKey, proseWords } from './known-words.ts';
import { accountFor, inNames, type Desk } from './names.ts';
import { inProse } from './prose.ts';

type Row = Readonly<Record<string, unknown>>;
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

type Change = (value: unknown, desk: Desk, depth: number) => unknown;

const asNames: Change = (value, desk) => (typeof value === 'string' ? inNames(value, desk) : value);
const asAccount: Change = (value, desk) =>
  typeof value === 'string' && /^\d{12}$/.test(value) ? accountFor(value, desk) : value;
const asIs: Change = (value) => value;

/** Members whose meaning is the same wherever they stand. */
const members: Readonly<Record<string, Change>> = {
  ...{ action: asIs, status: asIs, origin: asIs, grade: asIs, readAt: asIs, code: asIs, kind: asIs, schema: asIs },
  ...{ type: asIs, isWhole: asIs, incomplete: asIs, unknown: asIs, provides: asIs, operation: asIs },
  ...{ arn: asNames, principal: asNames, resource: asNames, principalUserArn: asNames, principalRoleArn: asNames },
  ...{ requestId: asNames, authorizationId: asNames, policyArn: asNames },
  ...{ principalAccount: asAccount, resourceAccount: asAccount, accountId: asAccount, owner: asAccount },
  policy: (value, desk) => policyOf(value, desk),
  text: (value, desk) => policyOf(value, desk),
  context: (value, desk) => contextOf(value, desk),
  name: (value, desk) => (typeof value === 'string' ? inLabel(value, desk) : value),
  from: (value, desk) => (typeof value === 'string' ? inLabel(value, desk) : value),
};

export function inData(value: unknown, desk: Desk, depth = 0): unknown {
  if (typeof value === 'string') return inProse(value, desk);
  if (depth > 100) return value;
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, inData(item, desk, depth + 1)]));
  if (Array.isArray(value)) return value.map((item) => inData(item, desk, depth + 1));
  if (!isRow(value)) return value;
  const fact = factOf(value, desk);
  if (fact !== undefined) return fact;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, member(key, item, desk, depth + 1)]));
}

function member(key: string, value: unknown, desk: Desk, depth: number): unknown {
  if (entryOf(key) !== undefined) return factValue(key, value, desk, depth);
  const change = Object.hasOwn(members, key) ? members[key] : undefined;
  const isPlain =
    typeof value !== 'object' || value === null || key === 'policy' || key === 'context' || key === 'unknown';
  return change !== undefined && (isPlain || change === asIs) ? change(value, desk, depth) : inData(value, desk, depth);
}

/** A fact with its name beside its value. */
function factOf(row: Row, desk: Desk): unknown {
  const { name } = row;
  return typeof name === 'string' && entryOf(name) !== undefined ? factRow(name, row, desk, 1) : undefined;
}

/** A fact under its name: `{ status, value }`, or the value alone. */
function factValue(name: string, value: unknown, desk: Desk, depth: number): unknown {
  if (!isRow(value) || !Object.hasOwn(value, 'status')) return inFact(name, value, desk);
  return factRow(name, value, desk, depth);
}

function factRow(name: string, row: Row, desk: Desk, depth: number): Row {
  const changed = (key: string, value: unknown): unknown => {
    if (key === 'name') return value;
    return key === 'value' ? inFact(name, value, desk) : member(key, value, desk, depth + 1);
  };
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, changed(key, value)]));
}

const namingFacts =
  /^(?:(?:caller|target|key)\.(?:arn|name|policySourceArn)|(?:error|decoded)\.(?:principal|resource|policyArn|requestId|authorizationId)|decoded\.denySids)$/;

function inFact(name: string, value: unknown, desk: Desk): unknown {
  if (Array.isArray(value)) return value.map((item) => inFact(name, item, desk));
  if (typeof value !== 'string' || entryOf(name)?.values !== undefined) return value;
  return namingFacts.test(name) ? inNames(value, desk) : inProse(value, desk);
}

function policyOf(value: unknown, desk: Desk): unknown {
  if (typeof value !== 'string')
    return isRow(value) && Object.hasOwn(value, 'Statement') ? inDocument(value, [], desk) : inData(value, desk, 1);
  return inJsonText(value, desk) ?? inProse(value, desk);
}

/** The values of a request's condition keys, by what their keys are about. */
function contextOf(context: unknown, desk: Desk): unknown {
  if (!isRow(context)) return context;
  return Object.fromEntries(
    Object.entries(context).map(([key, value]) => [key, inValues(value, isNamingKey(key) ? inNames : inProse, desk)]),
  );
}

function inValues(value: unknown, change: (text: string, desk: Desk) => string, desk: Desk): unknown {
  if (typeof value === 'string') return change(value, desk);
  return Array.isArray(value) ? value.map((item) => inValues(item, change, desk)) : value;
}

/** What a policy or a file is called: every word that is not of the program's own wording. */
function inLabel(label: string, desk: Desk): string {
  if (/^[\w-]+:[A-Z]\w+$/.test(label)) return label;
  if (desk.isNoting && !/^(?:the |what |a )/.test(label))
    for (const [word] of label.replace(/\.(?:json|ya?ml|txt|tfstate)\b/g, '').matchAll(/[\p{L}\p{N}]+/gu))
      if (!proseWords.has(word.toLowerCase()) && word.length > 1) inNames(word, desk);
  return inProse(label, desk);
}
