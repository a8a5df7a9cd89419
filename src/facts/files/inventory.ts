// Puts the users, groups, roles, policies and attachments that a file lists one by one together into what each user and role has.
import type { EvaluatedType, NamedPolicy } from '../../model/policy.ts';
import type {
  AccountControls,
  AccountDetails,
  AccountEntity,
  AccountResource,
  Generated,
} from '../policies/account.ts';
import { pseudo } from '../policies/pseudo.ts';

export type EntityKind = 'user' | 'group' | 'role';

export interface ListedEntity {
  readonly kind: EntityKind;
  /** By which other parts of the file refer to it: its address, ARN and name. */
  readonly keys: readonly string[];
  readonly arn?: string;
  readonly generated?: Generated;
  readonly isPathOpen?: true;
  readonly inline: readonly NamedPolicy[];
  /** Keys of managed policies. */
  readonly attached: readonly string[];
  /** Keys of groups. */
  readonly groups: readonly string[];
  /** The key of a managed policy; null: there is none; left out: not known. */
  readonly boundary?: string | null;
  readonly trust?: NamedPolicy;
  /** More may be attached than the file shows. */
  readonly isOpen: boolean;
}

export interface ListedPolicy {
  readonly keys: readonly string[];
  readonly document: NamedPolicy;
}

/** A policy, by its key or written out, on entities by their keys. */
export interface Attachment {
  readonly policy: string | NamedPolicy;
  readonly kind: EntityKind;
  readonly to: string;
}

export interface Membership {
  readonly user: string;
  readonly group: string;
}

export interface Inventory {
  readonly entities: readonly ListedEntity[];
  readonly policies: readonly ListedPolicy[];
  readonly attachments: readonly Attachment[];
  readonly memberships: readonly Membership[];
  readonly resources: readonly AccountResource[];
  readonly endpoints: readonly AccountResource[];
  readonly controls: readonly AccountControls[];
}

export function accountFrom(inventory: Inventory, from: string): AccountDetails {
  const entities = [...inventory.entities, ...strangers(inventory)];
  const documents = new Map(inventory.policies.flatMap(({ keys, document }) => keys.map((key) => [key, document])));
  const all: Listed = { ...inventory, entities, documents };
  const { resources, endpoints, controls } = inventory;
  return {
    from,
    entities: entities.flatMap((entity) => (entity.kind === 'group' ? [] : (found(entity, all) ?? []))),
    resources,
    endpoints,
    controls,
  };
}

interface Listed extends Inventory {
  readonly documents: ReadonlyMap<string, NamedPolicy>;
}

/** Entities that the file only attaches something to, by name. */
function strangers({ entities, attachments }: Inventory): readonly ListedEntity[] {
  const named = attachments.filter(
    ({ kind, to }) => /^[\w+=,.@-]+$/.test(to) && !entities.some((one) => one.kind === kind && one.keys.includes(to)),
  );
  const marks = [...new Set(named.map(({ kind, to }) => `${kind}/${to}`))];
  return marks.map((mark) => {
    const [kind, name = ''] = mark.split('/');
    return {
      kind: kind as EntityKind,
      keys: [name],
      arn: `arn:${pseudo.partition}:iam::${pseudo.account}:${mark}`,
      isPathOpen: true,
      ...{ inline: [], attached: [], groups: [], isOpen: true },
    };
  });
}

interface Policies {
  readonly policies: readonly NamedPolicy[];
  readonly isWhole: boolean;
}

function found(entity: ListedEntity, all: Listed): AccountEntity | undefined {
  if (entity.arn === undefined && entity.generated === undefined) return undefined;
  const groups = groupsOf(entity, all);
  const own = ownPolicies(entity, all);
  const theirs = groups.map((group) => (typeof group === 'string' ? missing : ownPolicies(group, all)));
  const boundary = boundaryOf(entity, all);
  const isWhole = own.isWhole && theirs.every((one) => one.isWhole) && !entity.isOpen;
  const incomplete: readonly EvaluatedType[] = [
    ...(isWhole ? [] : (['identity'] as const)),
    ...(boundary.isWhole ? [] : (['boundary'] as const)),
  ];
  return {
    arn: entity.arn ?? '',
    ...(entity.generated === undefined ? {} : { generated: entity.generated }),
    ...(entity.isPathOpen === undefined ? {} : { isPathOpen: entity.isPathOpen }),
    identity: [...own.policies, ...theirs.flatMap(({ policies }) => policies)],
    boundary: boundary.policies,
    ...(entity.trust === undefined ? {} : { trust: entity.trust }),
    incomplete,
  };
}

const missing: Policies = { policies: [], isWhole: false };

function groupsOf(entity: ListedEntity, { entities, memberships }: Listed): readonly (ListedEntity | string)[] {
  if (entity.kind !== 'user') return [];
  const joined = memberships.filter(({ user }) => entity.keys.includes(user)).map(({ group }) => group);
  return [...new Set([...entity.groups, ...joined])].map(
    (key) => entities.find((one) => one.kind === 'group' && one.keys.includes(key)) ?? key,
  );
}

function ownPolicies(entity: ListedEntity, { attachments, documents }: Listed): Policies {
  const prefix = entity.kind === 'group' ? `group ${entity.keys.at(-1) ?? ''}: ` : '';
  const further = attachments.filter(({ kind, to }) => kind === entity.kind && entity.keys.includes(to));
  const inline = further.flatMap(({ policy }) => (typeof policy === 'string' ? [] : [policy]));
  const keys = further.flatMap(({ policy }) => (typeof policy === 'string' ? [policy] : []));
  const attached = [...new Set([...entity.attached, ...keys])].map((key) => documents.get(key));
  const named = [...entity.inline, ...inline, ...attached.filter((document) => document !== undefined)];
  return {
    policies: named.map((policy) => ({ ...policy, name: `${prefix}${policy.name}` })),
    isWhole: !attached.includes(undefined),
  };
}

function boundaryOf({ boundary }: ListedEntity, { documents }: Listed): Policies {
  if (boundary === null) return { policies: [], isWhole: true };
  const document = boundary === undefined ? undefined : documents.get(boundary);
  return document === undefined ? missing : { policies: [document], isWhole: true };
}
