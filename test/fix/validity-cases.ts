// Changes of policies, each with the codes of what is to be noted of it.
/* eslint max-lines: off */
import type { PolicyType } from '../../src/model/denial.ts';
import type { PolicySet } from '../../src/model/policy.ts';
import { account, allow, deny, documentOf, role } from './held.ts';

type Statement = Readonly<Record<string, unknown>>;

export interface Row {
  readonly says: string;
  readonly type: PolicyType;
  readonly statements: readonly Statement[];
  readonly before?: readonly Statement[];
  readonly name?: string;
  readonly policies?: PolicySet;
  readonly resource?: string;
  readonly action?: string;
  readonly codes: readonly string[];
  readonly version?: string;
}

export const bucket = 'arn:aws:s3:::reports';
export const read = allow('s3:GetObject', `${bucket}/*`);
const named = (statement: Statement): Statement => ({ ...statement, Principal: { AWS: role } });
const trusting = named({ Effect: 'Allow', Action: 'sts:AssumeRole' });
const queue = `arn:aws:sqs:eu-west-1:${account}:jobs`;
const key = `arn:aws:kms:eu-west-1:${account}:key/1`;
/** Statements of some 100 characters each. */
export const many = (count: number, make: Statement = read): readonly Statement[] =>
  Array.from({ length: count }, (_, at) => ({ ...make, Sid: `Statement${String(at).padStart(40, '0')}` }));
const when = (operator: string, name: string, value: string) => ({ Condition: { [operator]: { [name]: value } } });
export const managed = `arn:aws:iam::${account}:policy/team`;
export const grammar: readonly Row[] = [
  { says: 'a plain statement is in order', type: 'identity', statements: [read], codes: [] },
  {
    says: 'no Principal in an identity policy',
    type: 'identity',
    statements: [named(read)],
    codes: ['principal.not-allowed'],
  },
  { says: 'no Principal in an SCP', type: 'scp', statements: [named(read)], codes: ['principal.not-allowed'] },
  { says: 'a resource policy needs one', type: 'resource', statements: [read], codes: ['principal.missing'] },
  {
    says: 'NotPrincipal with Allow does nothing',
    type: 'resource',
    statements: [{ ...read, NotPrincipal: { AWS: role } }],
    codes: ['principal.not-principal-allow', 'principal.not-principal'],
  },
  {
    says: 'a trust policy names no resource',
    type: 'trust',
    action: 'sts:AssumeRole',
    resource: role,
    statements: [{ ...trusting, Resource: '*' }],
    codes: ['trust.resource'],
  },
  {
    says: 'a trust policy is about sts',
    type: 'trust',
    action: 'sts:AssumeRole',
    resource: role,
    statements: [named({ Effect: 'Allow', Action: ['sts:AssumeRole', 's3:GetObject'] })],
    codes: ['trust.action'],
  },
  {
    says: 'a trust policy in order',
    type: 'trust',
    action: 'sts:AssumeRole',
    resource: role,
    statements: [trusting],
    codes: [],
  },
  { says: 'an RCP only denies', type: 'rcp', statements: [{ ...read, Principal: '*' }], codes: ['rcp.allow'] },
  {
    says: 'an RCP is for everybody',
    type: 'rcp',
    statements: [{ ...deny('s3:GetObject'), Principal: { AWS: role } }],
    codes: ['rcp.principal'],
  },
  {
    says: 'an RCP has no NotAction',
    type: 'rcp',
    statements: [{ Effect: 'Deny', Principal: '*', NotAction: 's3:*', Resource: '*' }],
    codes: ['rcp.not-action'],
  },
  {
    says: 'an RCP names a service that is bound',
    type: 'rcp',
    statements: [{ ...deny('ec2:RunInstances'), Principal: '*' }],
    codes: ['rcp.service'],
  },
  {
    says: 'an RCP names a service at all',
    type: 'rcp',
    statements: [{ ...deny('*'), Principal: '*' }],
    codes: ['rcp.every-action'],
  },
  {
    says: 'a Sid of IAM is plain',
    type: 'identity',
    statements: [{ ...read, Sid: 'Read reports' }],
    codes: ['sid.characters'],
  },
  {
    says: 'a Sid of a bucket policy need not be',
    type: 'resource',
    statements: [named({ ...read, Sid: 'Read reports' })],
    codes: [],
  },
  {
    says: 'a Sid that stood there is left alone',
    type: 'identity',
    before: [{ ...allow('s3:ListBucket', bucket), Sid: 'Read reports' }],
    statements: [{ ...read, Sid: 'Read reports' }],
    codes: [],
  },
  {
    says: 'a Sid is there once',
    type: 'identity',
    statements: [
      { ...read, Sid: 'Read' },
      { ...allow('s3:PutObject', `${bucket}/*`), Sid: 'Read' },
    ],
    codes: ['sid.repeated'],
  },
  {
    says: 'characters IAM does not take',
    type: 'identity',
    statements: [allow('s3:GetObject', `${bucket}/отчёт`)],
    codes: ['document.characters'],
  },
  {
    says: 'a variable needs the version',
    type: 'identity',
    version: '2008-10-17',
    statements: [allow('s3:GetObject', `${bucket}/\${aws:username}/*`)],
    codes: ['variable.version'],
  },
];

