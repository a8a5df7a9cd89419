// Each account is read with the identity that is in it: the caller's, the organization's, the resource owner's.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { account, allow, answersOf, ids } from './account.ts';
import type { Answer, Answers, FakeCall } from './fake-aws.ts';
import { plainEnv } from './opening.ts';
import { diagnoseLive } from './reading.ts';

const owner = '444455556666';
const user = `arn:aws:iam::${account}:user/ci`;
const role = `arn:aws:iam::${owner}:role/Deploy`;
const text = `An error occurred (AccessDenied) when calling the AssumeRole operation: User: ${user} is not authorized to perform: sts:AssumeRole on resource: ${role}`;

const folder = mkdtempSync(join(tmpdir(), 'whydenied-profiles-'));
const credentials = join(folder, 'credentials');
const config = join(folder, 'config');
const profile = (name: string, key: string) => `[${name}]\naws_access_key_id = ${key}\naws_secret_access_key = s\n`;
writeFileSync(credentials, profile('mine', 'AKIAMINE') + profile('boss', 'AKIABOSS') + profile('theirs', 'AKIATHEIRS'));
writeFileSync(
  config,
  `[profile chain]\nrole_arn = arn:aws:iam::${owner}:role/Reader\nsource_profile = mine\nregion = eu-west-1\n`,
);
const env = { ...plainEnv, AWS_CONFIG_FILE: config, AWS_SHARED_CREDENTIALS_FILE: credentials };

const accounts: Readonly<Record<string, string>> = { AKIAMINE: account, AKIABOSS: ids.management, AKIATHEIRS: owner };
const whoami = ({ accessKeyId }: FakeCall): Answer => {
  const Account = accounts[accessKeyId] ?? '';
  return { ok: { Account, Arn: `arn:aws:iam::${Account}:user/ci` } };
};
const trust = JSON.stringify(allow('sts:AssumeRole', '*', { Principal: { AWS: `arn:aws:iam::${account}:user/else` } }));
const others: Answers = {
  'sts:GetCallerIdentity': whoami,
  'iam:GetRole': { ok: { Role: { RoleName: 'Deploy', AssumeRolePolicyDocument: encodeURIComponent(trust) } } },
};
const answers = answersOf({ inline: { own: allow('*') }, scps: [[allow('*')], [allow('*')], [allow('*')]], others });
const keysOf = (calls: readonly FakeCall[], start: string) => [
  ...new Set(calls.filter(({ operation }) => operation.startsWith(start)).map(({ accessKeyId }) => accessKeyId)),
];

describe('two more profiles', () => {
  it('the role is read in its own account, the organization with its own profile', async () => {
    const settings = { env, profile: 'mine', organizationProfile: 'boss', resourceProfile: 'theirs' };
    const { diagnosis, fake } = await diagnoseLive(text, answers, settings);
    expect(keysOf(fake.calls, 'organizations:')).toEqual(['AKIABOSS']);
    expect(keysOf(fake.calls, 'iam:GetRole')).toEqual(['AKIATHEIRS']);
    expect(keysOf(fake.calls, 'iam:ListUserPolicies')).toEqual(['AKIAMINE']);
    expect(diagnosis.layers.find(({ type }) => type === 'trust')).toMatchObject({
      decision: 'implicitDeny',
      grade: 'evaluated',
    });
    expect(diagnosis.layers.find(({ type }) => type === 'scp')).toMatchObject({ decision: 'allowed' });
  });

  it('without one the role of another account is not looked for in this one', async () => {
    const { diagnosis, fake } = await diagnoseLive(text, answers, { env, profile: 'mine' });
    expect(keysOf(fake.calls, 'iam:GetRole')).toEqual([]);
    const layer = diagnosis.layers.find(({ type }) => type === 'trust');
    expect(layer?.notChecked).toMatchObject({ status: 'not-asked', code: 'other-account', detail: owner });
  });
});

describe('what is asked again', () => {
  it('is answered from before: each question goes out once', async () => {
    const { fake } = await diagnoseLive(text, answers, { env, profile: 'mine', resourceProfile: 'theirs' });
    const questions = fake.calls.map(({ operation, input, accessKeyId }) =>
      JSON.stringify([operation, input, accessKeyId]),
    );
    expect(new Set(questions).size).toBe(questions.length);
  });
});

describe('a bucket, whose ARN names no account', () => {
  const other = `An error occurred (AccessDenied) when calling the GetObject operation: User: ${user} is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::reports/a.csv`;
  const settings = { env, profile: 'mine', resourceProfile: 'theirs' };
  const ownedBy = (key: string): Answers => ({
    'sts:GetCallerIdentity': whoami,
    's3:GetBucketPolicy': ({ accessKeyId }) =>
      accessKeyId === key ? { error: [404, 'NoSuchBucketPolicy'] } : { error: [405, 'MethodNotAllowed'] },
  });

  it.each([
    ['AKIATHEIRS', owner],
    ['AKIAMINE', account],
  ])('is read as each identity until one is of its owner: %s', async (key, accountId) => {
    const { diagnosis } = await diagnoseLive(other, answersOf({ others: ownedBy(key) }), settings);
    expect(diagnosis.facts.find(({ name }) => name === 'target.accountId')).toMatchObject({ value: accountId });
    expect(diagnosis.facts.find(({ name }) => name === 'policy.resource')).toMatchObject({ status: 'absent' });
    expect(diagnosis.facts.find(({ name }) => name === 'target.exists')).toBeUndefined();
  });
});
