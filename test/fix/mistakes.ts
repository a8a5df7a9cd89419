// Mistakes in policies and the change each calls for, as data: the first change of every step, its owner, its proof, parts of its document.
/* eslint max-lines: off */
import type { AuthorizationRequest, PolicySet } from '../../src/model/policy.ts';
import { account, allow, asked, deny, everything, policies, role } from './held.ts';

export interface Row {
  readonly rule: string;
  readonly request: AuthorizationRequest;
  readonly set: PolicySet;
  /** The first change of each step, in order. */
  readonly first: readonly string[];
  readonly owner?: string;
  readonly state?: string;
  /** Parts of the first change's document, in JSON without spaces. */
  readonly says?: readonly string[];
}

export const object = 'arn:aws:s3:::reports/may.csv';
export const get = asked('s3:GetObject', object);
const key = `arn:aws:kms:eu-west-1:${account}:key/1`;
export const deploy = `arn:aws:iam::${account}:role/Deploy`;
export const user = `arn:aws:iam::${account}:user/ci`;
export const assume = asked('sts:AssumeRole', deploy, { principal: user });
const mfa = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };
const noMfa = { Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } } };
export const trust = (Principal: unknown, rest: object = {}) => [
  {
    name: 'trust',
    policy: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole', ...rest }] },
  },
];
const instances = asked('ec2:DescribeInstances', '*');
const logs = asked('logs:PutLogEvents', `arn:aws:logs:eu-west-1:${account}:log-group:app:log-stream:a`);
const keyRoot = { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: 'kms:*', Resource: '*' };
const keyPolicy = (...statements: readonly object[]) => [
  { name: 'key', policy: { Version: '2012-10-17', Statement: statements } },
];

export const grants: readonly Row[] = [
  {
    rule: 'an action is added where its resource is named',
    request: get,
    set: { identity: policies(allow('s3:PutObject', object)) },
    first: ['add-action'],
    says: ['["s3:PutObject","s3:GetObject"]'],
  },
  {
    rule: 'nothing close: a statement of its own',
    request: get,
    set: { identity: policies(allow('sqs:*')) },
    first: ['add-statement'],
    says: [`"Resource":"${object}"`],
  },
  { rule: 'no document: one of its own', request: get, set: { identity: [] }, first: ['add-document'] },
  {
    rule: 'bucket for object',
    request: get,
    set: { identity: policies(allow('s3:GetObject', 'arn:aws:s3:::reports')) },
    first: ['correct-resource'],
    says: ['"arn:aws:s3:::reports/*"'],
  },
  {
    rule: 'object for bucket',
    request: asked('s3:ListBucket', 'arn:aws:s3:::reports'),
    set: { identity: policies(allow('s3:ListBucket', 'arn:aws:s3:::reports/*')) },
    first: ['correct-resource'],
    says: ['"Resource":"arn:aws:s3:::reports"'],
  },
  {
    rule: 'a log group without its streams',
    request: logs,
    set: { identity: policies(allow('logs:PutLogEvents', `arn:aws:logs:eu-west-1:${account}:log-group:app`)) },
    first: ['correct-resource'],
    says: ['log-group:app:*"'],
  },
  {
    rule: 'a missing account',
    request: asked('sqs:SendMessage', `arn:aws:sqs:eu-west-1:${account}:q`),
    set: { identity: policies(allow('sqs:SendMessage', 'arn:aws:sqs:eu-west-1::q')) },
    first: ['correct-resource'],
    says: [`eu-west-1:${account}:q`],
  },
  {
    rule: 'an instance profile for a role',
    request: asked('iam:PassRole', deploy),
    set: { identity: policies(allow('iam:PassRole', `arn:aws:iam::${account}:instance-profile/Deploy`)) },
    first: ['correct-resource'],
    says: [`"Resource":"${deploy}"`],
  },
  {
    rule: 'the trap of the article: the action leaves the statement, the rest is not widened',
    request: instances,
    set: {
      identity: policies(allow(['ec2:StartInstances', 'ec2:DescribeInstances'], `arn:aws:ec2:*:${account}:instance/*`)),
    },
    first: ['split-statement'],
    says: ['"Action":"ec2:StartInstances","Resource":"arn:aws:ec2', '"Action":"ec2:DescribeInstances","Resource":"*"'],
  },
  {
    rule: 'a pattern of actions is left alone beside a statement for the one that needs a star',
    request: instances,
    set: { identity: policies(allow('ec2:*', `arn:aws:ec2:*:${account}:instance/*`)) },
    first: ['add-statement'],
    says: ['"Action":"ec2:*","Resource":"arn:aws:ec2'],
  },
  {
    rule: 'an unmet condition is met, not dropped',
    request: get,
    set: { identity: policies(allow('s3:GetObject', object, mfa)) },
    first: ['meet-condition'],
    owner: 'you',
  },
  {
    rule: 'a boundary',
    request: get,
    set: { identity: everything, boundary: policies(allow('sqs:*')) },
    first: ['add-statement'],
    owner: 'iam-admin',
  },
  {
    rule: 'a session policy',
    request: get,
    set: { identity: everything, session: policies(allow('sqs:*')) },
    first: ['add-statement'],
    owner: 'you',
  },
  {
    rule: 'an endpoint policy',
    request: get,
    set: {
      identity: everything,
      vpcEndpoint: [
        { name: 'e', policy: { Version: '2012-10-17', Statement: [{ ...allow('s3:PutObject'), Principal: '*' }] } },
      ],
    },
    first: ['add-statement'],
    owner: 'network-owner',
    says: ['"aws:PrincipalArn"'],
  },
  {
    rule: 'a level of control policies without an Allow',
    request: get,
    set: { identity: everything, scps: [everything, policies(allow('sqs:*'))] },
    first: ['add-statement'],
    owner: 'org-admin',
  },
  {
    rule: 'a trust policy gains the caller',
    request: assume,
    set: { identity: policies(allow('sts:AssumeRole')), resource: trust({ AWS: role }) },
    first: ['add-principal'],
    says: [`["${role}","${user}"]`],
  },
  {
    rule: 'an id left of a deleted user makes room',
    request: assume,
    set: { identity: [], resource: trust({ AWS: 'AIDAQ3EXAMPLE7ABCDEF2' }) },
    first: ['correct-principal'],
    says: [`{"AWS":"${user}"}`],
  },
  {
    rule: 'a dead id makes room, and a user of the same name in another account keeps its place',
    request: assume,
    set: {
      identity: [],
      resource: trust({ AWS: ['AIDAQ3EXAMPLE7ABCDEF2', user.replace(/\d{12}/, '999988887777')] }),
    },
    first: ['correct-principal'],
    says: [`"${user.replace(/\d{12}/, '999988887777')}"`],
  },
  {
    rule: 'a third party passes its external ID',
    request: assume,
    set: {
      identity: everything,
      resource: trust({ AWS: user }, { Condition: { StringEquals: { 'sts:ExternalId': 'x1' } } }),
    },
    first: ['meet-condition'],
    owner: 'you',
  },
  {
    rule: 'a key policy names the caller and keeps its delegation',
    request: asked('kms:Decrypt', key),
    set: {
      identity: policies(allow('kms:Decrypt', key)),
      resource: keyPolicy({ ...keyRoot, Principal: { AWS: user } }),
    },
    first: ['add-statement'],
    owner: 'key-admin',
    says: [`"AWS":"${user}"`, `"AWS":"${role}"`],
  },
  {
    rule: 'both sides of another account',
    request: asked('sqs:SendMessage', 'arn:aws:sqs:eu-west-1:444455556666:q', { resourceAccount: '444455556666' }),
    set: { identity: [], resource: [] },
    first: ['add-document', 'add-document'],
    owner: 'resource-owner',
  },
];

