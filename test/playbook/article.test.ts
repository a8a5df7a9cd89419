// Every numbered step of AWS's article is a step of a playbook, and carrying it out by hand settles the fact it is about. (AWS page: "How can I troubleshoot access denied or unauthorized operation errors with an IAM policy?")
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnose.ts';
import type { FactValue } from '../../src/model/fact.ts';
import { loadPlaybooks } from '../../src/playbook/load.ts';

const user = 'arn:aws:iam::123456789012:user/test';
const errors = {
  any: `An error occurred (AccessDenied) when calling the GetObject operation: User: ${user} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::reports/may.csv"`,
  session:
    'An error occurred (AccessDenied) when calling the GetObject operation: User: arn:aws:sts::123456789012:assumed-role/App/job-1 is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::reports/may.csv"',
  A: 'An error occurred (UnauthorizedOperation) when calling the DescribeInstances operation: You are not authorized to perform this operation.',
  B: `An error occurred (AccessDenied) when calling the AssumeRole operation: User: ${user} is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::123456789012:role/EC2-FullAccess`,
  C: 'An error occurred (AccessDenied) when calling the GetSessionToken operation: Cannot call GetSessionToken with session credentials',
  D: 'An error occurred (UnauthorizedOperation) when calling the AssociateIamInstanceProfile operation: You are not authorized to perform this operation. Encoded authorization failure message: 4w7s-NAqmVxQ2kZt9bYe0LrD8fHjPq1uXo5cTgWnSaIiMvK3RyEzBdCpJhGlOtUx',
} as const;

type Row = readonly [
  article: string,
  error: keyof typeof errors,
  playbook: string,
  step: string,
  answer: string,
  fact: string,
  value: FactValue,
];

const rows: readonly Row[] = [
  ['S1', 'any', 'generic-403', 'caller-identity', user, 'caller.arn', user],
  ['S1', 'any', 'generic-403', 'caller-intended', 'fail', 'caller.isIntended', false],
  ['S2', 'any', 'generic-403', 'identity-no-deny', 'fail', 'identity.deniesRequest', true],
  ['S2', 'any', 'generic-403', 'identity-names-action', 'fail', 'identity.namesAction', false],
  ['S3', 'any', 'generic-403', 'scp-no-deny', 'fail', 'decision.scp', 'explicitDeny'],
  ['S3', 'any', 'generic-403', 'scp-allows', 'pass', 'decision.scp', 'allowed'],
  ['S4', 'any', 'generic-403', 'identity-covers-resource', 'fail', 'identity.coversResource', false],
  ['S4', 'any', 'generic-403', 'resource-allows', 'fail', 'decision.resource', 'implicitDeny'],
  ['S5', 'any', 'generic-403', 'boundary-allows', 'fail', 'decision.permissionsBoundary', 'implicitDeny'],
  ['S6', 'session', 'generic-403', 'session-allows', 'fail', 'decision.session', 'implicitDeny'],
  ['S7', 'any', 'generic-403', 'conditions-supported', 'pass', 'identity.unsupportedKeys', []],
  ['S7', 'any', 'generic-403', 'conditions-met', 'pass', 'identity.meetsConditions', true],
  ['S8', 'A', 'generic-403', 'the-time', '2026-11-23T07:15:00Z', 'error.time', '2026-11-23T07:15:00Z'],
  ['A1', 'A', 'ec2-describe-bare', 'caller-identity', user, 'caller.arn', user],
  ['A2', 'A', 'ec2-describe-bare', 'no-deny', 'fail', 'identity.deniesRequest', true],
  ['A3', 'A', 'ec2-describe-bare', 'action-allowed', 'fail', 'identity.namesAction', false],
  ['A4', 'A', 'ec2-describe-bare', 'resource-covered', 'fail', 'identity.coversResource', false],
  ['A5', 'A', 'ec2-describe-bare', 'conditions-met', 'pass', 'identity.meetsConditions', true],
  ['B1', 'B', 'assume-role-denied', 'trust-no-deny', 'fail', 'trust.deniesRequest', true],
  ['B2', 'B', 'assume-role-denied', 'trust-names-caller', 'pass', 'trust.namesCaller', true],
  ['B2', 'B', 'assume-role-denied', 'trust-names-account', 'fail', 'trust.namesAccount', false],
  ['B3', 'B', 'assume-role-denied', 'trust-conditions', 'pass', 'trust.meetsConditions', true],
  ['B4', 'B', 'assume-role-denied', 'identity-no-deny', 'fail', 'identity.deniesRequest', true],
  ['B5', 'B', 'assume-role-denied', 'identity-allows', 'fail', 'identity.coversResource', false],
  ['B6', 'B', 'assume-role-denied', 'identity-conditions', 'pass', 'identity.meetsConditions', true],
  ['C', 'C', 'sts-session-credentials-cannot', 'where-from', 'sso', 'caller.credentialSource', 'sso'],
  ['D1', 'D', 'passrole-missing', 'decoded-no-deny', 'fail', 'decoded.explicitDeny', true],
  ['D1', 'D', 'passrole-missing', 'identity-no-deny', 'fail', 'identity.deniesRequest', true],
  ['D2', 'D', 'passrole-missing', 'called-action-allowed', 'pass', 'identity.allowsCalledAction', true],
  ['D2', 'D', 'passrole-missing', 'pass-role-allowed', 'fail', 'identity.allowsPassRole', false],
  ['D3', 'D', 'passrole-missing', 'shared-conditions', 'pass', 'identity.unsupportedKeys', []],
  ['D4', 'D', 'passrole-missing', 'own-conditions', 'fail', 'identity.allowsPassRole', false],
];

