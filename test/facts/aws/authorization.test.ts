// AWS's own evaluation, where the error gives the id it is kept under: authoritative facts, and the policies as they were then.
import { describe, expect, it } from 'vitest';
import { account, allow, answersOf, deny, type Document, type Setting } from './account.ts';
import type { Answer, Answers, FakeCall } from './fake-aws.ts';
import { diagnoseLive } from './reading.ts';

const user = `arn:aws:iam::${account}:user/ci`;
const role = `arn:aws:iam::${account}:role/App`;
const id = '0abc1def2ghi3jkl4mno5pqrs';
const link = (region: string) =>
  `Go to https://${region}.console.aws.amazon.com/iam/home?region=${region}#/authorization-details/${id} for complete details, or call the GetRequestAuthorizationDetails API with the following authorization id: ${id}`;
const text = (region = 'us-east-1', reason = '') =>
  `An error occurred (AccessDenied) when calling the GetRole operation: User: ${user} is not authorized to perform: iam:GetRole on resource: ${role}${reason}. ${link(region)}`;

const details = 'iam-toolbox:GetRequestAuthorizationDetails';
const captured = 'iam-toolbox:GetRequestAuthorizationPolicy';
const lockdown = `arn:aws:iam::${account}:policy/lockdown`;
const evaluation = (effect: string, more: object = {}) => ({
  ...{ action: 'iam:GetRole', resource: role, evaluatedEffect: effect, context: {} },
  ...more,
});
const answer = (evaluations: readonly object[], policies: readonly object[] = [], more: object = {}): Answer => ({
  ok: { requestContext: { 'aws:PrincipalArn': user, 'aws:SourceIp': '203.0.113.7' }, evaluations, policies, ...more },
});
const denied = evaluation('EXPLICIT_DENY', {
  matchedPolicies: [{ uri: lockdown, matchedStatements: [{ sid: 'NoRoles', evaluatedEffect: 'DENY' }] }],
});
const identityPolicy = { type: 'IDENTITY_BASED_POLICY', uri: lockdown, inline: false, attachedTo: [{ arn: user }] };
const as = (document: Document): Answer => ({ ok: { policyDocument: document } });

const withDetails = (others: Answers, more: Setting = {}): Answers =>
  answersOf({ inline: { own: allow('iam:*') }, ...more, others });

describe('authorization details', () => {
  it('state action, resource and the denying layer with authority', async () => {
    const others: Answers = { [details]: answer([denied], [identityPolicy]), [captured]: as(deny('iam:*')) };
    const { diagnosis, fake } = await diagnoseLive(text(), withDetails(others));
    expect(fake.strays).toEqual([]);
    const fact = (name: string) => diagnosis.facts.find((one) => one.name === name);
    expect(fact('decoded.action')).toMatchObject({ value: 'iam:GetRole', source: { grade: 'authoritative' } });
    expect(fact('decoded.denySids')).toMatchObject({ value: ['NoRoles'] });
    expect(diagnosis.layers[0]).toMatchObject({ type: 'identity', decision: 'explicitDeny', grade: 'authoritative' });
  });

  it('are asked for in the region that the error links to', async () => {
    const { fake } = await diagnoseLive(text('eu-central-1'), withDetails({ [details]: answer([denied]) }));
    expect(fake.calls.find(({ operation }) => operation === details)).toMatchObject({ region: 'eu-central-1' });
  });

  it('of several actions concern the one that the error names', async () => {
    const other = evaluation('IMPLICIT_DENY', { action: 'iam:ListRoles' });
    const { diagnosis } = await diagnoseLive(text(), withDetails({ [details]: answer([other, denied]) }));
    expect(diagnosis.facts.find(({ name }) => name === 'decoded.action')).toMatchObject({ value: 'iam:GetRole' });
  });
});

