// Every place that credentials can come from, tried for real: a program, a container, an instance, a web identity token, a sign-in to IAM Identity Center.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { openLive } from '../../../src/facts/aws/live.ts';
import { identityOf } from '../../../src/facts/aws/read/desk.ts';
import { account } from './account.ts';

const later = '2099-01-01T00:00:00Z';
const role = `arn:aws:iam::${account}:role/Deploy`;
const portal = 'https://corp.example/start';

/** The credentials of each place have a key that tells where they are from. */
const json = (key: string) =>
  JSON.stringify({
    AccessKeyId: key,
    SecretAccessKey: 's',
    Token: 't',
    SessionToken: 't',
    Expiration: later,
    Version: 1,
  });
const assumed = (operation: string, key: string) =>
  `<${operation}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><${operation}Result><Credentials><AccessKeyId>${key}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>${later}</Expiration></Credentials><AssumedRoleUser><Arn>${role}</Arn><AssumedRoleId>A:x</AssumedRoleId></AssumedRoleUser></${operation}Result></${operation}Response>`;
const identity = (arn: string) =>
  `<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>${arn}</Arn><Account>${account}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`;

const plain: Readonly<Record<string, string>> = {
  'GET /container': json('ASIACONTAINER'),
  'PUT /latest/api/token': 'a-token',
  'GET /latest/meta-data/iam/security-credentials/': 'Deploy',
  'GET /latest/meta-data/iam/security-credentials/Deploy': json('ASIAINSTANCE'),
  'GET /federation/credentials': JSON.stringify({
    roleCredentials: { accessKeyId: 'ASIASSO', secretAccessKey: 's', sessionToken: 't', expiration: Date.parse(later) },
  }),
};

function answerTo(request: IncomingMessage, body: string): string | undefined {
  const action = new URLSearchParams(body).get('Action');
  if (action === 'GetCallerIdentity')
    return identity(/Credential=(\w+)/.exec(request.headers.authorization ?? '')?.[1] ?? 'nobody');
  if (action === 'AssumeRoleWithWebIdentity') return assumed(action, 'ASIAWEB');
  if (action === 'AssumeRole') return assumed(action, 'ASIAROLE');
  return plain[`${request.method ?? ''} ${(request.url ?? '').split('?')[0] ?? ''}`];
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const answer = answerTo(request, Buffer.concat(chunks).toString('utf8'));
    const type = answer?.startsWith('<') === true ? 'text/xml' : 'application/json';
    const headers = request.method === 'PUT' ? { 'x-aws-ec2-metadata-token-ttl-seconds': '600' } : {};
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': type, ...headers }).end(answer);
  });
});

const home = mkdtempSync(join(tmpdir(), 'whydenied-home-'));
let url = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const cache = join(home, '.aws', 'sso', 'cache');
  mkdirSync(cache, { recursive: true });
  const token = { startUrl: portal, region: 'eu-west-1', accessToken: 'token', expiresAt: later };
  writeFileSync(join(cache, `${createHash('sha1').update('corp').digest('hex')}.json`), JSON.stringify(token));
  writeFileSync(join(home, 'token'), 'a.web.token');
  writeFileSync(join(home, '.aws', 'config'), config());
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const config = (): string => `
[profile program]
credential_process = ${process.execPath} -e "console.log(process.env.PRINTED)"
[profile corp]
sso_session = corp
sso_account_id = ${account}
sso_role_name = Deploy
[sso-session corp]
sso_region = eu-west-1
sso_start_url = ${portal}
[profile keys]
aws_access_key_id = AKIAKEYS
aws_secret_access_key = s
[profile chain]
role_arn = ${role}
source_profile = keys
[profile pod]
role_arn = ${role}
web_identity_token_file = ${join(home, 'token')}
`;

type Place = (at: string) => Readonly<Record<string, string>>;
const rows: readonly (readonly [source: string, key: string, place: Place])[] = [
  ['environment', 'AKIAENV', () => ({ AWS_ACCESS_KEY_ID: 'AKIAENV', AWS_SECRET_ACCESS_KEY: 's' })],
  ['process', 'ASIAPROGRAM', () => ({ AWS_PROFILE: 'program', PRINTED: json('ASIAPROGRAM') })],
  ['assume-role', 'ASIAROLE', () => ({ AWS_PROFILE: 'chain' })],
  ['sso', 'ASIASSO', () => ({ AWS_PROFILE: 'corp' })],
  ['web-identity', 'ASIAWEB', () => ({ AWS_PROFILE: 'pod' })],
  ['web-identity', 'ASIAWEB', () => ({ AWS_WEB_IDENTITY_TOKEN_FILE: join(home, 'token'), AWS_ROLE_ARN: role })],
  ['container', 'ASIACONTAINER', (at) => ({ AWS_CONTAINER_CREDENTIALS_FULL_URI: `${at}/container` })],
  ['instance-metadata', 'ASIAINSTANCE', (at) => ({ AWS_EC2_METADATA_SERVICE_ENDPOINT: at })],
];

/** The SDK looks into the environment of the process, whatever it is told. */
function settle(place: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const env = { HOME: home, PATH: process.env['PATH'] ?? '', AWS_REGION: 'eu-west-1', ...place };
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) vi.stubEnv(name, undefined);
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  return env;
}

it.each(rows)('%s gives %s', { timeout: 20_000 }, async (source, key, place) => {
  const env = settle(place(url));
  const live = await openLive({ env, endpointUrl: url });
  const answer = await identityOf(live, live.caller);
  live.close();
  expect(answer).toMatchObject({ status: 'present', value: { arn: key } });
  expect(live.caller.choice.source).toBe(source);
});
