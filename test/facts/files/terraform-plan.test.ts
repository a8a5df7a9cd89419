// Of a plan of Terraform's counts what was in force before it: what it changes has refused and allowed nothing yet.
import { describe, expect, it } from 'vitest';
import { decisions, home, policy, read, statement, type Asked } from './stacks.ts';
import { planOf, type Made, type Planned } from './terraform-documents.ts';

const text = (...statements: readonly object[]): string => JSON.stringify(policy(...statements));
const deny = text(statement('Deny', 's3:*'));
const allow = text(statement('Allow', 's3:*'));
const denyAll = text(statement('Deny', 's3:*', '*', { Principal: '*' }));
const allowAll = text(statement('Allow', 's3:*', '*', { Principal: '*' }));

const role: Made = { at: 'aws_iam_role.app', values: { name: 'app', path: '/', permissions_boundary: null } };
const inline = (document: string): Made => ({
  at: 'module.inner["x"].aws_iam_role_policy.p',
  values: { role: 'app', policy: document },
});
const onBucket = (document: string): Made => ({
  at: 'aws_s3_bucket_policy.p',
  values: { bucket: 'reports', policy: document },
});
const kept = (made: Made): Planned => ({ ...made, actions: ['no-op'], before: made.values });
const made = (after: Made): Planned => ({ ...after, actions: ['create'], before: null });
const changed = (before: Made, after: Made, actions = ['update']): Planned => ({
  ...after,
  actions,
  before: before.values,
});
const removed = (before: Made): Planned => ({ ...before, actions: ['delete'], before: before.values });
const replaced = ['delete', 'create'];
const boundary = `arn:aws:iam::${home}:policy/c`;
const bounded: Made = { ...role, values: { ...role.values, permissions_boundary: boundary } };
const boundaryPolicy: Made = { at: 'aws_iam_policy.c', values: { name: 'c', arn: boundary, policy: deny } };
const control = (document: string): Made => ({
  at: 'aws_organizations_policy.s',
  values: { id: 'p', content: document },
});
const attached: Made = {
  at: 'aws_organizations_policy_attachment.a',
  values: { policy_id: 'p', target_id: home },
};

const session = { session: undefined };
const noBoundary = { ...session, permissionsBoundary: 'notApplicable' };
const trusting = (effect: string): Made => ({
  ...role,
  values: { ...role.values, assume_role_policy: text({ Effect: effect, Principal: '*', Action: 'sts:AssumeRole' }) },
});
const assume: Asked = {
  principal: `arn:aws:iam::${home}:user/ana`,
  action: 'sts:AssumeRole',
  resource: `arn:aws:iam::${home}:role/app`,
};

type Case = readonly [rule: string, plan: unknown, expected: object, asked?: Asked];
const known: readonly Case[] = [
  ['a planned Deny refuses nothing', planOf([kept(role), made(inline(deny))]), noBoundary],
  ['nor where the state before is there', planOf([kept(role), made(inline(deny))], [role]), noBoundary],
  ['nor where it takes the place of an Allow', planOf([kept(role), changed(inline(allow), inline(deny))]), noBoundary],
  ['a Deny that stays', planOf([kept(role), kept(inline(deny))]), { ...noBoundary, identity: 'explicitDeny' }],
  [
    'a Deny that goes is in force still',
    planOf([kept(role), changed(inline(deny), inline(allow))], [role, inline(deny)]),
    { ...noBoundary, identity: 'explicitDeny' },
  ],
  ['by the change alone too', planOf([kept(role), removed(inline(deny))]), { ...noBoundary, identity: 'explicitDeny' }],
  [
    'as does one that is replaced',
    planOf([kept(role), changed(inline(deny), inline(allow), replaced)]),
    { ...noBoundary, identity: 'explicitDeny' },
  ],
  ['a role that is made has no boundary known', planOf([made(role), made(inline(deny))]), session],
  [
    'a planned boundary is none yet',
    planOf([changed(role, bounded), made(boundaryPolicy)], [role]),
    { ...session, permissionsBoundary: 'notApplicable' },
  ],
  [
    'a boundary that is taken away',
    planOf([changed(bounded, role), kept(boundaryPolicy)], [bounded, boundaryPolicy]),
    { ...session, permissionsBoundary: 'explicitDeny' },
  ],
  ['a bucket policy that is made: what stands there is not known', planOf([made(onBucket(denyAll))]), session],
  ['a bucket policy changed without its past', planOf([{ ...onBucket(denyAll), actions: ['update'] }]), session],
  ['a resource that no change is listed for', { ...planOf([kept(onBucket(denyAll))]), resource_changes: [] }, session],
  [
    'a bucket policy before its change',
    planOf([changed(onBucket(denyAll), onBucket(allowAll))]),
    { ...session, resource: 'explicitDeny' },
  ],
  [
    'an Allow before a planned Deny',
    planOf([changed(onBucket(allowAll), onBucket(denyAll))], [onBucket(allowAll)]),
    { ...session, resource: 'allowed' },
  ],
  ['a planned control policy', planOf([changed(control(allow), control(deny)), kept(attached)]), session],
  ['a planned trust policy', planOf([made(trusting('Deny'))]), { session: 'notApplicable' }, assume],
  [
    'a trust policy before its change',
    planOf([changed(trusting('Deny'), trusting('Allow'))]),
    { session: 'notApplicable', trust: 'explicitDeny' },
    assume,
  ],
];

describe('what a plan of Terraform changes', () =>
  it.each(known.map(([rule, ...row]) => ({ rule, row })))('$rule', async ({ row: [plan, expected, asked = {}] }) =>
    expect(decisions([await read(plan)], asked)).toEqual(expected),
  ));

const lines: readonly (readonly [rule: string, plan: unknown, gaps: readonly object[]])[] = [
  ['nothing changes', planOf([kept(role)]), []],
  ['one change', planOf([changed(role, bounded)]), [{ code: 'planned', place: 'aws_iam_role.app' }]],
  ['several', planOf([made(role), made(onBucket(deny))]), [{ code: 'planned', place: 'aws_iam_role.app and 1 more' }]],
  ['what has no part in access', planOf([made({ at: 'aws_cloudwatch_metric_alarm.m', values: {} })]), []],
];

describe('one line names the planned changes', () =>
  it.each(lines)('%s', async (_, plan, gaps) => expect((await read(plan)).gaps).toEqual(gaps)));

it('marks a policy that the plan changes as it was before', async () => {
  const { accounts } = await read(planOf([changed(onBucket(denyAll), onBucket(allowAll))]), 'plan.json');
  expect(accounts?.[0]?.resources?.[0]?.policies[0]?.name).toBe(
    'aws_s3_bucket_policy.p (plan.json, before the planned change)',
  );
});
