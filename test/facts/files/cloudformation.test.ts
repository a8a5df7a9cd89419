// A template tells of the policies in it: functions are worked out where they are certain, and what the deployment decides stays unknown.
import { describe, expect, it } from 'vitest';
import { decisions, home, policy, read, statement, type Asked } from './stacks.ts';

const sub = (text: string) => ({ 'Fn::Sub': text });
const att = (id: string, name = 'Arn') => ({ 'Fn::GetAtt': [id, name] });
const ref = (id: string) => ({ Ref: id });
const denyOn = (resource: unknown) => policy(statement('Deny', 's3:*', resource));

const bucket = { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'reports' } };
const template = (resources: object, more: object = {}) => ({ ...more, Resources: { Bucket: bucket, ...resources } });
const role = (properties: object) => ({ Type: 'AWS::IAM::Role', Properties: { RoleName: 'app', ...properties } });
const withPolicy = (document: object) =>
  template({ App: role({ Policies: [{ PolicyName: 'own', PolicyDocument: document }] }) });

const denied: readonly (readonly [rule: string, resource: unknown])[] = [
  ['a plain text', 'arn:aws:s3:::reports/*'],
  ['!Sub with an attribute', sub('${Bucket.Arn}/*')],
  ['!Sub with a name', sub('arn:${AWS::Partition}:s3:::${Bucket}/*')],
  ['!Sub with variables of its own', { 'Fn::Sub': ['${b}/*', { b: att('Bucket') }] }],
  ['!Join', { 'Fn::Join': ['', ['arn:', ref('AWS::Partition'), ':s3:::', ref('Bucket'), '/*']] }],
  ['!FindInMap with plain keys', { 'Fn::FindInMap': ['Names', 'prod', 'objects'] }],
  ['a list, of which one is open', [att('Bucket'), sub('${Bucket.Arn}/*'), { 'Fn::ImportValue': 'other' }]],
];
const open: readonly (readonly [rule: string, document: object])[] = [
  ['a parameter, whatever its default', denyOn(ref('Name'))],
  ['an import', denyOn({ 'Fn::ImportValue': 'x' })],
  ['a choice', denyOn({ 'Fn::If': ['Prod', '*', 'arn:aws:s3:::reports/*'] })],
  ['an attribute nobody can know', denyOn(att('Bucket', 'DomainName'))],
  ['a part of a text', denyOn(sub('arn:aws:s3:::${Name}/*'))],
  ['an exception', policy({ Effect: 'Deny', Action: 's3:*', NotResource: ref('Name') })],
  [
    'a condition',
    policy(statement('Deny', 's3:*', '*', { Condition: { StringNotEquals: { 'aws:PrincipalOrgID': ref('Name') } } })),
  ],
];
const maps = { Mappings: { Names: { prod: { objects: 'arn:aws:s3:::reports/*' } } } };

describe('functions that are certain', () =>
  it.each(denied)('%s', async (_, resource) => {
    const given = await read({ ...withPolicy(denyOn(resource)), ...maps });
    expect(decisions([given], {})).toMatchObject({ identity: 'explicitDeny' });
  }));

describe('what the deployment decides stays unknown, and is named', () =>
  it.each(open)('%s', async (_, document) => {
    const given = await read({ ...withPolicy(document), ...maps });
    expect(decisions([given], {})).not.toHaveProperty('identity');
    expect(given.gaps).toEqual([expect.objectContaining({ code: 'not-resolved', place: 'App' })]);
  }));

const deny = denyOn('*');
const principal = (name: string) => `arn:aws:sts::${home}:assumed-role/${name}/s1`;
const made = 'prod-stack-AppRole0A1B2C3D-1ABCDEFGHIJK';
const cdkRole = { Type: 'AWS::IAM::Role', Properties: {} };
const cdkPolicy = {
  Type: 'AWS::IAM::Policy',
  Properties: { PolicyName: 'd', PolicyDocument: deny, Roles: [ref('AppRole0A1B2C3D')] },
};
const everybody = (action: string) => policy(statement('Deny', action, '*', { Principal: '*' }));
const queue = (name: string) => `arn:aws:sqs:eu-west-1:${home}:${name}`;

