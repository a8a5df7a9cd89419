// Policies at hand become decisions per layer and near misses, and nothing the request leaves open is decided.
import { describe, expect, it } from 'vitest';
import { deriveFacts } from '../../src/facts/derive.ts';
import { mergeFacts } from '../../src/facts/known.ts';
import { decideWith } from '../../src/facts/policies/decide.ts';
import type { Fact, FactValue } from '../../src/model/fact.ts';
import type { AuthorizationRequest, PolicySet } from '../../src/model/policy.ts';

const user = 'arn:aws:iam::111122223333:user/ci';
const deploy = 'arn:aws:iam::444455556666:role/Deploy';
const app = 'arn:aws:iam::111122223333:role/App';
type World = Readonly<Record<string, FactValue>>;

const known = (world: World): ReadonlyMap<string, Fact> => {
  const facts = Object.entries(world).map(([name, value]): Fact => ({
    name,
    status: 'present',
    value,
    source: { origin: 'error', grade: 'stated' },
  }));
  return mergeFacts(facts, deriveFacts(mergeFacts(facts).facts)).facts;
};
const statement = (rest: object) => ({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...rest }] });
const policy = (rest: object) => [{ name: 'p', policy: statement(rest) }];

const assume: World = { 'error.action': 'sts:AssumeRole', 'error.principal': user, 'error.resource': deploy };
const read: World = { 'error.action': 's3:GetObject', 'error.principal': user, 'error.resource': 'arn:aws:s3:::b/k' };
const pass: World = { 'error.action': 'iam:PassRole', 'error.principal': user, 'error.resource': app };
const describeCall: World = { 'error.action': 'ec2:DescribeInstances', 'error.principal': user };
const assumeAny = policy({ Action: 'sts:AssumeRole', Resource: '*' });
const assumeAnybody = policy({ Action: 'sts:AssumeRole', Principal: '*' });
const denyAny = policy({ Effect: 'Deny', Action: 'sts:AssumeRole', Resource: '*' });
const denyUnder = (Condition: object) => policy({ Effect: 'Deny', Action: 's3:*', Resource: '*', Condition });
const names = (arn: string) => policy({ Action: 's3:*', Resource: '*', Principal: { AWS: arn } });
const condition = (key: string) => ({ Condition: { StringEquals: { [key]: 'x' } } });

