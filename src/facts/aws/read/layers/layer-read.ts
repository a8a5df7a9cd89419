// What was read of one policy layer: its policies, and what of it could not be read.
import type { NamedPolicy } from '../../../../model/policy.ts';
import { isUnread, type Answer, type Unread } from '../../outcome.ts';
import type { OperationName } from '../../operations.ts';

export interface LayerRead {
  readonly policies: readonly NamedPolicy[];
  /** Empty: everything there is was read. */
  readonly unread: readonly Unread[];
  /** The calls that answered, and when the last one did. */
  readonly operations: readonly OperationName[];
  readonly readAt?: string;
  /** Why there are no policies, where that is not simply so. */
  readonly absentBecause?: string;
}

/** Levels from the root of the organization to the account. */
export interface LevelsRead extends Omit<LayerRead, 'policies'> {
  readonly levels: readonly (readonly NamedPolicy[])[];
}

export const nothing: LayerRead = { policies: [], unread: [], operations: [] };

export const unknownLayer = (unread: Unread): LayerRead => ({ ...nothing, unread: [unread] });

/** Not asked, and what would have to be known or done first. */
export const notAsked = (code: string, detail?: string): Unread => ({
  status: 'not-asked',
  why: { code, ...(detail === undefined ? {} : { detail }) },
});

/** One answer as a layer: what it holds, or why it could not be had. */
export function layerOf<T>(answer: Answer<T>, policies: (value: T) => readonly NamedPolicy[]): LayerRead {
  if (isUnread(answer)) return unknownLayer(answer);
  const { operation, readAt } = answer;
  return {
    policies: answer.status === 'present' ? policies(answer.value) : [],
    unread: [],
    operations: [operation],
    readAt,
  };
}

const latest = (times: readonly (string | undefined)[]): { readonly readAt?: string } => {
  const last = times
    .filter((time) => time !== undefined)
    .sort()
    .at(-1);
  return last === undefined ? {} : { readAt: last };
};

export const joined = (parts: readonly LayerRead[]): LayerRead => ({
  policies: parts.flatMap(({ policies }) => policies),
  unread: parts.flatMap(({ unread }) => unread),
  operations: [...new Set(parts.flatMap(({ operations }) => operations))],
  ...latest(parts.map(({ readAt }) => readAt)),
});

export const leveled = (parts: readonly LayerRead[]): LevelsRead => {
  const { unread, operations, readAt } = joined(parts);
  const levels = parts.map(({ policies }) => policies);
  return { unread, operations, levels, ...(readAt === undefined ? {} : { readAt }) };
};
