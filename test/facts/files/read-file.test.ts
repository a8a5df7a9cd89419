// A file is read by what it holds: account exports, decoded messages, CloudTrail events, identities, facts; several go together.
import { describe, expect, it } from 'vitest';
import type { GivenFile } from '../../../src/facts/files/given-file.ts';
import { mergeFiles } from '../../../src/facts/files/merge.ts';
import { readGivenFile } from '../../../src/facts/files/read-file.ts';
import { policiesFor } from '../../../src/facts/policies/account.ts';
import { decideWith } from '../../../src/facts/policies/decide.ts';
import type { AuthorizationRequest, PolicySet } from '../../../src/model/policy.ts';

const read = (value: unknown): Promise<GivenFile> =>
  readGivenFile({ path: 'given.json', text: typeof value === 'string' ? value : JSON.stringify(value) });
const document = (action: string) => ({ Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }] });
const managed = (name: string) => `arn:aws:iam::111122223333:policy/${name}`;
const attached = (name: string) => ({ PolicyName: name, PolicyArn: managed(name) });

const account = {
  UserDetailList: [
    {
      UserName: 'ana',
      Arn: 'arn:aws:iam::111122223333:user/eng/ana',
      GroupList: ['Devs'],
      UserPolicyList: [{ PolicyName: 'own', PolicyDocument: encodeURIComponent(JSON.stringify(document('s3:*'))) }],
      AttachedManagedPolicies: [attached('Shared')],
      PermissionsBoundary: { PermissionsBoundaryArn: managed('Ceiling') },
    },
  ],
  GroupDetailList: [{ GroupName: 'Devs', GroupPolicyList: [], AttachedManagedPolicies: [attached('Elsewhere')] }],
  RoleDetailList: [
    {
      RoleName: 'Build',
      Arn: 'arn:aws:iam::111122223333:role/ci/Build',
      AssumeRolePolicyDocument: {
        Statement: [{ Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 'sts:AssumeRole' }],
      },
      RolePolicyList: [{ PolicyName: 'inline', PolicyDocument: document('sqs:*') }],
      AttachedManagedPolicies: [],
    },
  ],
  Policies: [
    {
      Arn: managed('Shared'),
      DefaultVersionId: 'v2',
      PolicyVersionList: [
        { VersionId: 'v1', IsDefaultVersion: false, Document: document('old:*') },
        { VersionId: 'v2', IsDefaultVersion: true, Document: document('sns:*') },
      ],
    },
    { Arn: managed('Ceiling'), PolicyVersionList: [{ IsDefaultVersion: true, Document: document('*') }] },
  ],
};

const request = (principal: string, action = 's3:GetObject', resource = '*'): AuthorizationRequest => ({
  action,
  resource,
  principal,
  principalAccount: '111122223333',
  resourceAccount: '111122223333',
  context: {},
});
const namesIn = (set: PolicySet) => ({
  identity: set.identity?.map(({ name }) => name),
  boundary: set.boundary?.map(({ name }) => name),
  resource: set.resource?.map(({ name }) => name),
  unknown: set.unknown?.policies,
});

const ana = 'arn:aws:iam::111122223333:user/eng/ana';
const build = 'arn:aws:sts::111122223333:assumed-role/Build/ci';
const callers: readonly (readonly [rule: string, asked: AuthorizationRequest, found: object])[] = [
  [
    'a user has its own, its managed and those of its groups; one without its document leaves the layer open',
    request(ana),
    { identity: ['own', 'Shared'], boundary: [managed('Ceiling')], unknown: ['identity'] },
  ],
  ['a session has those of its role, wherever the role is', request(build), { identity: ['inline'], boundary: [] }],
  ['a stranger has none that are known', request('arn:aws:iam::111122223333:user/bob'), {}],
  ['a name alone is not enough for a user', request('arn:aws:iam::111122223333:user/ana'), {}],
  [
    'the trust policy of the role to assume comes with it',
    request(build, 'sts:AssumeRole', 'arn:aws:iam::111122223333:role/ci/Build'),
    { identity: ['inline'], resource: ['trust policy of Build'] },
  ],
];

describe('an account export', () =>
  it.each(callers)('%s', async (_, asked, found) => {
    const { accounts = [], partial } = await read(account);
    expect(partial).toBe(true);
    const [first] = accounts;
    expect(first === undefined ? undefined : namesIn(policiesFor(first, asked))).toMatchObject(found);
  }));

const decoded = {
  DecodedMessage: JSON.stringify({
    allowed: false,
    explicitDeny: true,
    matchedStatements: { items: [] },
    failures: { items: [] },
    context: {
      principal: { id: 'AIDAEXAMPLE', arn: ana },
      action: 'ec2:StartInstances',
      resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-1',
      conditions: { items: [{ key: 'ec2:Region', values: { items: [{ value: 'eu-west-1' }] } }] },
    },
  }),
};
const event = {
  eventName: 'StartInstances',
  eventSource: 'ec2.amazonaws.com',
  eventTime: '2026-11-23T07:15:00Z',
  awsRegion: 'eu-west-1',
  sourceIPAddress: '203.0.113.9',
  errorCode: 'Client.UnauthorizedOperation',
  requestID: 'EXAMPLE7',
  userIdentity: { arn: ana },
};

