// One kind of resource and how its policy or the key it is encrypted with is read: a row is all a further kind needs.
import type { OperationName } from '../operations.ts';
import type { InputValue } from '../wire/encode.ts';

export interface ResourceRow {
  /** What AWS calls it. */
  readonly of: string;
  /** The service in its ARN, and the form of the ARN's last part; named groups are values for the input. */
  readonly service: string;
  readonly resource: RegExp;
  readonly call: OperationName;
  /** `{arn}`, `{partition}`, `{region}`, `{accountId}`, `{endpoint}` or a named group; a text of an empty value is left out. */
  readonly input: Readonly<Record<string, InputValue>>;
  /** Where what is looked for stands in the answer; `*` is each element of a list or map. */
  readonly answer: readonly string[];
  /** Error codes that say: there is none. */
  readonly absent?: readonly string[];
  /** Error codes, or starts of messages, that say: there is no such resource. */
  readonly missing?: readonly string[];
  /** The call names no account, so that only credentials of the owner's account read the right resource. */
  readonly byName?: true;
  /** Answered in this region only. */
  readonly region?: string;
}

export interface ResourcePolicyRow extends ResourceRow {
  /** That it answers at all shows that the reader's account owns the resource. */
  readonly provesOwner?: true;
}

export interface KeyRow extends ResourceRow {
  /** The actions it holds for, where what is in the resource may be encrypted with other keys: those that write. */
  readonly writes?: RegExp;
  /** The key that is used where none is named; where the answer has to say so, what it says. */
  readonly usual?: { readonly alias: string; readonly where?: readonly string[]; readonly is?: RegExp };
}
