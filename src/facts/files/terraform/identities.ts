// Turns Terraform's IAM resources into the users, groups, roles, policies and attachments they stand for.
import { memberOf } from '../given-file.ts';
import type { Attachment, Inventory, ListedEntity, ListedPolicy, Membership } from '../inventory.ts';
import { arnOf, pathed } from '../named-arns.ts';
import { documentAt, documentFrom, keyAt, labelOf, rowsOfType, textAt, type Desk } from './desk.ts';
import { rowsIn, type TerraformResource } from './resources.ts';
import { attachmentRows, entityRows, inlineRows } from './rows.ts';

type Identities = Pick<Inventory, 'entities' | 'policies' | 'attachments' | 'memberships'>;

export function identitiesIn(desk: Desk): Identities {
  return {
    entities: Object.keys(entityRows).flatMap((type) => rowsOfType(desk, type).map((row) => entityOf(desk, row))),
    policies: desk.resources.filter(({ type }) => type === 'aws_iam_policy').flatMap((row) => policyOf(desk, row)),
    attachments: [...inlineIn(desk), ...attachedIn(desk)],
    memberships: membershipsIn(desk),
  };
}

const known = (...keys: readonly (string | undefined)[]): readonly string[] => keys.filter((key) => key !== undefined);

const textsAt = ({ values }: TerraformResource, attribute: string): readonly string[] => {
  const list = memberOf(values, attribute);
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
};

function entityOf(desk: Desk, row: TerraformResource): ListedEntity {
  const kind = entityRows[row.type] ?? 'role';
  const name = textAt(row, 'name');
  const arn = textAt(row, 'arn') ?? (name === undefined ? undefined : arnOf[kind](pathed(row.values['path'], name)));
  if (arn === undefined) desk.gaps.push({ code: 'name-unknown', place: row.address });
  const trust = kind === 'role' ? documentAt(desk, row, 'assume_role_policy') : undefined;
  const boundary = kind === 'group' ? null : (textAt(row, 'permissions_boundary') ?? null);
  return {
    kind,
    keys: known(row.address, arn, name),
    ...(arn === undefined ? {} : { arn }),
    inline: rowsIn(row.values, 'inline_policy').flatMap((policy) => inlineOf(desk, row, policy)),
    attached: textsAt(row, 'managed_policy_arns'),
    groups: [],
    boundary,
    ...(trust === undefined ? {} : { trust: { ...trust, name: `trust policy of ${trust.name}` } }),
    isOpen: true,
  };
}

function inlineOf(desk: Desk, row: TerraformResource, { name, policy }: Readonly<Record<string, unknown>>) {
  if (typeof policy !== 'string' || policy === '') return [];
  const label = typeof name === 'string' ? `${name} of ${labelOf(desk, row)}` : labelOf(desk, row);
  return documentFrom(desk, row, 'inline_policy', policy, label) ?? [];
}

function policyOf(desk: Desk, row: TerraformResource): readonly ListedPolicy[] {
  const document = documentAt(desk, row, 'policy');
  const name = textAt(row, 'name');
  const arn = textAt(row, 'arn') ?? (name === undefined ? undefined : arnOf.policy(pathed(row.values['path'], name)));
  return document === undefined ? [] : [{ keys: known(row.address, arn), document }];
}

function inlineIn(desk: Desk): readonly Attachment[] {
  return Object.entries(inlineRows).flatMap(([type, kind]) =>
    rowsOfType(desk, type).flatMap((row): readonly Attachment[] => {
      const [policy, to] = [documentAt(desk, row, 'policy'), keyAt(desk, row, kind)];
      return policy === undefined || to === undefined ? [] : [{ policy, kind, to }];
    }),
  );
}

function attachedIn(desk: Desk): readonly Attachment[] {
  return Object.entries(attachmentRows).flatMap(([type, targets]) =>
    rowsOfType(desk, type).flatMap((row) => {
      const policy = keyAt(desk, row, 'policy_arn');
      return Object.entries(targets).flatMap(([attribute, kind]): readonly Attachment[] => {
        if (policy === undefined) return [];
        return targetsAt(desk, row, attribute).map((to) => ({ policy, kind, to }));
      });
    }),
  );
}

/** One target, or a list of them. */
function targetsAt(desk: Desk, row: TerraformResource, attribute: string): readonly string[] {
  const value = memberOf(row.values, attribute);
  if (Array.isArray(value)) return textsAt(row, attribute);
  const key = value === undefined || value === null ? undefined : keyAt(desk, row, attribute);
  return key === undefined ? [] : [key];
}

function membershipsIn(desk: Desk): readonly Membership[] {
  const pairs = (type: string, one: string, many: string) =>
    rowsOfType(desk, type).flatMap((row) => {
      const single = keyAt(desk, row, one);
      return single === undefined ? [] : textsAt(row, many).map((other) => [single, other] as const);
    });
  return [
    ...pairs('aws_iam_user_group_membership', 'user', 'groups').map(([user, group]) => ({ user, group })),
    ...pairs('aws_iam_group_membership', 'group', 'users').map(([group, user]) => ({ user, group })),
  ];
}
