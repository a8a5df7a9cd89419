// Turns the IAM resources of a template into the users, groups, roles, policies and attachments they stand for.
import { memberOf } from '../given-file.ts';
import type { Attachment, Inventory, ListedEntity, ListedPolicy, Membership } from '../inventory.ts';
import { arnOf, pathed } from '../named-arns.ts';
import { documentAt, keyOf, labelOf, listAt, ofType, propertyOf, type Desk, type TemplateResource } from './desk.ts';
import { namedIn, textFrom } from './intrinsics.ts';
import { attachingTypes, entityRows, type EntityRow } from './rows.ts';

type Identities = Pick<Inventory, 'entities' | 'policies' | 'attachments' | 'memberships'>;

export function identitiesIn(desk: Desk): Identities {
  return {
    entities: Object.entries(entityRows).flatMap(([type, row]) =>
      ofType(desk, type).map((resource) => entityOf(desk, resource, row)),
    ),
    policies: ofType(desk, 'AWS::IAM::ManagedPolicy').flatMap((resource) => policyOf(desk, resource)),
    attachments: Object.keys(attachingTypes).flatMap((type) =>
      ofType(desk, type).flatMap((resource) => attachmentsOf(desk, resource)),
    ),
    memberships: ofType(desk, 'AWS::IAM::UserToGroupAddition').flatMap((resource) => membershipsOf(desk, resource)),
  };
}

const keysIn = (desk: Desk, resource: TemplateResource, name: string): readonly string[] =>
  listAt(resource, name).flatMap((value) => keyOf(desk, `${resource.id}.${name}`, value) ?? []);

function entityOf(desk: Desk, resource: TemplateResource, { kind, name: property }: EntityRow): ListedEntity {
  const { id } = resource;
  const name = textFrom(propertyOf(resource, property), desk.template);
  const path = textFrom(propertyOf(resource, 'Path'), desk.template);
  const arn = name === undefined ? undefined : arnOf[kind](pathed(path, name));
  const document = propertyOf(resource, 'AssumeRolePolicyDocument');
  const trust = document === undefined ? undefined : documentAt(desk, resource, document, 'trust policy');
  const boundary = propertyOf(resource, 'PermissionsBoundary');
  const key = boundary === undefined ? undefined : keyOf(desk, `${id}.PermissionsBoundary`, boundary);
  return {
    kind,
    keys: [id, ...(arn === undefined ? [] : [arn]), ...(name === undefined ? [] : [name])],
    ...(arn === undefined ? { generated: { from: id, kind } } : { arn }),
    inline: listAt(resource, 'Policies').flatMap((policy) => inlineOf(desk, resource, policy)),
    attached: keysIn(desk, resource, 'ManagedPolicyArns'),
    groups: keysIn(desk, resource, 'Groups'),
    ...(key === undefined ? {} : { boundary: key }),
    ...(trust === undefined ? {} : { trust }),
    isOpen: true,
  };
}

function inlineOf(desk: Desk, resource: TemplateResource, policy: unknown) {
  const name = memberOf(policy, 'PolicyName');
  return documentAt(desk, resource, memberOf(policy, 'PolicyDocument'), typeof name === 'string' ? name : '') ?? [];
}

function policyOf(desk: Desk, resource: TemplateResource): readonly ListedPolicy[] {
  const document = documentAt(desk, resource, propertyOf(resource, 'PolicyDocument'), '');
  const arn = namedIn(resource.id, desk.template)?.arn;
  return document === undefined ? [] : [{ keys: [resource.id, ...(arn === undefined ? [] : [arn])], document }];
}

function attachmentsOf(desk: Desk, resource: TemplateResource): readonly Attachment[] {
  const isManaged = resource.type === 'AWS::IAM::ManagedPolicy';
  const document = isManaged ? undefined : documentAt(desk, resource, propertyOf(resource, 'PolicyDocument'), '');
  const policy = isManaged ? resource.id : document && { ...document, name: labelOf(desk, resource) };
  return Object.entries(attachingTypes[resource.type] ?? {}).flatMap(([property, kind]) =>
    policy === undefined ? [] : keysIn(desk, resource, property).map((to) => ({ policy, kind, to })),
  );
}

function membershipsOf(desk: Desk, resource: TemplateResource): readonly Membership[] {
  const group = keyOf(desk, `${resource.id}.GroupName`, propertyOf(resource, 'GroupName'));
  return group === undefined ? [] : keysIn(desk, resource, 'Users').map((user) => ({ user, group }));
}