describe('authorization details', () => {
  it('come in pages', async () => {
    const pages = ({ input }: FakeCall): Answer =>
      input['nextToken'] === 'more'
        ? answer([denied])
        : answer([evaluation('ALLOW', { action: 'iam:ListRoles' })], [], { nextToken: 'more' });
    const { diagnosis } = await diagnoseLive(text(), withDetails({ [details]: pages }));
    expect(diagnosis.facts.find(({ name }) => name === 'decoded.action')).toMatchObject({ value: 'iam:GetRole' });
  });

  it('are not asked for without an id', async () => {
    const { fake } = await diagnoseLive(text().split(' Go to')[0] ?? '', withDetails({}));
    expect(fake.calls.map(({ operation }) => operation)).not.toContain(details);
  });
});

const gone: readonly (readonly [string, Answer, object])[] = [
  [
    'are gone after a day',
    { error: [404, 'ResourceNotFoundException', 'none'] },
    { status: 'not-retrievable', why: { code: 'no-such-details' } },
  ],
  [
    'may not be read',
    { error: [403, 'AccessDeniedException', 'no'] },
    {
      status: 'denied',
      why: {
        command: expect.stringContaining(
          `aws iam-toolbox get-request-authorization-details --authorization-id ${id}`,
        ) as string,
      },
    },
  ],
  ['are no details', { ok: { hello: 'world' } }, { status: 'unreachable', why: { code: 'not-aws' } }],
];

describe('details that', () => {
  it.each(gone)('%s', async (_, refused, found) => {
    const { diagnosis } = await diagnoseLive(text(), withDetails({ [details]: refused }));
    expect(diagnosis.facts.find(({ name }) => name === 'decoded.explicitDeny')).toMatchObject(found);
    expect(diagnosis.layers[0]).toMatchObject({ type: 'identity', decision: 'allowed', grade: 'evaluated' });
  });
});

const implicit = answer([evaluation('IMPLICIT_DENY')], [identityPolicy]);

describe('policies as captured', () => {
  it('count, and not what they are now', async () => {
    const others: Answers = { [details]: implicit, [captured]: as(allow('iam:GetRole', `${role}2`)) };
    const { diagnosis } = await diagnoseLive(text(), withDetails(others));
    expect(diagnosis.layers[0]).toMatchObject({ type: 'identity', decision: 'implicitDeny', grade: 'evaluated' });
    expect(diagnosis.layers[0]?.nearest?.place).toContain('lockdown (as captured)');
  });

  it('that may not be read leave what they are now', async () => {
    const { diagnosis } = await diagnoseLive(text(), withDetails({ [details]: implicit }));
    expect(diagnosis.layers[0]).toMatchObject({ type: 'identity', decision: 'allowed' });
  });

  it('are evaluated with the condition keys that the request had', async () => {
    const only = (ip: string) => allow('iam:*', '*', { Condition: { IpAddress: { 'aws:SourceIp': ip } } });
    const others: Answers = { [details]: implicit, [captured]: as(only('198.51.100.0/24')) };
    const { diagnosis } = await diagnoseLive(text(), withDetails(others));
    expect(diagnosis.layers[0]).toMatchObject({ type: 'identity', decision: 'implicitDeny', grade: 'evaluated' });
  });
});

describe('control policies as captured', () => {
  it('stand at the levels they are attached to', async () => {
    const arn = (what: string) => `arn:aws:organizations::999900001111:${what}`;
    const scp = (uri: string, ...on: readonly string[]) => ({
      ...{ type: 'SERVICE_CONTROL_POLICY', uri, attachedTo: on.map((what) => ({ arn: arn(what) })) },
    });
    const policies = [scp(arn('policy/full'), 'root/o-1/r-1', 'account/o-1/1'), scp(arn('policy/unit'), 'ou/o-1/ou-1')];
    const others: Answers = {
      [details]: answer([evaluation('IMPLICIT_DENY')], policies),
      [captured]: ({ input }) => as(String(input['policyUri']).endsWith('full') ? allow('*') : allow('s3:*')),
    };
    const { diagnosis } = await diagnoseLive(text(), withDetails(others));
    expect(diagnosis.layers.find(({ type }) => type === 'scp')).toMatchObject({
      decision: 'implicitDeny',
      grade: 'evaluated',
    });
  });
});