type Case = readonly [rule: string, resources: object, expected: object, asked?: Asked];
const places: readonly Case[] = [
  [
    'a role by the name CDK lets CloudFormation make',
    { AppRole0A1B2C3D: cdkRole, P: cdkPolicy },
    { identity: 'explicitDeny' },
    { principal: principal(made) },
  ],
  [
    'but not one that only looks like it',
    { AppRole0A1B2C3D: cdkRole, P: cdkPolicy },
    {},
    { principal: principal('prod-stack-OtherAppRole0A1B2C3D-1ABCDEFGHIJK') },
  ],
  [
    'a managed policy attached by the role',
    {
      M: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: deny } },
      App: role({ ManagedPolicyArns: [ref('M')] }),
    },
    { identity: 'explicitDeny' },
  ],
  [
    'a boundary by reference',
    {
      M: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: deny } },
      App: role({ PermissionsBoundary: ref('M') }),
    },
    { permissionsBoundary: 'explicitDeny' },
  ],
  [
    'a policy for a role of that name',
    { P: { Type: 'AWS::IAM::Policy', Properties: { PolicyDocument: deny, Roles: ['app'] } } },
    { identity: 'explicitDeny' },
  ],
  [
    'a resource under a condition is not counted on',
    {
      App: role({}),
      P: { Type: 'AWS::IAM::Policy', Condition: 'Prod', Properties: { PolicyDocument: deny, Roles: ['app'] } },
    },
    {},
  ],
  [
    'a bucket policy',
    { P: { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: ref('Bucket'), PolicyDocument: everybody('s3:*') } } },
    { resource: 'explicitDeny' },
  ],
  [
    'a queue policy, by the name that was made',
    {
      Jobs: { Type: 'AWS::SQS::Queue' },
      P: { Type: 'AWS::SQS::QueuePolicy', Properties: { Queues: [ref('Jobs')], PolicyDocument: everybody('sqs:*') } },
    },
    { resource: 'explicitDeny' },
    { action: 'sqs:SendMessage', resource: queue('prod-Jobs-1ABCDEFGHIJK') },
  ],
  [
    'a queue in the Region of the request',
    {
      Jobs: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'jobs' } },
      P: {
        Type: 'AWS::SQS::QueuePolicy',
        Properties: {
          Queues: [ref('Jobs')],
          PolicyDocument: policy(
            statement('Deny', 'sqs:*', sub('arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:jobs'), { Principal: '*' }),
          ),
        },
      },
    },
    { resource: 'explicitDeny' },
    { action: 'sqs:SendMessage', resource: queue('jobs') },
  ],
  [
    'an SCP on the account',
    {
      S: {
        Type: 'AWS::Organizations::Policy',
        Properties: { Type: 'SERVICE_CONTROL_POLICY', Content: deny, TargetIds: [home] },
      },
    },
    { scp: 'explicitDeny' },
  ],
];

describe('what a template attaches to what', () =>
  it.each(places.map(([rule, ...row]) => ({ rule, row })))(
    '$rule',
    async ({ row: [resources, expected, asked = {}] }) => {
      const found = decisions([await read(template(resources))], asked);
      expect(found).toMatchObject(expected);
      if (Object.keys(expected).length === 0) expect(found).not.toHaveProperty('identity');
    },
  ));

const yaml = `# made by hand
AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Bucket:
    Type: AWS::S3::Bucket
    Properties: { BucketName: reports }
  App:
    Type: AWS::IAM::Role
    Properties:
      RoleName: app
      Policies:
        - PolicyName: own
          PolicyDocument:
            Statement:
              - Effect: Deny
                Action: s3:*
                Resource: ANYTHING
`;
const forms: readonly string[] = [
  '!Sub "${Bucket.Arn}/*"',
  "!Join ['', [!GetAtt Bucket.Arn, '/*']]",
  "!Join ['', [!GetAtt [Bucket, Arn], '/*']]",
  "!Sub ['${b}/*', { b: !GetAtt Bucket.Arn }]",
  '!Sub arn:${AWS::Partition}:s3:::${Bucket}/*',
];

describe('YAML with short forms', () => {
  it.each(forms)('%s', async (form) =>
    expect(decisions([await read(yaml.replace('ANYTHING', form))], {})).toMatchObject({ identity: 'explicitDeny' }),
  );
  it('tells where a broken template is broken', async () => {
    await expect(read(yaml.replace('ANYTHING', '[a'))).rejects.toThrow(/^given\.json:\d+:\d+: /);
    await expect(read(yaml.replace('ANYTHING', '!Strange x'))).rejects.toThrow(/Strange/);
    await expect(read(yaml.replace('ANYTHING', '&a x'))).rejects.toThrow(/given\.json:\d+/);
  });
});