type Row = readonly [
  rule: string,
  world: World,
  policies: PolicySet,
  facts: World,
  request?: Partial<AuthorizationRequest>,
];
const rows: readonly Row[] = [
  [
    'a trust policy that names another role does not let the user in',
    assume,
    { identity: assumeAny, resource: policy({ Action: 'sts:AssumeRole', Principal: { AWS: app } }) },
    { 'decision.trust': 'implicitDeny', 'decision.identity': 'allowed', 'trust.namesCaller': false },
  ],
  [
    'a Deny that covers the request is found on both sides',
    assume,
    { identity: denyAny, resource: policy({ Effect: 'Deny', Action: 'sts:*', Principal: '*' }) },
    { 'identity.deniesRequest': true, 'trust.deniesRequest': true, 'deny.conditionKeys': [] },
  ],
  [
    'the condition keys of a Deny are named as AWS writes them',
    read,
    {
      identity: denyUnder({ BoolIfExists: { 'aws:multifactorauthpresent': 'false' } }),
      scps: [denyUnder({ Null: { 'aws:RequestTag/Team': 'true' } })],
    },
    { 'deny.conditionKeys': ['aws:RequestTag/Team', 'aws:MultiFactorAuthPresent'], 'deny.forAllKeys': [] },
    { context: {} },
  ],
  [
    'a Deny of another action does not',
    assume,
    { identity: policy({ Effect: 'Deny', Action: 's3:*', Resource: '*' }), resource: assumeAnybody },
    { 'identity.deniesRequest': false, 'trust.deniesRequest': false },
  ],
  [
    'a trust policy that names the account does, and says so',
    assume,
    { identity: assumeAny, resource: policy({ Action: 'sts:AssumeRole', Principal: { AWS: '111122223333' } }) },
    {
      'decision.trust': 'allowed',
      'trust.namesAccount': true,
      'trust.namesCaller': false,
      'trust.meetsConditions': true,
    },
  ],
  [
    'a key the action does not support is never in the request',
    assume,
    { identity: policy({ Action: 'sts:*', Resource: '*', ...condition('iam:PassedToService') }) },
    { 'decision.identity': 'implicitDeny', 'identity.unsupportedKeys': ['iam:PassedToService'] },
  ],
  [
    'a supported key of an unknown request leaves the layer open',
    assume,
    { identity: policy({ Action: 'sts:*', Resource: '*', ...condition('sts:ExternalId') }) },
    { 'identity.namesAction': true, 'identity.unsupportedKeys': [] },
  ],
  [
    'a stated context is complete',
    assume,
    { identity: policy({ Action: 'sts:*', Resource: '*', ...condition('sts:ExternalId') }) },
    { 'identity.meetsConditions': false, 'identity.unmetKeys': ['sts:ExternalId'] },
    { context: {} },
  ],
  [
    'an Allow on an ARN never covers an action without resource types',
    describeCall,
    { identity: policy({ Action: 'ec2:*', Resource: 'arn:aws:ec2:us-east-1:111122223333:instance/*' }) },
    { 'decision.identity': 'implicitDeny', 'identity.namesAction': true, 'identity.coversResource': false },
  ],
  [
    'handing over a role is decided for that role',
    pass,
    { identity: policy({ Action: 'iam:PassRole', Resource: app }) },
    { 'decision.identity': 'allowed', 'identity.allowsPassRole': true },
  ],
  [
    'an unread set is not decided',
    read,
    { identity: policy({ Action: 's3:*', Resource: '*' }), unknown: { policies: ['scp', 'resource'] } },
    { 'decision.identity': 'allowed', 'decision.permissionsBoundary': 'notApplicable' },
  ],
  [
    'a Deny by ForAllValues covers a request without the key, and says so',
    read,
    {
      scps: [
        denyUnder({
          'ForAllValues:StringNotEquals': { 'aws:principalorgpaths': 'o-1/*' },
          Null: { 'aws:SourceIp': 'true' },
        }),
      ],
    },
    { 'deny.conditionKeys': ['aws:PrincipalOrgPaths', 'aws:SourceIp'], 'deny.forAllKeys': ['aws:PrincipalOrgPaths'] },
    { context: {} },
  ],
  [
    'set operators on a key with one value, and none on a key with several',
    read,
    {
      identity: policy({
        Action: 's3:*',
        Resource: '*',
        Condition: {
          'ForAnyValue:StringNotEquals': { 'aws:SourceVpce': 'vpce-1' },
          StringEquals: { 'aws:PrincipalOrgPaths': 'o-1/*' },
        },
      }),
    },
    { 'identity.setOperatorKeys': ['aws:SourceVpce'], 'identity.plainOperatorKeys': ['aws:PrincipalOrgPaths'] },
    { context: {} },
  ],
  [
    'a resource policy that names a deleted role',
    { ...read, 'target.accountId': '444455556666' },
    { identity: policy({ Action: 's3:*', Resource: '*' }), resource: names('AROAEXAMPLEEXAMPLE123') },
    { 'decision.resource': 'implicitDeny', 'resource.principalForm': 'deletedId' },
  ],
  [
    'a resource policy that names the user in another case',
    { ...read, 'target.accountId': '444455556666' },
    {
      resource: [...names('AROAEXAMPLEEXAMPLE123'), ...names(user.toUpperCase().replace('ARN:AWS:IAM', 'arn:aws:iam'))],
    },
    { 'resource.principalForm': 'otherCase' },
  ],
  [
    'a resource policy that names somebody else',
    { ...read, 'target.accountId': '444455556666' },
    { resource: names(deploy) },
    { 'resource.principalForm': 'notNamed' },
  ],
  ['a resource policy that names the caller', read, { resource: names(user) }, { 'resource.principalForm': 'named' }],
];

const deniesUnderKey: Row = [
  'a Deny under a condition of an unknown request',
  assume,
  { identity: policy({ Effect: 'Deny', Action: 'sts:*', Resource: '*', ...condition('sts:ExternalId') }) },
  {},
];

const decided = ([, world, policies, , request]: Row) => {
  const { facts } = decideWith({ policies, ...(request === undefined ? {} : { request }) }, known(world));
  return Object.fromEntries(facts.map(({ name, value }) => [name, value]));
};

describe('layers and near misses', () => {
  it.each(rows.map((row) => ({ rule: row[0], row })))('$rule', ({ row }) => expect(decided(row)).toMatchObject(row[3]));
  it.each([
    ['decision.identity', rows[6]],
    ['identity.unmetKeys', rows[6]],
    ['identity.deniesRequest', deniesUnderKey],
    ['resource.principalForm', rows[10]],
    ['decision.scp', rows[10]],
    ['decision.resource', rows[10]],
  ] as const)('%s stays open where it cannot be told', (name, row) =>
    expect(row === undefined ? {} : decided(row)).not.toHaveProperty(name),
  );
});

it('another request of the same caller is decided on demand', () => {
  const { decide } = decideWith(
    { policies: { identity: policy({ Action: 'iam:PassRole', Resource: app }) } },
    known(read),
  );
  expect(decide('decision.identity', { action: 'iam:PassRole', resource: app })).toBe('allowed');
  expect(decide('decision.identity', { action: 'iam:PassRole', resource: deploy })).toBe('implicitDeny');
});

it('without a caller there is no request to evaluate', () =>
  expect(decideWith({ policies: {} }, known({ 'error.action': 's3:GetObject' })).facts).toEqual([]));
