// Finds where two files tell differently of one policy of the same user or role.
import type { NamedPolicy } from '../../model/policy.ts';
import type { AccountDetails, AccountEntity } from '../policies/account.ts';
import { parsedJson } from './given-file.ts';
import type { FileConflict } from './merge.ts';

export function sameEntityConflicts(accounts: readonly AccountDetails[]): readonly FileConflict[] {
  const held = new Map<string, { readonly from: string; readonly entity: AccountEntity }>();
  return accounts.flatMap(({ from, entities, isTemplate }) =>
    entities.flatMap((entity) => {
      const before = held.get(entity.arn);
      if (before === undefined) held.set(entity.arn, { from, entity });
      return before === undefined || isTemplate === true ? [] : conflictsOf(before, { from, entity });
    }),
  );
}

interface Told {
  readonly from: string;
  readonly entity: AccountEntity;
}

function conflictsOf(before: Told, after: Told): readonly FileConflict[] {
  const policies = ({ identity, boundary, trust }: AccountEntity): readonly NamedPolicy[] => [
    ...identity,
    ...boundary,
    ...(trust === undefined ? [] : [trust]),
  ];
  return policies(after.entity).flatMap((policy): readonly FileConflict[] => {
    const other = policies(before.entity).find(({ name }) => name === policy.name);
    if (other === undefined || contentOf(other) === contentOf(policy)) return [];
    return [{ what: `${policy.name} of ${after.entity.arn}`, kept: before.from, dropped: after.from }];
  });
}

const contentOf = ({ policy }: NamedPolicy): string =>
  JSON.stringify(typeof policy === 'string' ? (parsedJson(policy) ?? policy) : policy);
