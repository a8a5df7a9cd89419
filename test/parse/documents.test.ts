// Documents are told by their content, and those that tell of a denial give the same denial in every wrapping.
import { expect, it } from 'vitest';
import { lookAlikeOf } from '../../src/parse/look-alike.ts';
import { parseDenials } from '../../src/parse/parse-denials.ts';
import {
  readCallerIdentity,
  readCredentialLines,
  readDecodedMessage,
  sniffDocument,
} from '../../src/parse/documents.ts';

const event = {
  eventVersion: '1.09',
  userIdentity: { type: 'AssumedRole', arn: 'arn:aws:sts::111122223333:assumed-role/dev/ana' },
  eventTime: '2026-02-03T04:05:06Z',
  eventSource: 's3.amazonaws.com',
  eventName: 'GetBucketPolicy',
  errorCode: 'AccessDenied',
  errorMessage: 'Access Denied',
  requestID: 'REQ0000000000001',
  eventID: '0d0e0f00-1111-4222-8333-444444444444',
};
const row = {
  eventtime: event.eventTime,
  eventsource: event.eventSource,
  eventname: event.eventName,
  errorcode: event.errorCode,
  errormessage: event.errorMessage,
  requestid: event.requestID,
  useridentity: '{type=AssumedRole, arn=arn:aws:sts::111122223333:assumed-role/dev/ana}',
};
const wrappings = {
  bare: JSON.stringify(event),
  indented: JSON.stringify(event, null, 2),
  Records: JSON.stringify({ Records: [event] }),
  LookupEvents: JSON.stringify({ Events: [{ EventId: event.eventID, CloudTrailEvent: JSON.stringify(event) }] }),
  EventBridge: JSON.stringify({ 'detail-type': 'AWS API Call via CloudTrail', source: 'aws.s3', detail: event }),
  'one event a line': `${JSON.stringify(event)}\n${JSON.stringify({ ...event, errorCode: undefined, eventID: 'x' })}\n`,
  'after a prompt': `$ aws cloudtrail lookup-events\n${JSON.stringify({ Events: [{ CloudTrailEvent: JSON.stringify(event) }] }, null, 2)}`,
  'a row of Athena': JSON.stringify(row),
};

it.each(Object.entries(wrappings))('a CloudTrail event, %s', (_name, text) => {
  expect(sniffDocument(text)?.kind).toBe('cloudtrail-event');
  expect(parseDenials(text)).toMatchObject([
    {
      class: 'authorization',
      code: 'AccessDenied',
      operation: 'GetBucketPolicy',
      action: 's3:GetBucketPolicy',
      principal: event.userIdentity.arn,
      requestId: event.requestID,
      time: event.eventTime,
      derived: ['service', 'action', 'accountId'],
    },
  ]);
});

it('a denied event is shown where it stands among others', () => {
  const text = JSON.stringify({ Records: [{ ...event, errorCode: undefined }, event] });
  const [denial] = parseDenials(text);
  expect(JSON.parse(denial?.text ?? '')).toMatchObject({ eventID: event.eventID, errorCode: 'AccessDenied' });
});

const message = {
  allowed: false,
  explicitDeny: true,
  matchedStatements: {
    items: [
      {
        statementId: 'MustTag',
        effect: 'DENY',
        principals: { items: [{ value: 'AROAEXAMPLE' }] },
        actions: { items: [{ value: 'ec2:RunInstances' }] },
        resources: { items: [{ value: '*' }] },
        conditions: { items: [{ key: 'aws:RequestTag/team', values: { items: [{ value: 'true' }] } }] },
      },
    ],
  },
  failures: { items: [] },
  context: {
    principal: { id: 'AROAEXAMPLE:ana', arn: 'arn:aws:sts::111122223333:assumed-role/dev/ana' },
    action: 'ec2:RunInstances',
    resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
    conditions: { items: [{ key: 'ec2:InstanceType', values: { items: [{ value: 't3.micro' }] } }] },
  },
};
const plain = JSON.stringify(message);
const messageForms = {
  bare: plain,
  "in the command's answer": JSON.stringify({ DecodedMessage: plain }, null, 4),
  'after a prompt': `$ aws sts decode-authorization-message --encoded-message x\n${JSON.stringify({ DecodedMessage: plain })}`,
  'as a string': JSON.stringify(plain),
  'escaped once more': plain.replaceAll('"', '\\"'),
};

