// What is found beside the policies attached: the decoded message, the event that made the session, the endpoint that is named, the region of a bucket.
import { describe, expect, it } from 'vitest';
import { account, allow, answersOf, deny, type Setting } from './account.ts';
import type { Answers } from './fake-aws.ts';
import { plainEnv } from './opening.ts';
import { diagnoseLive } from './reading.ts';

const user = `arn:aws:iam::${account}:user/ci`;
const session = `arn:aws:sts::${account}:assumed-role/Deploy/run-7`;
const queue = `arn:aws:sqs:eu-west-1:${account}:jobs`;
const send = (who: string, more = '') =>
  `An error occurred (AccessDenied) when calling the SendMessage operation: User: ${who} is not authorized to perform: sqs:SendMessage on resource: ${queue}${more}`;
const attributes: Answers = { 'sqs:GetQueueAttributes': { ok: {} } };

const message = {
  allowed: false,
  explicitDeny: false,
  matchedStatements: { items: [] },
  failures: { items: [] },
  context: {
    principal: { id: 'AIDAEXAMPLE', name: 'ci', arn: user },
    action: 'ec2:RunInstances',
    resource: `arn:aws:ec2:eu-west-1:${account}:instance/*`,
    conditions: { items: [] },
  },
};
const text = `An error occurred (UnauthorizedOperation) when calling the RunInstances operation: You are not authorized to perform this operation. Encoded authorization failure message: ${'AbCdEf0123456789_-'.repeat(14)}`;

describe('an encoded message', () => {
  it('is decoded, and the policies are evaluated for what it names', async () => {
    const others: Answers = { 'sts:DecodeAuthorizationMessage': { ok: { DecodedMessage: JSON.stringify(message) } } };
    const { diagnosis, fake } = await diagnoseLive(text, answersOf({ inline: { own: allow('s3:*') }, others }));
    expect(fake.strays).toEqual([]);
    const action = diagnosis.facts.find(({ name }) => name === 'decoded.action');
    expect(action).toMatchObject({ value: 'ec2:RunInstances', source: { origin: 'live', grade: 'authoritative' } });
    expect(diagnosis.layers[0]).toMatchObject({ type: 'identity', decision: 'implicitDeny', grade: 'evaluated' });
  });

  it('that may not be decoded stays unknown, with the command for who may', async () => {
    const { diagnosis } = await diagnoseLive(text, answersOf({ inline: { own: allow('s3:*') } }));
    const available = diagnosis.facts.find(({ name }) => name === 'decoded.available');
    expect(available).toMatchObject({
      status: 'denied',
      why: { command: expect.stringContaining('decode-authorization-message') as string },
    });
  });
});

describe('the event that made the session', () => {
  const asRole: Setting = { caller: session, roles: { Deploy: allow('*') }, inline: { own: allow('*') } };
  const event = (policy: object) => ({
    eventName: 'AssumeRole',
    requestParameters: { roleArn: 'r', ...policy },
    responseElements: { credentials: { accessKeyId: 'AKIAEXAMPLE' } },
  });
  const found = (policy: object): Answers => ({
    ...attributes,
    'cloudtrail:LookupEvents': { ok: { Events: [{ CloudTrailEvent: JSON.stringify(event(policy)) }] } },
  });
  const rows: readonly (readonly [rule: string, Answers, who: string, decision: string])[] = [
    ['shows a session policy', found({ policy: JSON.stringify(allow('s3:*')) }), session, 'implicitDeny'],
    ['shows that there is none', found({}), session, 'notApplicable'],
    ['is not there', { ...attributes, 'cloudtrail:LookupEvents': { ok: { Events: [] } } }, session, 'unknown'],
    ['may not be read', attributes, session, 'unknown'],
    ['of another session says nothing', found({}), session.replace('run-7', 'run-8'), 'unknown'],
  ];
  it.each(rows)('%s', async (_, others, who, decision) => {
    const { diagnosis } = await diagnoseLive(send(who), answersOf({ ...asRole, others }));
    expect(diagnosis.layers.find(({ type }) => type === 'session')).toMatchObject({ decision });
  });
});

describe('a VPC endpoint', () => {
  const id = 'vpce-0a1b2c3d4e5f67890';
  const named = ` with an explicit deny in a VPC endpoint policy: arn:aws:ec2:eu-west-1:${account}:vpc-endpoint/${id}`;
  const document = JSON.stringify(deny('sqs:*', '*', { Principal: '*' }));

  it('that the error names is read', async () => {
    const others: Answers = {
      ...attributes,
      'ec2:DescribeVpcEndpoints': { ok: { vpcEndpointSet: [{ vpcEndpointId: id, policyDocument: document }] } },
    };
    const { diagnosis, fake } = await diagnoseLive(
      send(user, named),
      answersOf({ inline: { own: allow('*') }, others }),
    );
    const call = fake.calls.find(({ operation }) => operation === 'ec2:DescribeVpcEndpoints');
    expect(call?.input).toMatchObject({ 'VpcEndpointId.1': id });
    expect(diagnosis.facts.find(({ name }) => name === 'policy.vpcEndpoint')).toMatchObject({ value: 'present' });
  });

  it('that nothing names is not asked for', async () => {
    const { fake } = await diagnoseLive(send(user), answersOf({ inline: { own: allow('*') }, others: attributes }));
    expect(fake.calls.map(({ operation }) => operation)).not.toContain('ec2:DescribeVpcEndpoints');
  });
});

it('the person who reads is told apart from the person who was refused', async () => {
  const other = `arn:aws:iam::${account}:user/someone`;
  const { diagnosis, fake } = await diagnoseLive(
    send(other),
    answersOf({ inline: { own: allow('*') }, others: attributes }),
    { env: plainEnv },
  );
  expect(diagnosis.facts.find(({ name }) => name === 'caller.matchesError')).toMatchObject({ value: false });
  const asked = fake.calls.find(({ operation }) => operation === 'iam:ListUserPolicies');
  expect(asked?.input).toMatchObject({ UserName: 'someone' });
});

it("AWS's stated reason stands, and policies that say otherwise today are shown beside it", async () => {
  const stated = send(user, ' because no identity-based policy allows the sqs:SendMessage action');
  const { diagnosis } = await diagnoseLive(stated, answersOf({ inline: { own: allow('*') }, others: attributes }));
  expect(diagnosis.layers[0]).toMatchObject({ type: 'identity', decision: 'implicitDeny', grade: 'stated' });
  const [conflict] = diagnosis.conflicts.filter(({ name }) => name === 'decision.identity');
  expect(conflict).toMatchObject({ kept: { value: 'implicitDeny' }, dropped: { value: 'allowed' } });
  expect(conflict?.dropped.source.readAt).toMatch(/T/);
});