export const denials: readonly Row[] = [
  {
    rule: 'a request that can leave a Deny does',
    request: get,
    set: { identity: everything, scps: [[...everything, ...policies(deny('s3:*', '*', noMfa))]] },
    first: ['meet-condition'],
    owner: 'you',
  },
  {
    rule: 'a Region that is allowed',
    request: asked('sqs:SendMessage', `arn:aws:sqs:us-east-1:${account}:q`, {
      context: { 'aws:RequestedRegion': 'us-east-1' },
    }),
    set: {
      identity: [
        ...everything,
        ...policies(deny('*', '*', { Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1'] } } })),
      ],
    },
    first: ['meet-condition'],
  },
  {
    rule: 'over HTTPS',
    request: asked('s3:GetObject', object, { context: { 'aws:SecureTransport': 'false' } }),
    set: {
      identity: everything,
      resource: [
        {
          name: 'b',
          policy: {
            Version: '2012-10-17',
            Statement: [
              { ...deny('s3:*', '*', { Condition: { Bool: { 'aws:SecureTransport': 'false' } } }), Principal: '*' },
            ],
          },
        },
      ],
    },
    first: ['meet-condition'],
  },
  {
    rule: 'a bare Deny spares the caller for the one resource',
    request: get,
    set: { identity: everything, scps: [[...everything, ...policies(deny(['s3:GetObject', 's3:PutObject']))]] },
    first: ['narrow-deny'],
    owner: 'org-admin',
    says: ['"Action":"s3:PutObject","Resource":"*"', '"NotResource":', '"ArnNotEquals":{"aws:PrincipalArn":'],
  },
  {
    rule: 'an exception by ARN gains one',
    request: get,
    set: {
      identity: everything,
      boundary: [
        ...everything,
        ...policies(
          deny('s3:*', 'arn:aws:s3:::reports/*', { Condition: { ArnNotLike: { 'aws:PrincipalArn': user } } }),
        ),
      ],
    },
    first: ['narrow-deny'],
    says: [`["${user}","${role}"]`],
  },
  {
    rule: 'who the caller is cannot be made up',
    request: get,
    set: {
      identity: [
        ...everything,
        ...policies(deny('s3:*', '*', { Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' } } })),
      ],
    },
    first: ['narrow-deny'],
  },
  {
    rule: 'several layers: the outer guard first, and the plan as a whole',
    request: get,
    set: { identity: [], scps: [[...everything, ...policies(deny('s3:*'))]], boundary: policies(allow('sqs:*')) },
    first: ['narrow-deny', 'add-statement', 'add-document'],
    owner: 'org-admin',
  },
];

export const openings: readonly Row[] = [
  {
    rule: 'an unread layer keeps it from being proven',
    request: get,
    set: { identity: [], unknown: { policies: ['scp'] } },
    first: ['add-document'],
    state: 'provenForLayersRead',
  },
];
