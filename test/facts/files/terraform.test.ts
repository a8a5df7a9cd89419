// A state of Terraform's tells of the policies in it: what stands elsewhere stays unknown.
import { describe, expect, it } from 'vitest';
import { stateFileOf, stateOf, type Made } from './terraform-documents.ts';
import { decisions, home, policy, read, statement, type Asked } from './stacks.ts';

const text = (...statements: readonly object[]): string => JSON.stringify(policy(...statements));
const deny = text(statement('Deny', 's3:*'));
const allow = text(statement('Allow', 's3:*'));

const role: Made = { at: 'aws_iam_role.app', values: { name: 'app', path: '/', permissions_boundary: null } };
const inline = (at: string, document: string): Made => ({ at, values: { role: 'app', policy: document } });
const user = `arn:aws:iam::${home}:user/eng/ana`;

type Case = readonly [rule: string, document: unknown, expected: object, asked?: Asked];
const identities: readonly Case[] = [
  [
    'a Deny in a role policy is found',
    stateOf(role, inline('aws_iam_role_policy.p', deny)),
    { identity: 'explicitDeny' },
  ],
  ['in a state file too', stateFileOf(role, inline('aws_iam_role_policy.p', deny)), { identity: 'explicitDeny' }],
  ['in a module', stateOf(role, inline('module.inner.aws_iam_role_policy.p', deny)), { identity: 'explicitDeny' }],
  [
    'an Allow settles nothing: more may be attached elsewhere',
    stateOf(role, inline('aws_iam_role_policy.p', allow)),
    {},
  ],
  ['nor does a role without any', stateOf(role), { permissionsBoundary: 'notApplicable' }],
  [
    'a role that the file only adds to',
    stateOf(inline('aws_iam_role_policy.p', deny)),
    { identity: 'explicitDeny', permissionsBoundary: undefined },
  ],
  [
    'a managed policy by ARN',
    stateOf(
      role,
      { at: 'aws_iam_policy.m', values: { name: 'm', arn: `arn:aws:iam::${home}:policy/m`, policy: deny } },
      { at: 'aws_iam_role_policy_attachment.a', values: { role: 'app', policy_arn: `arn:aws:iam::${home}:policy/m` } },
    ),
    { identity: 'explicitDeny' },
  ],
  [
    'a boundary by ARN',
    stateOf(
      { ...role, values: { name: 'app', permissions_boundary: `arn:aws:iam::${home}:policy/c` } },
      { at: 'aws_iam_policy.c', values: { name: 'c', arn: `arn:aws:iam::${home}:policy/c`, policy: deny } },
    ),
    { permissionsBoundary: 'explicitDeny' },
  ],
  [
    'a boundary that stands elsewhere',
    stateOf({ ...role, values: { name: 'app', permissions_boundary: `arn:aws:iam::${home}:policy/c` } }),
    { permissionsBoundary: undefined },
  ],
  [
    "a user's group",
    stateOf(
      { at: 'aws_iam_user.ana', values: { name: 'ana', path: '/eng/', arn: user } },
      { at: 'aws_iam_group.devs', values: { name: 'devs' } },
      { at: 'aws_iam_group_policy.g', values: { group: 'devs', policy: deny } },
      { at: 'aws_iam_user_group_membership.m', values: { user: 'ana', groups: ['devs'] } },
    ),
    { identity: 'explicitDeny' },
    { principal: user },
  ],
  [
    'another role is nobody of this file',
    stateOf(role, inline('aws_iam_role_policy.p', deny)),
    { permissionsBoundary: undefined },
    { principal: `arn:aws:iam::${home}:role/other` },
  ],
];

const namedLayers = (layers: Readonly<Record<string, unknown>>) => ({ ...layers, session: undefined });

describe('identity policies in Terraform', () =>
  it.each(identities.map(([rule, ...row]) => ({ rule, row })))(
    '$rule',
    async ({ row: [document, expected, asked = {}] }) =>
      expect(namedLayers(decisions([await read(document)], asked))).toEqual({
        permissionsBoundary: 'notApplicable',
        ...expected,
      }),
  ));

const gaps: readonly (readonly [rule: string, document: unknown, gap: object])[] = [
  [
    'a broken policy',
    stateOf(inline('aws_iam_role_policy.p', '{"Statement"')),
    { code: 'not-json', place: 'aws_iam_role_policy.p' },
  ],
  [
    'a target nobody can tell',
    stateOf({ at: 'aws_s3_bucket_policy.p', values: { policy: allow } }),
    { code: 'target-unknown', place: 'aws_s3_bucket_policy.p' },
  ],
  [
    'a unit that is nowhere',
    stateOf(
      { at: 'aws_organizations_policy.s', values: { id: 'p-1', content: deny } },
      { at: 'aws_organizations_policy_attachment.a', values: { policy_id: 'p-1', target_id: 'ou-1' } },
    ),
    { code: 'level-unknown', detail: 'ou-1' },
  ],
];

describe('what stays unknown is named', () =>
  it.each(gaps)('%s', async (_, document, gap) =>
    expect((await read(document)).gaps).toEqual([expect.objectContaining(gap)]),
  ));

it('nests no deeper than a document can', async () => {
  const nested = `{"terraform_version":"1","values":{"root_module":${'{"child_modules":['.repeat(5000)}${']}'.repeat(5000)}}}`;
  await expect(read(nested)).rejects.toThrow(/levels deep/);
});