export const reference: readonly Row[] = [
  {
    says: 'an action that is not known',
    type: 'identity',
    statements: [allow('s3:GetObjekt', `${bucket}/*`)],
    codes: ['action.not-known'],
  },
  {
    says: 'objects where a bucket is meant',
    type: 'identity',
    statements: [allow('s3:ListBucket', `${bucket}/*`)],
    codes: ['resource.never-met'],
  },
  {
    says: 'an action without resource-level permissions',
    type: 'identity',
    statements: [allow('ec2:DescribeInstances', `arn:aws:ec2:eu-west-1:${account}:instance/*`)],
    codes: ['finding.needs-star'],
  },
  {
    says: 'one type of several is enough',
    type: 'identity',
    statements: [allow('ec2:RunInstances', `arn:aws:ec2:eu-west-1:${account}:instance/*`)],
    codes: [],
  },
  {
    says: 'a key the action does not have',
    type: 'identity',
    statements: [{ ...read, ...when('StringEquals', 's3:prefix', 'a/') }],
    codes: ['finding.unsupported-key'],
  },
  {
    says: 'a key that stood there already',
    type: 'identity',
    before: [{ ...allow('s3:ListBucket', bucket), ...when('StringEquals', 's3:prefix', 'a/') }],
    statements: [{ ...read, ...when('StringEquals', 's3:prefix', 'a/') }],
    codes: [],
  },
  {
    says: 'a key of another type',
    type: 'identity',
    statements: [{ ...read, ...when('NumericEquals', 'aws:SecureTransport', '1') }],
    codes: ['finding.mistyped-key'],
  },
  {
    says: 'an ARN of another partition',
    type: 'identity',
    statements: [allow('s3:GetObject', 'arn:aws-cn:s3:::reports/*')],
    codes: ['partition.other'],
  },
  {
    says: 'places to fill in are none of these',
    type: 'identity',
    statements: [allow('s3:GetObject', 'OBJECT_ARN')],
    codes: [],
  },
];

export const room: readonly Row[] = [
  {
    says: 'a managed policy that is full',
    type: 'identity',
    name: managed,
    before: [],
    statements: many(60),
    codes: ['size.no-room'],
  },
  {
    says: 'one that may be managed or not',
    type: 'identity',
    name: 'policy.json',
    before: [],
    statements: many(60),
    codes: ['size.above-usual'],
  },
  {
    says: 'policies written into a role count together',
    type: 'identity',
    name: 'app/a',
    before: [],
    statements: many(40),
    policies: { identity: [{ name: 'app/b', policy: documentOf(...many(50)) }] },
    codes: ['size.no-room'],
  },
  {
    says: 'those of another holder do not',
    type: 'identity',
    name: 'app/a',
    before: [],
    statements: many(40),
    policies: { identity: [{ name: 'team/b', policy: documentOf(...many(50)) }] },
    codes: [],
  },
  {
    says: 'a trust policy that is full',
    type: 'trust',
    action: 'sts:AssumeRole',
    resource: role,
    before: [],
    statements: many(60, trusting),
    codes: ['size.no-room'],
  },
  {
    says: 'a trust policy beyond the default',
    type: 'trust',
    action: 'sts:AssumeRole',
    resource: role,
    before: [],
    statements: many(20, trusting),
    codes: ['size.above-usual'],
  },
  { says: 'an SCP that is full', type: 'scp', before: [], statements: many(80), codes: ['size.no-room'] },
  {
    says: 'an SCP that was full until 2026',
    type: 'scp',
    before: [],
    statements: many(40),
    codes: ['size.above-usual'],
  },
  {
    says: 'blanks count in an RCP',
    type: 'rcp',
    before: [],
    statements: many(30, { ...deny('s3:GetObject'), Principal: '*' }),
    codes: ['size.white-space'],
  },
  {
    says: 'a queue takes 20 statements',
    type: 'resource',
    action: 'sqs:SendMessage',
    resource: queue,
    before: [],
    statements: many(21, named(allow('sqs:SendMessage', queue))),
    codes: ['count.statements'],
  },
  {
    says: 'a queue takes 7 actions a statement',
    type: 'resource',
    action: 'sqs:SendMessage',
    resource: queue,
    before: [],
    statements: [
      named(
        allow(
          [
            'SendMessage',
            'ReceiveMessage',
            'DeleteMessage',
            'GetQueueUrl',
            'PurgeQueue',
            'DeleteQueue',
            'ChangeMessageVisibility',
            'GetQueueAttributes',
          ].map((one) => `sqs:${one}`),
          queue,
        ),
      ),
    ],
    codes: ['count.actions'],
  },
  {
    says: 'a key policy has more room',
    type: 'resource',
    action: 'kms:Decrypt',
    resource: key,
    before: [],
    statements: many(100, named(allow('kms:Decrypt'))),
    codes: [],
  },
  {
    says: 'a bucket policy that is full',
    type: 'resource',
    before: [],
    statements: many(120, named(read)),
    codes: ['size.no-room'],
  },
];
