// Resource policies, trust policies, endpoints and organizations in Terraform: each belongs to what its resource names.
import { describe, expect, it } from 'vitest';
import { decisions, home, policy, read, statement, type Asked } from './stacks.ts';
import { stateOf } from './terraform-documents.ts';

const text = (...statements: readonly object[]): string => JSON.stringify(policy(...statements));
const deny = text(statement('Deny', 's3:*'));
const open = { Principal: '*' };
type Case = readonly [rule: string, document: unknown, expected: object, asked?: Asked];

const queue = `arn:aws:sqs:eu-west-1:${home}:jobs`;
const key = `arn:aws:kms:eu-west-1:${home}:key/0a1b`;
const denyAll = (action: string) => text(statement('Deny', action, '*', open));
const resources: readonly Case[] = [
  [
    'a bucket policy',
    stateOf({ at: 'aws_s3_bucket_policy.p', values: { bucket: 'reports', policy: denyAll('s3:*') } }),
    { resource: 'explicitDeny' },
  ],
  [
    'a bucket in a module of several',
    stateOf({
      at: 'module.inner["x"].aws_s3_bucket_policy.p',
      values: { bucket: 'reports', policy: denyAll('s3:*') },
    }),
    { resource: 'explicitDeny' },
  ],
  [
    'another bucket',
    stateOf({ at: 'aws_s3_bucket_policy.p', values: { bucket: 'report', policy: denyAll('s3:*') } }),
    {},
  ],
  [
    'a queue by its address',
    stateOf({
      at: 'aws_sqs_queue_policy.p',
      values: { queue_url: `https://sqs.eu-west-1.amazonaws.com/${home}/jobs`, policy: denyAll('sqs:*') },
    }),
    { resource: 'explicitDeny' },
    { action: 'sqs:SendMessage', resource: queue },
  ],
  [
    'a topic',
    stateOf({ at: 'aws_sns_topic.t', values: { arn: `arn:aws:sns:eu-west-1:${home}:news`, policy: denyAll('sns:*') } }),
    { resource: 'explicitDeny' },
    { action: 'sns:Publish', resource: `arn:aws:sns:eu-west-1:${home}:news` },
  ],
  [
    'a key by its id',
    stateOf({ at: 'aws_kms_key_policy.k', values: { key_id: '0a1b', policy: denyAll('kms:*') } }),
    { resource: 'explicitDeny' },
    { action: 'kms:Decrypt', resource: key },
  ],
  [
    'a secret',
    stateOf({
      at: 'aws_secretsmanager_secret_policy.s',
      values: {
        secret_arn: `arn:aws:secretsmanager:eu-west-1:${home}:secret:db-AbCdEf`,
        policy: denyAll('secretsmanager:*'),
      },
    }),
    { resource: 'explicitDeny' },
    { action: 'secretsmanager:GetSecretValue', resource: `arn:aws:secretsmanager:eu-west-1:${home}:secret:db-AbCdEf` },
  ],
  [
    'a repository',
    stateOf({ at: 'aws_ecr_repository_policy.r', values: { repository: 'team/app', policy: denyAll('ecr:*') } }),
    { resource: 'explicitDeny' },
    { action: 'ecr:BatchGetImage', resource: `arn:aws:ecr:eu-west-1:${home}:repository/team/app` },
  ],
  [
    'a function: other permissions may stand beside',
    stateOf({
      at: 'aws_lambda_permission.l',
      values: { function_name: 'f', action: 'lambda:InvokeFunction', principal: 's3.amazonaws.com', statement_id: 'x' },
    }),
    {},
    { action: 'lambda:InvokeFunction', resource: `arn:aws:lambda:eu-west-1:${home}:function:f` },
  ],
  [
    'a trust policy',
    stateOf({
      at: 'aws_iam_role.t',
      values: { name: 't', assume_role_policy: text({ Effect: 'Deny', Principal: '*', Action: 'sts:AssumeRole' }) },
    }),
    { trust: 'explicitDeny' },
    { action: 'sts:AssumeRole', resource: `arn:aws:iam::${home}:role/t` },
  ],
  [
    'an endpoint, where the request came through it',
    stateOf({ at: 'aws_vpc_endpoint.e', values: { id: 'vpce-0a1', policy: denyAll('s3:*') } }),
    { vpcEndpoint: 'explicitDeny' },
    { context: { 'aws:SourceVpce': 'vpce-0a1' } },
  ],
  [
    'an SCP on the account',
    stateOf(
      { at: 'aws_organizations_policy.s', values: { id: 'p-1', type: 'SERVICE_CONTROL_POLICY', content: deny } },
      { at: 'aws_organizations_policy_attachment.a', values: { policy_id: 'p-1', target_id: home } },
    ),
    { scp: 'explicitDeny' },
  ],
  [
    'an SCP on another account',
    stateOf(
      { at: 'aws_organizations_policy.s', values: { id: 'p-1', content: deny } },
      { at: 'aws_organizations_policy_attachment.a', values: { policy_id: 'p-1', target_id: '444455556666' } },
    ),
    {},
  ],
  [
    'an SCP on a unit above the account',
    stateOf(
      { at: 'aws_organizations_policy.s', values: { id: 'p-1', content: deny } },
      { at: 'aws_organizations_policy_attachment.a', values: { policy_id: 'p-1', target_id: 'ou-1' } },
      { at: 'aws_organizations_account.h', values: { id: home, parent_id: 'ou-1' } },
    ),
    { scp: 'explicitDeny' },
  ],
];

describe('other policies in Terraform', () =>
  it.each(resources.map(([rule, ...row]) => ({ rule, row })))(
    '$rule',
    async ({ row: [document, expected, asked = {}] }) =>
      expect(decisions([await read(document)], asked)).toMatchObject(expected),
  ));
