// What cannot be read stays unknown and says why; the report comes all the same, in time.
import { describe, expect, it } from 'vitest';
import type { FactStatus } from '../../../src/model/fact.ts';
import type { OperationName } from '../../../src/facts/aws/operations.ts';
import { account, allow, answersOf, deny, ids } from './account.ts';
import type { Answer, Answers } from './fake-aws.ts';
import { diagnoseLive } from './reading.ts';

const user = `arn:aws:iam::${account}:user/ci`;
const queue = `arn:aws:sqs:eu-west-1:${account}:jobs`;
const denial = (who: string, what: string, on: string) =>
  `An error occurred (AccessDenied) when calling the Some operation: User: ${who} is not authorized to perform: ${what} on resource: ${on}`;
const send = denial(user, 'sqs:SendMessage', queue);
const attributes = { 'sqs:GetQueueAttributes': { ok: {} } } satisfies Answers;
const setting = {
  inline: { own: allow('sqs:*') },
  scps: [[allow('*')], [allow('*')], [allow('*')]],
  others: attributes,
};

const denied: Answer = { error: [403, 'AccessDenied', 'not authorized'] };
const throttled: Answer = { error: [400, 'ThrottlingException', 'Rate exceeded'] };
type Row = readonly [
  rule: string,
  operation: OperationName,
  answer: Answer,
  layer: string,
  status: FactStatus,
  code: string,
];
const rows: readonly Row[] = [
  ['a denied list of policies', 'iam:ListUserPolicies', denied, 'identity', 'denied', 'denied'],
  ['a denied document', 'iam:GetUserPolicy', denied, 'identity', 'denied', 'denied'],
  ['denied groups', 'iam:ListGroupsForUser', denied, 'identity', 'denied', 'denied'],
  [
    'a denied record hides whether there is a boundary',
    'iam:GetUser',
    denied,
    'permissionsBoundary',
    'denied',
    'denied',
  ],
  [
    'a denied path to the root',
    'organizations:ListParents',
    { error: [400, 'AccessDeniedException'] },
    'scp',
    'denied',
    'denied',
  ],
  [
    'a denied policy of one level',
    'organizations:DescribePolicy',
    { error: [400, 'AccessDeniedException'] },
    'scp',
    'denied',
    'denied',
  ],
  [
    'a queue of nobody',
    'sqs:GetQueueAttributes',
    { error: [400, 'QueueDoesNotExist'] },
    'resource',
    'not-retrievable',
    'no-such-resource',
  ],
  ['a service that asks for patience', 'sqs:GetQueueAttributes', throttled, 'resource', 'unreachable', 'throttled'],
  [
    'a service that fails',
    'sqs:GetQueueAttributes',
    { error: [500, 'InternalFailure'] },
    'resource',
    'unreachable',
    'service-failure',
  ],
  ['a service that does not answer', 'sqs:GetQueueAttributes', 'hang', 'resource', 'unreachable', 'timeout'],
  ['an answer that breaks off', 'sqs:GetQueueAttributes', 'half', 'resource', 'unreachable', 'incomplete'],
  ['a connection that is cut', 'sqs:GetQueueAttributes', 'reset', 'resource', 'unreachable', 'incomplete'],
  ["a proxy's page with status 200", 'sqs:GetQueueAttributes', 'garbage', 'resource', 'unreachable', 'not-aws'],
  ["a proxy's page in XML's place", 'iam:ListUserPolicies', 'garbage', 'identity', 'unreachable', 'not-aws'],
  ['a 403 without any code', 'sqs:GetQueueAttributes', { error: [403, ''] }, 'resource', 'denied', 'denied'],
];

describe('unknown, never absent', () => {
  it.each(rows)('%s', async (_, operation, answer, layer, status, code) => {
    const others = { ...attributes, [operation]: answer };
    const { diagnosis, fake, ms } = await diagnoseLive(send, answersOf({ ...setting, others }));
    expect(fake.strays).toEqual([]);
    const found = diagnosis.layers.find(({ type }) => type === layer);
    expect(found).toMatchObject({ decision: 'unknown', notChecked: { status, code } });
    expect(
      diagnosis.causes.filter(
        ({ evidence, state }) => state === 'confirmed' && JSON.stringify(evidence).includes(layer),
      ),
    ).toEqual([]);
    expect(ms).toBeLessThan(4000);
  });
});