const documents: readonly (readonly [kind: string, value: unknown, facts: object, context?: object])[] = [
  [
    'a decoded message',
    decoded,
    { 'decoded.explicitDeny': true, 'decoded.principal': ana },
    { 'ec2:Region': 'eu-west-1' },
  ],
  [
    'a CloudTrail event',
    { Records: [event] },
    { 'error.principal': ana, 'error.requestId': 'EXAMPLE7' },
    { 'aws:SourceIp': '203.0.113.9', 'aws:RequestedRegion': 'eu-west-1' },
  ],
  ['the identity of the caller', { UserId: 'AIDAEXAMPLE', Account: '111122223333', Arn: ana }, { 'caller.arn': ana }],
  ['a map of facts', 'caller.kind: user\n', { 'caller.kind': 'user' }],
];

describe('a document', () =>
  it.each(documents.map(([kind, value, facts, context]) => ({ kind, value, facts, context })))('$kind', async (row) => {
    const { value, facts, context } = row;
    const given = await read(value);
    expect(Object.fromEntries(given.facts.map((fact) => [fact.name, fact.value]))).toMatchObject(facts);
    expect(given.context).toEqual(context);
  }));

const wrapped = (policies: unknown, request_?: unknown) => ({
  schema: 'whydenied/facts@1',
  facts: {},
  policies,
  ...(request_ === undefined ? {} : { request: request_ }),
});
const refused: readonly (readonly [what: string, value: object, message: RegExp])[] = [
  ['a policy of no kind', document('s3:*'), /where it is attached/],
  ['several refused calls', { Records: [event, event] }, /2 refused calls/],
  ['no refused call', { Records: [{ ...event, errorCode: undefined }] }, /none of its/],
  ['policies that are a text', wrapped('all'), /"policies" must be a map/],
  ['a kind that does not exist', wrapped({ identitty: [] }), /no key "identitty"/],
  ['a set that is no list', wrapped({ identity: {} }), /"policies.identity" must be a list/],
  ['SCPs without levels', wrapped({ scps: [document('*')] }), /list of levels/],
  ['an unknown that does not exist', wrapped({ unknown: { policies: ['guardrail'] } }), /"policies.unknown.policies"/],
  ['a request with a number', wrapped({}, { action: 7 }), /"request.action" must be a text/],
  ['a context with an object', wrapped({}, { context: { 'aws:SourceIp': {} } }), /"request.context"/],
];

describe('what cannot be used is named', () =>
  it.each(refused)('%s', (_, value, message) => expect(read(value)).rejects.toThrow(message)));

const file = (path: string, given: Partial<GivenFile>) => ({ path, given: { facts: [], ...given } });
const named = (name: string, action = 's3:*') => ({ name, policy: document(action) });

describe('several files', () => {
  it('flat sets grow together, and one policy said twice is told', () => {
    const { policies, conflicts } = mergeFiles([
      file('a', { policies: { identity: [named('p')] }, partial: true }),
      file('b', { policies: { identity: [named('p', 'sqs:*'), named('q')] }, partial: true }),
    ]);
    expect(policies.identity).toEqual([named('p'), named('q')]);
    expect(conflicts).toEqual([{ what: 'identity p', kept: 'a', dropped: 'b' }]);
  });
});

describe('what files leave out', () => {
  it('what parts of a whole leave out is unknown', () =>
    expect(mergeFiles([file('a', { policies: { identity: [] }, partial: true })]).atHand?.policies.unknown).toEqual({
      policies: ['boundary', 'session', 'resource', 'scp', 'rcp', 'vpcEndpoint'],
    }));
  it('what a facts file leaves out is absent', () =>
    expect(mergeFiles([file('a', { policies: { identity: [] } })]).atHand?.policies).toEqual({ identity: [] }));
  it('what one calls unknown is known where another has it', () =>
    expect(
      mergeFiles([
        file('a', { policies: { identity: [], unknown: { policies: ['scp', 'rcp'] } } }),
        file('b', { policies: { scps: [[]] } }),
      ]).policies.unknown,
    ).toEqual({ policies: ['rcp'] }));
  it('a request said twice is told', () =>
    expect(
      mergeFiles([
        file('a', { policies: {}, request: { action: 's3:GetObject' } }),
        file('b', { request: { action: 's3:PutObject' } }),
      ]),
    ).toMatchObject({
      atHand: { request: { action: 's3:GetObject' } },
      conflicts: [{ what: 'request.action', kept: 'a', dropped: 'b' }],
    }));
});

it('an export decides the layers of the caller and leaves the others open', async () => {
  const { atHand } = mergeFiles([file('account.json', await read(account))]);
  const { facts } = decideWith(
    { ...(atHand ?? { policies: {} }), request: request(build, 'ec2:RunInstances') },
    new Map(),
  );
  expect(Object.fromEntries(facts.map(({ name, value }) => [name, value]))).toMatchObject({
    'decision.identity': 'implicitDeny',
    'decision.permissionsBoundary': 'notApplicable',
  });
  expect(facts.map(({ name }) => name)).not.toContain('decision.scp');
});
