// The built program against a fake endpoint: what it says where, what it writes, and how it exits.
import { existsSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { account, allow, answersOf } from '../facts/aws/account.ts';
import { startFakeAws, type Answers, type FakeAws } from '../facts/aws/fake-aws.ts';
import { plainEnv } from '../facts/aws/opening.ts';
import { holds, whydenied, type Row } from './program.ts';

const user = `arn:aws:iam::${account}:user/ci`;
const queue = `arn:aws:sqs:eu-west-1:${account}:jobs`;
const denial = `An error occurred (AccessDenied) when calling the SendMessage operation: User: ${user} is not authorized to perform: sqs:SendMessage on resource: ${queue}`;
const decoded = {
  allowed: false,
  explicitDeny: false,
  matchedStatements: { items: [] },
  failures: { items: [] },
  context: {
    principal: { id: 'AIDAEXAMPLE', name: 'ci', arn: user },
    action: 'ec2:RunInstances',
    resource: '*',
    conditions: { items: [] },
  },
};
const blob = 'AbCdEf0123456789_-'.repeat(12);

const answers: Answers = answersOf({
  inline: { own: allow('s3:*') },
  others: {
    'sqs:GetQueueAttributes': { ok: {} },
    'iam:ListGroupsForUser': { error: [403, 'AccessDenied', 'not authorized'] },
    'sts:DecodeAuthorizationMessage': { ok: { DecodedMessage: JSON.stringify(decoded) } },
    'sts:GetCallerIdentity': ({ accessKeyId }) =>
      accessKeyId === 'AKIAEXPIRED'
        ? { error: [403, 'ExpiredToken', 'The security token included in the request is expired'] }
        : { ok: { UserId: 'AIDAEXAMPLE', Account: account, Arn: user } },
  },
});

let fake: FakeAws;
const env = (more: Readonly<Record<string, string>> = {}) => ({ ...plainEnv, AWS_ENDPOINT_URL: fake.url, ...more });
const file = join(mkdtempSync(join(tmpdir(), 'whydenied-')), 'facts.json');
beforeAll(async () => {
  fake = await startFakeAws(answers);
});
afterAll(() => fake.close());

type Case = Omit<Row, 'env'> & { readonly more?: Readonly<Record<string, string>> };
const dead = { AWS_ACCESS_KEY_ID: 'AKIAEXPIRED' };
const cases: readonly Case[] = [
  {
    says: 'a live report says what it reads, on stderr',
    argv: ['--live', denial],
    code: 0,
    stdout: ['sqs:SendMessage', 'Reading it was denied'],
    stderr: ['iam:ListUserPolicies: read', 'iam:ListGroupsForUser: denied', 'permissions --missing'],
  },
  {
    says: 'dead credentials: the report comes, and 4',
    argv: ['--live', denial],
    more: dead,
    code: 4,
    stdout: ['sqs:SendMessage'],
    stderr: ['no usable credentials', 'expired'],
  },
  {
    says: 'no such profile',
    argv: ['--live', '--profile', 'nosuch', denial],
    code: 4,
    stdout: ['sqs:SendMessage'],
    stderr: ['there is no profile nosuch'],
  },
  {
    says: 'a network that is not there is a diagnosis',
    argv: ['--live', '--endpoint-url', 'http://127.0.0.1:9', denial],
    code: 0,
    stdout: ['sqs:SendMessage'],
    stderr: ['not reached'],
  },
  {
    says: 'without --live a profile does nothing, and that is said',
    argv: ['--profile', 'x', denial],
    code: 2,
    stdout: [],
    stderr: ['--live'],
  },
  {
    says: 'an address that is none',
    argv: ['--live', '--endpoint-url', 'localhost', denial],
    code: 2,
    stdout: [],
    stderr: ['is no address'],
  },
  {
    says: 'whoami',
    argv: ['whoami'],
    code: 0,
    stdout: [user, 'environment variables', 'eu-west-1 (AWS_REGION)'],
    stderr: ['asking AWS'],
  },
  {
    says: 'whoami with dead credentials',
    argv: ['whoami'],
    more: dead,
    code: 4,
    stdout: ['unknown'],
    stderr: ['no usable credentials'],
  },
  {
    says: 'whoami as JSON',
    argv: ['whoami', '--json'],
    code: 0,
    stdout: [`"arn": "${user}"`, '"credentialSource": "environment"'],
  },
  {
    says: 'decode',
    argv: ['decode', blob],
    code: 0,
    stdout: ['"explicitDeny": false', 'ec2:RunInstances'],
    stderr: ['to be decoded'],
  },
  {
    says: 'decode from a whole error',
    argv: [
      'decode',
      `You are not authorized to perform this operation. Encoded authorization failure message: ${blob}`,
    ],
    code: 0,
    stdout: ['ec2:RunInstances'],
  },
  {
    says: 'decode as JSON is the message alone',
    argv: ['decode', '--json', blob],
    code: 0,
    stdout: ['"allowed": false'],
  },
  {
    says: 'nothing to decode',
    argv: ['decode', 'hello there'],
    code: 2,
    stdout: [],
    stderr: ['no whole encoded message'],
  },
  {
    says: 'permissions for one purpose',
    argv: ['permissions', '--for', 'organization'],
    code: 0,
    stdout: ['organizations:ListParents', 'iam:SimulatePrincipalPolicy'],
  },
  {
    says: 'permissions for nothing known',
    argv: ['permissions', '--for', 'everything'],
    code: 2,
    stderr: ['one of: caller'],
  },
  {
    says: 'only what was denied',
    argv: ['permissions', '--missing', denial],
    code: 0,
    stdout: ['"iam:ListGroupsForUser"'],
    stderr: ['iam:ListGroupsForUser: denied'],
  },
  { says: 'snapshot wants a file', argv: ['snapshot', denial], code: 2, stdout: [], stderr: ['--out FILE'] },
];

it.each(cases)('$says', async ({ more = {}, ...row }) => {
  await holds({ ...row, env: env(more) });
  expect(fake.strays).toEqual([]);
});

describe('snapshot', () => {
  it('writes a file for its owner only, without secrets, that diagnoses the same', async () => {
    const written = await whydenied(['snapshot', '--out', file, denial], { env: env() });
    expect(written).toMatchObject({ code: 0, stdout: '' });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).not.toMatch(/secret|AKIAEXAMPLE/);
    const live = await whydenied(['--live', denial], { env: env() });
    const later = await whydenied(['--facts', file, denial]);
    const timeless = (text: string) => text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME');
    expect(timeless(later.stdout)).toBe(timeless(live.stdout));
  });
  it('writes one with pseudonyms, that diagnoses the same with the error it prints', async () => {
    const redacted = await whydenied(['snapshot', '--redact', '--out', file, denial], { env: env() });
    expect(redacted).toMatchObject({ code: 0 });
    const content = `${readFileSync(file, 'utf8')}${redacted.stdout}`;
    expect(content).not.toMatch(new RegExp(`${account}|user/ci|:jobs`));
    const live = await whydenied(['--live', '--redact', denial], { env: env() });
    const later = await whydenied(['--facts', file, redacted.stdout]);
    expect(shape(later.stdout)).toEqual(shape(live.stdout));
  });
  it('writes none where a secret would be left in it', async () => {
    const [folder, text] = [join(file, '..', 'refused.json'), `${denial} password=hunter2hunter2`];
    const refused = await whydenied(['snapshot', '--redact', '--out', folder, text], { env: env() });
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('error (password)');
    expect(existsSync(folder)).toBe(false);
  });
});

/** How a report is laid out, whatever its names and times. */
const shape = (report: string): readonly string[] =>
  report
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
    .replace(/\b(?:[bdfgklmnprstvz][aeiou]){2}[bdfgklmnprstvz]\b|5555\d{8}/gi, 'NAME')
    .split(/\s+/);
