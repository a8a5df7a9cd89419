// What one file hands over, whatever its kind: facts, policies, what is known of the request, answers.
import type { Fact, Reading } from '../../model/fact.ts';
import type { AuthorizationRequest, PolicySet } from '../../model/policy.ts';
import type { Answers } from '../answers.ts';
import type { AccountDetails } from '../policies/account.ts';
import type { Contents, Gap } from './gaps.ts';

export interface GivenFile {
  readonly facts: readonly Fact[];
  /** Stated as a whole: a condition key that is missing from its context is absent. */
  readonly request?: Partial<AuthorizationRequest>;
  /** Condition keys of the request, without being all of them. */
  readonly context?: AuthorizationRequest['context'];
  readonly policies?: PolicySet;
  /** When each kind of policy was read from the account. */
  readonly readAt?: Reading['readAt'];
  /** It says nothing of the sets it leaves out; otherwise a set left out is absent. */
  readonly partial?: true;
  readonly accounts?: readonly AccountDetails[];
  readonly answers?: Answers;
  readonly contents?: Contents;
  /** What of it could not be understood. */
  readonly gaps?: readonly Gap[];
}

export interface NamedText {
  /** A path or another name that a reader finds it by. */
  readonly path: string;
  readonly text: string;
}

export type Row = Readonly<Record<string, unknown>>;

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An own member: never one inherited from the prototype. */
export const memberOf = (value: unknown, name: string): unknown =>
  isRow(value) && Object.hasOwn(value, name) ? value[name] : undefined;

/** Parsed JSON, with or without a byte order mark; undefined for anything else. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''), (key, value: unknown) => (key === '__proto__' ? undefined : value));
  } catch {
    return undefined;
  }
}