it.each(Object.entries(messageForms))('a decoded message, %s', (_name, text) => {
  expect(sniffDocument(text)?.kind).toBe('decoded-message');
  expect(readDecodedMessage(text)).toMatchObject({
    allowed: false,
    explicitDeny: true,
    matchedStatements: [
      {
        sid: 'MustTag',
        effect: 'DENY',
        actions: ['ec2:RunInstances'],
        conditions: { 'aws:RequestTag/team': ['true'] },
      },
    ],
    action: 'ec2:RunInstances',
    conditions: { 'ec2:InstanceType': ['t3.micro'] },
  });
  expect(parseDenials(text)).toMatchObject([
    {
      class: 'authorization',
      action: 'ec2:RunInstances',
      denyType: 'explicit',
      policyType: 'unstated',
      resource: message.context.resource,
    },
  ]);
});

const details = {
  requestContext: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/dev' },
  evaluations: [
    {
      action: 'iam:GetRole',
      resource: 'arn:aws:iam::111122223333:role/x',
      context: {},
      evaluatedEffect: 'IMPLICIT_DENY',
      matchedPolicies: [],
    },
  ],
  policies: [],
};
const kinds = [
  ['authorization-details', JSON.stringify(details)],
  ['account-authorization-details', '{"UserDetailList":[],"GroupDetailList":[],"RoleDetailList":[],"Policies":[]}'],
  ['caller-identity', '{"UserId":"AIDAEXAMPLE","Account":"111122223333","Arn":"arn:aws:iam::111122223333:user/ana"}'],
  ['caller-identity', '111122223333\tarn:aws:iam::111122223333:user/ana\tAIDAEXAMPLEEXAMPLE01'],
  ['policy', '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}'],
  ['facts', '{"schema":"whydenied/facts@1","facts":{}}'],
  ['facts', 'schema: whydenied/facts@1\nfacts: {}\n'],
  ['debug-log', '2026-02-03 - MainThread - botocore.credentials - DEBUG - Looking for credentials via: env'],
  [undefined, 'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied'],
  [undefined, '{"some":"thing"}'],
  [undefined, ''],
] as const;

it.each(kinds)('the kind %s is told from the content', (kind, text) => expect(sniffDocument(text)?.kind).toBe(kind));

it("authorization details tell AWS's own evaluation", () => {
  expect(parseDenials(JSON.stringify(details))).toMatchObject([
    { class: 'authorization', action: 'iam:GetRole', denyType: 'implicit', policyType: 'unstated' },
  ]);
});

it('an identity is read with its account, and never when the two disagree', () => {
  expect(
    readCallerIdentity(
      'Account: "111122223333"\nArn: arn:aws:sts::111122223333:assumed-role/dev/ana\nUserId: AROAEXAMPLEEXAMPLE01:ana\n',
    ),
  ).toEqual({
    arn: 'arn:aws:sts::111122223333:assumed-role/dev/ana',
    accountId: '111122223333',
    userId: 'AROAEXAMPLEEXAMPLE01:ana',
  });
  expect(readCallerIdentity('Account: "444455556666"\nArn: arn:aws:iam::111122223333:user/ana\n')).toBeUndefined();
});

it('credential lines say what was looked for and found', () => {
  const text =
    'x - Looking for credentials via: env\nx - Looking for credentials via: shared-credentials-file\nx - INFO - Found credentials in shared credentials file: ~/.aws/credentials\n';
  expect(readCredentialLines(text)).toEqual({
    lookedFor: ['env', 'shared-credentials-file'],
    found: 'shared credentials file: ~/.aws/credentials',
    profileNamed: false,
  });
});

const alikes = [
  ['ssh', 'git@example.org: Permission denied (publickey).'],
  ['file-system', 'cp: /etc/x: Permission denied'],
  ['kubernetes-rbac', 'pods is forbidden: User "system:anonymous" cannot list resource "pods"'],
  [
    'azure',
    "The client 'x' does not have authorization to perform action 'Microsoft.Storage/read' (AuthorizationFailed)",
  ],
  ['google-cloud', 'googleapi: Error 403: PERMISSION_DENIED'],
  [undefined, 'User: arn:aws:iam::111122223333:user/x is not authorized to perform: s3:GetObject'],
  [undefined, 'all is well'],
] as const;

it.each(alikes)('the look-alike %s is named', (id, text) => expect(lookAlikeOf(text)).toBe(id));
