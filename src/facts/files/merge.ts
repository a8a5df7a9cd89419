// Brings the policies and the request of several files together. The file named first wins, and every disagreement is handed on.
import {
  evaluatedTypes,
  type AuthorizationRequest,
  type EvaluatedType,
  type NamedPolicy,
  type PolicySet,
} from '../../model/policy.ts';
import { sameEntityConflicts } from './account-conflicts.ts';
import { setNameOf, type PoliciesAtHand, type SetName } from '../policies/at-hand.ts';
import type { Claim } from '../policies/claims.ts';
import type { GivenFile } from './given-file.ts';

export interface NamedFile {
  readonly path: string;
  readonly given: GivenFile;
}

/** Two files that say different things of one policy or one part of the request. */
export interface FileConflict {
  readonly what: string;
  readonly kept: string;
  readonly dropped: string;
}

export interface MergedFiles {
  /** As the files state them. */
  readonly policies: PolicySet;
  /** With what no file speaks of as unknown, where every file tells of a part only; missing where none has policies. */
  readonly atHand?: PoliciesAtHand;
  /** Sets that no file speaks of. */
  readonly unsaid: readonly EvaluatedType[];
  readonly conflicts: readonly FileConflict[];
}

export function mergeFiles(files: readonly NamedFile[]): MergedFiles {
  const conflicts: FileConflict[] = [];
  const policies = mergeSets(files, conflicts);
  const request = mergeRows(files, 'request', conflicts) as Partial<AuthorizationRequest> | undefined;
  const context = mergeRows(files, 'context', conflicts) as AuthorizationRequest['context'] | undefined;
  const accounts = files.flatMap(({ given }) => given.accounts ?? []);
  const dropped = droppedClaims(files, conflicts);
  conflicts.push(...sameEntityConflicts(accounts));
  const holders = files.filter(({ given }) => given.policies !== undefined);
  const said = (type: EvaluatedType) =>
    policies[setNameOf(type)] !== undefined || policies.unknown?.policies?.includes(type) === true;
  const unsaid = evaluatedTypes.filter((type) => !said(type));
  const readAt = Object.assign(
    {},
    ...files.toReversed().map(({ given }) => given.readAt ?? {}),
  ) as PoliciesAtHand['readAt'];
  const rest = {
    ...(request && { request }),
    ...(context && { context }),
    ...(accounts.length > 0 && { accounts }),
    ...(dropped.length > 0 && { dropped }),
    readAt,
  };
  const told = { policies, unsaid, conflicts };
  if (holders.length === 0) return told;
  const isWhole = holders.some(({ given }) => given.partial !== true);
  return { ...told, atHand: { policies: isWhole ? policies : withUnknown(policies, unsaid), ...rest } };
}

function withUnknown(policies: PolicySet, types: readonly EvaluatedType[]): PolicySet {
  if (types.length === 0) return policies;
  return { ...policies, unknown: { ...policies.unknown, policies: [...(policies.unknown?.policies ?? []), ...types] } };
}

type Sets = Partial<Record<SetName, readonly NamedPolicy[] | readonly (readonly NamedPolicy[])[]>>;

/** Flat sets grow together; of sets with levels one file's stand. */
function mergeSets(files: readonly NamedFile[], conflicts: FileConflict[]): PolicySet {
  const merged: Sets = {};
  for (const type of evaluatedTypes) {
    const name = setNameOf(type);
    const holders = files.flatMap(({ path, given }) => {
      const set = given.policies?.[name];
      return set === undefined ? [] : [{ path, set }];
    });
    const [first, ...others] = holders;
    if (first === undefined) continue;
    const isFlat = name !== 'scps' && name !== 'rcps';
    merged[name] = isFlat ? mergeFlat(holders as readonly FlatHolder[], name, conflicts) : first.set;
    for (const { path, set } of isFlat ? [] : others)
      if (!isSame(set, first.set)) conflicts.push({ what: name, kept: first.path, dropped: path });
  }
  const unknown = mergeUnknown(files, merged);
  return { ...merged, ...(unknown === undefined ? {} : { unknown }) } as PolicySet;
}

/** The sets of files that lost to another one, so that it can be told where they would decide differently. */
function droppedClaims(files: readonly NamedFile[], conflicts: readonly FileConflict[]): readonly Claim[] {
  return evaluatedTypes.flatMap((type) => {
    const name = setNameOf(type);
    const lost = conflicts.filter(({ what }) => what.split(' ')[0] === name).map(({ dropped }) => dropped);
    return files.flatMap(({ path, given: { policies } }): readonly Claim[] => {
      const set = policies?.[name];
      if (set === undefined || !lost.includes(path)) return [];
      return [{ from: path, policies: { [name]: set, unknown: policies?.unknown ?? {} } }];
    });
  });
}

interface FlatHolder {
  readonly path: string;
  readonly set: readonly NamedPolicy[];
}

function mergeFlat(holders: readonly FlatHolder[], set: string, conflicts: FileConflict[]): readonly NamedPolicy[] {
  const kept: { readonly path: string; readonly policy: NamedPolicy }[] = [];
  for (const { path, set: policies } of holders)
    for (const policy of policies) {
      const before = kept.find((one) => one.path !== path && one.policy.name === policy.name);
      if (before === undefined) kept.push({ path, policy });
      else if (!isSame(before.policy.policy, policy.policy))
        conflicts.push({ what: `${set} ${policy.name}`, kept: before.path, dropped: path });
    }
  return kept.map(({ policy }) => policy);
}

/** What one file calls unknown is known where another one has it. */
function mergeUnknown(files: readonly NamedFile[], merged: Sets): PolicySet['unknown'] {
  const unknowns = files.flatMap(({ given }) => given.policies?.unknown ?? []);
  const types = [...new Set(unknowns.flatMap(({ policies }) => policies ?? []))];
  const open = types.filter((type) => {
    const holds = files.filter(({ given }) => given.policies?.[setNameOf(type)] !== undefined);
    const doubts = files.filter(({ given }) => given.policies?.unknown?.policies?.includes(type) === true);
    return merged[setNameOf(type)] === undefined || holds.every((file) => doubts.includes(file));
  });
  const contexts = unknowns.flatMap(({ context }) => (context === undefined ? [] : [context]));
  const context = contexts.includes(true) ? true : contexts.flat().filter((key) => key !== true);
  if (open.length === 0 && contexts.length === 0) return undefined;
  return { ...(open.length > 0 && { policies: open }), ...(contexts.length > 0 && { context }) };
}

function mergeRows(files: readonly NamedFile[], part: 'request' | 'context', conflicts: FileConflict[]) {
  const held = new Map<string, { readonly path: string; readonly value: unknown }>();
  for (const { path, given } of files)
    for (const [key, value] of Object.entries(given[part] ?? {})) {
      const before = held.get(key);
      if (before === undefined) held.set(key, { path, value });
      else if (!isSame(before.value, value))
        conflicts.push({ what: `${part}.${key}`, kept: before.path, dropped: path });
    }
  if (held.size === 0) return undefined;
  return Object.fromEntries([...held].map(([key, { value }]) => [key, value]));
}

const isSame = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);