const playbooks = await loadPlaybooks();

describe('each numbered step settles its fact', () => {
  it.each(rows)('%s by %s, %s/%s=%s: %s is %s', async (article, error, playbook, step, answer, fact, value) => {
    const steps = playbooks.playbooks.find(({ id }) => id === playbook)?.steps;
    expect(steps?.find(({ id }) => id === step)?.article).toContain(article);
    const before = await diagnose({ text: errors[error], playbooks });
    expect(before.facts.find(({ name }) => name === fact)?.value).not.toEqual(value);
    const after = await diagnose({ text: errors[error], playbooks, answers: { [`${playbook}/${step}`]: answer } });
    const settled = after.facts.find(({ name }) => name === fact);
    expect(settled).toMatchObject({ value, source: { from: `${playbook}/${step}`, grade: 'answered' } });
  });
});

const numbers = ['S', 'A', 'B', 'D'].flatMap((part) =>
  Array.from({ length: { S: 8, A: 5, B: 6, D: 4 }[part] ?? 0 }, (_, index) => `${part}${index + 1}`),
);

it('no numbered step of the article is missing', () =>
  expect([...numbers, 'C'].filter((number) => !rows.some(([article]) => article === number))).toEqual([]));

describe("the article's own examples select their playbook first", () => {
  it.each([
    ['A', 'ec2-describe-bare'],
    ['B', 'assume-role-denied'],
    ['C', 'sts-session-credentials-cannot'],
    ['D', 'encoded-authorization-message'],
  ] as const)('%s: %s', async (error, first) => {
    const { matches } = await diagnose({ text: errors[error], playbooks });
    expect(matches[0]?.playbook).toBe(first);
  });
  it('C is settled by what AWS states: the credentials are temporary', async () => {
    const { causes } = await diagnose({ text: errors.C, playbooks });
    const cause = causes.find(({ id }) => id === 'temporary-credentials');
    expect(cause).toMatchObject({ state: 'confirmed', strength: 'proves', grade: 'stated' });
  });
  it('D, once decoded to iam:PassRole: passrole-missing', async () => {
    const role = 'arn:aws:iam::123456789012:role/App';
    const context = { principal: { id: 'AIDAEXAMPLE', arn: user }, action: 'iam:PassRole', resource: role };
    const decoded = JSON.stringify({ allowed: false, explicitDeny: false, matchedStatements: { items: [] }, context });
    const answers = { 'encoded-authorization-message/decoded-message': JSON.stringify({ DecodedMessage: decoded }) };
    const { matches, facts } = await diagnose({ text: errors.D, playbooks, answers });
    expect(matches[0]?.playbook).toBe('passrole-missing');
    expect(facts.find(({ name }) => name === 'decoded.action')?.source.grade).toBe('authoritative');
  });
});
