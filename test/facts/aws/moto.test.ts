// An account in moto_server, where that is installed: one layer denies at a time, and the live read finds it.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnose.ts';
import type { PolicyType } from '../../../src/model/denial.ts';
import { loadPlaybooks } from '../../../src/playbook/load.ts';
import { openLive } from '../../../src/facts/aws/live.ts';
import { allow, anyone, deny, type Document } from './account.ts';
import { plainEnv } from './opening.ts';

const isInstalled = (name: string): boolean => {
  try {
    execFileSync('which', [name], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
const hasMoto = isInstalled('moto_server');
if (!hasMoto) process.stderr.write('skipped: the account in moto_server (it wants moto_server)\n');

const account = '123456789012';
const caller = `arn:aws:iam::${account}:user/ci`;
const roleArn = `arn:aws:iam::${account}:role/Deploy`;
const playbooks = await loadPlaybooks({});
let server: ChildProcess | undefined;
let url = '';

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => {
        resolve(port);
      });
    });
  });

const scope = (service: string) =>
  `AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/20260101/eu-west-1/${service}/aws4_request, SignedHeaders=host, Signature=x`;

/** The set-up is done by plain requests, none of which this program could make. */
async function iam(action: string, input: Readonly<Record<string, string | Document>>): Promise<string> {
  const fields = Object.entries(input).map(([k, v]) => [k, typeof v === 'string' ? v : JSON.stringify(v)]);
  const body = new URLSearchParams([['Action', action], ['Version', '2010-05-08'], ...(fields as [string, string][])]);
  const answer = await fetch(url, { method: 'POST', headers: { authorization: scope('iam') }, body });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${action}: ${text}`);
  return text;
}

async function putBucket(path: string, body: string): Promise<void> {
  const answer = await fetch(`${url}/${path}`, { method: 'PUT', headers: { authorization: scope('s3') }, body });
  if (!answer.ok) throw new Error(`PUT ${path}: ${await answer.text()}`);
}

beforeAll(async () => {
  if (!hasMoto) return;
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  server = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const isUp = await fetch(`${url}/moto-api/`).then(
      () => true,
      () => false,
    );
    if (isUp) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}, 60_000);

afterAll(() => {
  server?.kill();
});

/** One user, a role it may assume, a bucket: each allows everything until a case changes it. */
async function freshAccount(): Promise<void> {
  await fetch(`${url}/moto-api/reset`, { method: 'POST' });
  await iam('CreateUser', { UserName: 'ci' });
  await iam('PutUserPolicy', { UserName: 'ci', PolicyName: 'own', PolicyDocument: allow('*') });
  await iam('CreateRole', { RoleName: 'Deploy', AssumeRolePolicyDocument: trust(account) });
  await iam('PutRolePolicy', { RoleName: 'Deploy', PolicyName: 'own', PolicyDocument: allow('*') });
  await putBucket(
    'reports',
    '<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint></CreateBucketConfiguration>',
  );
}

const trust = (who: string): Document => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: who } }],
});

async function boundRole(): Promise<void> {
  const made = await iam('CreatePolicy', { PolicyName: 'fence', PolicyDocument: allow('sqs:*') });
  const PermissionsBoundary = /<Arn>([^<]+)<\/Arn>/.exec(made)?.[1] ?? '';
  await iam('PutRolePermissionsBoundary', { RoleName: 'Deploy', PermissionsBoundary });
}

const denial = (who: string, action: string, on: string) =>
  `An error occurred (AccessDenied) when calling the Some operation: User: ${who} is not authorized to perform: ${action} on resource: ${on}`;
const session = `arn:aws:sts::${account}:assumed-role/Deploy/run-7`;
const get = (who: string) => denial(who, 's3:GetObject', 'arn:aws:s3:::reports/a.csv');
const objects = 'arn:aws:s3:::reports/*';

type Row = readonly [rule: string, text: string, change: () => Promise<unknown>, layer: PolicyType, decision: string];
const own = (document: Document) =>
  iam('PutUserPolicy', { UserName: 'ci', PolicyName: 'own', PolicyDocument: document });
const bucket = (document: Document) => putBucket('reports?policy', JSON.stringify(document));
const trustOnly = (who: string) => iam('UpdateAssumeRolePolicy', { RoleName: 'Deploy', PolicyDocument: trust(who) });
const stranger = `arn:aws:iam::${account}:user/else`;
const assume = denial(caller, 'sts:AssumeRole', roleArn);
const rows: readonly Row[] = [
  ['the user has no policy that allows it', get(caller), () => own(allow('sqs:*')), 'identity', 'implicitDeny'],
  ['the boundary of the role leaves it out', get(session), boundRole, 'permissionsBoundary', 'implicitDeny'],
  [
    'the bucket denies it',
    get(caller),
    () => bucket(deny('s3:GetObject', objects, anyone)),
    'resource',
    'explicitDeny',
  ],
  ['the role does not trust the user', assume, () => trustOnly(stranger), 'trust', 'implicitDeny'],
];

describe.skipIf(!hasMoto)('an account in moto', () => {
  it.each(rows)('%s', { timeout: 60_000 }, async (_, text, change, layer, decision) => {
    await freshAccount();
    await change();
    const live = await openLive({ env: plainEnv, endpointUrl: url });
    const { layers, causes } = await diagnose({ text, playbooks, sources: [live.source] });
    live.close();
    expect(layers.find(({ type }) => type === layer)).toMatchObject({ decision, grade: 'evaluated' });
    const others = layers.filter(({ type, decision: found }) => type !== layer && /Deny$/.test(found));
    expect(others).toEqual([]);
    expect(causes.filter(({ state, grade }) => state === 'confirmed' && grade === 'evaluated')).not.toEqual([]);
  });
});
