// One kind of resource and how its policy is read: a row is all a further kind needs.
import type { OperationName } from '../operations.ts';

export interface ResourcePolicyRow {
  /** What AWS calls it. */
  readonly of: string;
  /** The service in its ARN, and the form of the ARN's last part; named groups are values for the input. */
  readonly service: string;
  readonly resource: RegExp;
  readonly call: OperationName;
  /** `{arn}`, `{partition}`, `{region}`, `{accountId}`, `{endpoint}` or a named group; a text of an empty value is left out. */
  readonly input: Readonly<Record<string, string | readonly string[]>>;
  /** Where the document stands in the answer; `*` is each element of a list or map. */
  readonly answer: readonly string[];
  /** Error codes that say: there is no policy. */
  readonly absent?: readonly string[];
  /** Error codes, or starts of messages, that say: there is no such resource. */
  readonly missing?: readonly string[];
  /** The call names no account, so that only credentials of the owner's account read the right resource. */
  readonly byName?: true;
  /** Answered in this region only. */
  readonly region?: string;
  /** That it answers at all shows that the reader's account owns the resource. */
  readonly provesOwner?: true;
}