describe('a part that was read', () => {
  it('a denied read comes with the command for somebody who may', async () => {
    const others = { ...attributes, 'iam:GetUserPolicy': denied };
    const { diagnosis } = await diagnoseLive(send, answersOf({ ...setting, others }));
    const identity = diagnosis.layers.find(({ type }) => type === 'identity');
    expect(identity?.notChecked?.command).toBe('aws iam get-user-policy --user-name ci --policy-name own');
  });

  it('a Deny that was read counts even where the rest was not', async () => {
    const others = { ...attributes, 'iam:ListGroupsForUser': denied };
    const { diagnosis } = await diagnoseLive(send, answersOf({ inline: { no: deny('sqs:*') }, others }));
    expect(diagnosis.layers.find(({ type }) => type === 'identity')).toMatchObject({ decision: 'explicitDeny' });
  });
});

describe('who reads, and for whom', () => {
  it('a role of the same name in the account of the reader is not the role of the error', async () => {
    const foreign = 'arn:aws:sts::444455556666:assumed-role/Deploy/run-7';
    const text = denial(foreign, 'sqs:SendMessage', 'arn:aws:sqs:eu-west-1:444455556666:jobs');
    const { diagnosis, fake } = await diagnoseLive(text, answersOf({ ...setting, roles: { Deploy: allow('*') } }));
    expect(fake.calls.filter(({ operation }) => operation.startsWith('iam:'))).toEqual([]);
    const identity = diagnosis.layers.find(({ type }) => type === 'identity');
    expect(identity?.notChecked).toMatchObject({ status: 'not-asked', code: 'other-account', detail: '444455556666' });
  });

  it('control policies never bind the management account', async () => {
    const boss = `arn:aws:iam::${ids.management}:user/ci`;
    const others: Answers = { ...attributes, 'sts:GetCallerIdentity': { ok: { Account: ids.management, Arn: boss } } };
    const text = denial(boss, 'sqs:SendMessage', `arn:aws:sqs:eu-west-1:${ids.management}:jobs`);
    const { diagnosis } = await diagnoseLive(text, answersOf({ ...setting, others }));
    expect(diagnosis.layers.find(({ type }) => type === 'scp')).toMatchObject({ decision: 'notApplicable' });
  });

  it("the simulator's word on an organization that may not be read is a hint, no decision", async () => {
    const detail = { OrganizationsDecisionDetail: { AllowedByOrganizations: false } };
    const others: Answers = {
      ...attributes,
      'organizations:ListParents': { error: [400, 'AccessDeniedException', 'no'] },
      'iam:SimulatePrincipalPolicy': { ok: { EvaluationResults: [detail] } },
    };
    const { diagnosis } = await diagnoseLive(send, answersOf({ ...setting, others }));
    const scp = diagnosis.layers.find(({ type }) => type === 'scp');
    expect(scp).toMatchObject({ decision: 'unknown', notChecked: { status: 'denied', code: 'simulator-denies' } });
  });
});

describe('without an identity nothing else is asked', () => {
  const refused: readonly (readonly [string, Answer, string])[] = [
    [
      'expired keys',
      { error: [403, 'ExpiredToken', 'The security token included in the request is expired'] },
      'credentials',
    ],
    ['keys of nobody', { error: [403, 'InvalidClientTokenId', 'The security token is invalid'] }, 'credentials'],
    ['a wrong secret', { error: [403, 'SignatureDoesNotMatch', 'signature'] }, 'credentials'],
    ['no answer', 'hang', 'timeout'],
  ];
  it.each(refused)('%s', async (_, answer, code) => {
    const others = { 'sts:GetCallerIdentity': answer };
    const { diagnosis, fake } = await diagnoseLive(send, answersOf({ ...setting, others }));
    expect(new Set(fake.calls.map(({ operation }) => operation))).toEqual(new Set(['sts:GetCallerIdentity']));
    expect(diagnosis.facts.find(({ name }) => name === 'caller.arn')).toMatchObject({
      status: 'unreachable',
      why: { code },
    });
    expect(diagnosis.denial?.action).toBe('sqs:SendMessage');
  });
});

describe('the time to read', () => {
  it('is bounded, however many calls hang', async () => {
    const hangs = Object.fromEntries(Object.keys(answersOf(setting)).map((name) => [name, 'hang' as const]));
    const others = { ...hangs, 'sts:GetCallerIdentity': { ok: { Account: account, Arn: user } } };
    const limits = { connectMs: 500, callMs: 10_000, bytes: 1000 };
    const { ms, diagnosis } = await diagnoseLive(send, answersOf({ ...setting, others }), { totalMs: 700, limits });
    expect(ms).toBeLessThan(2500);
    expect(diagnosis.layers.find(({ type }) => type === 'identity')?.notChecked).toMatchObject({ code: 'interrupted' });
  });
});
