// The policies at hand as documents that can be changed on a copy, with the request they are tried on.
import { setNameOf } from '../facts/policies/at-hand.ts';
import {
  evaluatedTypes,
  type AuthorizationRequest,
  type EvaluatedType,
  type Evaluation,
  type NamedPolicy,
  type PolicySet,
} from '../model/policy.ts';
import { evaluate } from '../policy/evaluate.ts';
import { openMemory } from '../policy/memory.ts';
import { type Edit, edited } from './document/edit.ts';
import { plainPolicy, printed, type Row } from './document/plain.ts';
import { rewritten } from './document/rewrite.ts';

export interface HeldDocument {
  /** Unique among the documents of the case, and the name the evaluator knows it by. */
  readonly key: string;
  readonly name: string;
  readonly type: EvaluatedType;
  readonly level?: number;
  /** What cannot be read is kept as it is and never changed. */
  readonly policy: unknown;
  readonly document?: Row;
  readonly text?: string;
}

export type Values = string | readonly string[];

export interface Case {
  readonly documents: readonly HeldDocument[];
  /** Sets that are given, some of them without any document: each level of a control policy counts. */
  readonly levels: Readonly<Partial<Record<EvaluatedType, number>>>;
  readonly unknown: PolicySet['unknown'];
  /** One for each account that may own the resource; the first is the likelier. */
  readonly requests: readonly AuthorizationRequest[];
}

const isLevelled = (type: EvaluatedType): boolean => type === 'scp' || type === 'rcp';

function heldOf(type: EvaluatedType, source: NamedPolicy, at: number, level?: number): HeldDocument {
  const place = level === undefined ? type : `${type}.${level}`;
  const held = { key: `${place}#${at}`, name: source.name, type, policy: source.policy };
  return { ...held, ...(level === undefined ? {} : { level }), ...plainPolicy(source) };
}

export function caseOf(policies: PolicySet, requests: readonly AuthorizationRequest[]): Case {
  const documents: HeldDocument[] = [];
  const levels: Partial<Record<EvaluatedType, number>> = {};
  for (const type of evaluatedTypes) {
    const set = policies[setNameOf(type)];
    if (set === undefined) continue;
    const lists = (isLevelled(type) ? set : [set]) as readonly (readonly NamedPolicy[])[];
    levels[type] = lists.length;
    for (const [level, list] of lists.entries())
      documents.push(...list.map((one, at) => heldOf(type, one, at, isLevelled(type) ? level : undefined)));
  }
  return { documents, levels, unknown: policies.unknown, requests };
}

/** The documents as a set the evaluator takes, named by their keys. */
export function policySetOf({ documents, levels, unknown }: Case): PolicySet {
  const sets = evaluatedTypes.flatMap((type): [string, unknown][] => {
    const count = levels[type];
    if (count === undefined) return [];
    const list = (level?: number) =>
      documents
        .filter((one) => one.type === type && one.level === level)
        .map(({ key, document, policy }) => ({ name: key, policy: document ?? policy }));
    return [[setNameOf(type), isLevelled(type) ? Array.from({ length: count }, (_, level) => list(level)) : list()]];
  });
  return { ...(Object.fromEntries(sets) as PolicySet), ...(unknown === undefined ? {} : { unknown }) };
}

/** The documents of cases are copies that nobody changes. */
const memory = openMemory();

export const evaluatedFor = (request: AuthorizationRequest, held: Case): Evaluation =>
  evaluate(request, policySetOf(held), memory);

export const evaluationOf = (held: Case): Evaluation => evaluatedFor(requestOf(held), held);

export const requestOf = ({ requests: [request] }: Case): AuthorizationRequest => request as AuthorizationRequest;

/** What is done to one document: the edit, or for a new document all of it. */
export interface DocumentChange {
  readonly key: string;
  readonly edit: Edit;
  readonly create?: {
    readonly type: EvaluatedType;
    readonly level?: number;
    readonly name: string;
    readonly document: Row;
  };
}

/** The lines of the document follow only where `keepsText` is asked for: trying needs none. */
export function withChange(held: Case, { key, edit, create }: DocumentChange, keepsText = false): Case {
  if (create !== undefined && !held.documents.some((one) => one.key === key)) {
    const { document, ...place } = create;
    const added = { key, ...place, policy: document, document, text: printed(document) };
    const count = Math.max(held.levels[create.type] ?? 0, (create.level ?? 0) + 1);
    return { ...held, documents: [...held.documents, added], levels: { ...held.levels, [create.type]: count } };
  }
  const documents = held.documents.map((one) => (one.key === key ? changedDocument(one, edit, keepsText) : one));
  return { ...held, documents };
}

function changedDocument(held: HeldDocument, edit: Edit, keepsText: boolean): HeldDocument {
  const { document, text } = held;
  if (document === undefined || text === undefined) return held;
  const after = edited(document, edit);
  return { ...held, policy: after, document: after, text: keepsText ? rewritten(text, document, edit) : text };
}

/** Values of condition keys; null takes a key out of the request. */
export type ContextChange = Readonly<Record<string, Values | null>>;

/** Keys do not depend on case, and one that is given is known. */
export function withContext(held: Case, change: ContextChange): Case {
  const names = new Set(Object.keys(change).map((key) => key.toLowerCase()));
  const kept = (context: AuthorizationRequest['context']) =>
    Object.entries(context).filter(([key]) => !names.has(key.toLowerCase()));
  const added = Object.entries(change).filter((entry): entry is [string, Values] => entry[1] !== null);
  const requests = held.requests.map((request) => ({
    ...request,
    context: Object.fromEntries([...kept(request.context), ...added]),
  }));
  const open = held.unknown?.context;
  if (open === undefined || open === true) return { ...held, requests };
  return {
    ...held,
    requests,
    unknown: { ...held.unknown, context: open.filter((key) => !names.has(key.toLowerCase())) },
  };
}
