// Which credentials, region and addresses count: as the AWS CLI decides, with a note where other tools decide otherwise.
import { describe, expect, it } from 'vitest';
import { chooseCredentials } from '../../../src/facts/aws/credentials/choose.ts';
import { endpointOverrides } from '../../../src/facts/aws/credentials/endpoints.ts';
import { readIni, settingOf, type Environment, type Profiles } from '../../../src/facts/aws/credentials/profiles.ts';
import { chooseRegion } from '../../../src/facts/aws/credentials/region.ts';
import { endpointFor } from '../../../src/facts/aws/wire/endpoint.ts';
import type { ServiceName } from '../../../src/facts/aws/wire/services.ts';

const profiles: Profiles = {
  config: readIni(`
# a comment
[default]
region = eu-central-1
[profile sso]
sso_session = corp
region=us-west-2
[profile chain]
role_arn = arn:aws:iam::111122223333:role/R
source_profile = keys
[profile pod]
role_arn = arn:aws:iam::111122223333:role/R
web_identity_token_file = /token
[profile tool]
credential_process = /bin/creds
[profile plain]
aws_access_key_id = AKIAEXAMPLE
[profile local]
services = mine
endpoint_url = http://profile
[services mine]
s3 =
  endpoint_url = http://s3-of-profile
`),
  shared: readIni('[keys]\naws_access_key_id = AKIAEXAMPLE\n[default]\naws_access_key_id = AKIAEXAMPLE'),
};
const keys = { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 's' };

type Row = readonly [rule: string, env: Environment, flag: string | undefined, expected: object];
const rows: readonly Row[] = [
  ['keys in the environment come first', keys, undefined, { source: 'environment', notices: [] }],
  [
    'even beside AWS_PROFILE, where SDKs differ',
    { ...keys, AWS_PROFILE: 'keys' },
    undefined,
    { source: 'environment', notices: [{ code: 'sdk-prefers-profile', detail: 'keys' }] },
  ],
  [
    '--profile passes them over',
    keys,
    'keys',
    {
      source: 'shared-credentials-file',
      profile: 'keys',
      notices: [{ code: 'environment-passed-over', detail: 'keys' }],
    },
  ],
  ['--profile beats AWS_PROFILE', { AWS_PROFILE: 'sso' }, 'chain', { source: 'assume-role', profile: 'chain' }],
  ['AWS_PROFILE', { AWS_PROFILE: 'sso' }, undefined, { source: 'sso', profile: 'sso' }],
  ['its older name', { AWS_DEFAULT_PROFILE: 'tool' }, undefined, { source: 'process', profile: 'tool' }],
  ['the default profile', {}, undefined, { source: 'shared-credentials-file', profile: 'default' }],
  ['keys in the config file', {}, 'plain', { source: 'config-file' }],
  ['a token file of a profile', {}, 'pod', { source: 'web-identity' }],
  [
    'a token file of the environment',
    { AWS_WEB_IDENTITY_TOKEN_FILE: '/t', AWS_ROLE_ARN: 'r' },
    undefined,
    { source: 'web-identity' },
  ],
  [
    'a container',
    { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://x', AWS_PROFILE: 'local' },
    undefined,
    { source: 'container' },
  ],
  [
    'CloudShell',
    { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://x', AWS_EXECUTION_ENV: 'CloudShell', AWS_PROFILE: 'local' },
    undefined,
    { source: 'cloudshell' },
  ],
  ['else instance metadata', {}, 'local', { source: 'instance-metadata' }],
  ['a profile that is not there', {}, 'nosuch', { problem: { code: 'no-such-profile', detail: 'nosuch' } }],
  [
    'AWS_PROFILE that is not there',
    { AWS_PROFILE: 'nosuch' },
    undefined,
    { problem: { code: 'no-such-profile', detail: 'nosuch' } },
  ],
  [
    'half a key',
    { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE' },
    undefined,
    { problem: { code: 'half-a-key', detail: 'AWS_SECRET_ACCESS_KEY' } },
  ],
  [
    'a temporary key alone',
    { ...keys, AWS_ACCESS_KEY_ID: 'ASIAEXAMPLE' },
    undefined,
    { notices: [{ code: 'key-without-session-token', detail: 'AWS_SESSION_TOKEN' }] },
  ],
  [
    'an empty variable is none',
    { AWS_ACCESS_KEY_ID: '', AWS_PROFILE: '' },
    undefined,
    { source: 'shared-credentials-file' },
  ],
];

it.each(rows)('credentials: %s', (_, env, flag, expected) => {
  expect(chooseCredentials(env, profiles, flag)).toMatchObject(expected);
});

const regions: readonly (readonly [string, Environment, string | undefined, string, object])[] = [
  [
    'the flag',
    { AWS_REGION: 'us-east-1' },
    'eu-west-3',
    'default',
    { region: 'eu-west-3', source: 'flag', notices: [] },
  ],
  [
    'AWS_REGION before AWS_DEFAULT_REGION',
    { AWS_REGION: 'us-east-1', AWS_DEFAULT_REGION: 'eu-west-1' },
    undefined,
    'default',
    { region: 'us-east-1', notices: [{ code: 'region-variables-differ' }] },
  ],
  [
    'AWS_DEFAULT_REGION alone',
    { AWS_DEFAULT_REGION: 'eu-west-1' },
    undefined,
    'default',
    { region: 'eu-west-1', notices: [{ code: 'region-for-cli-only' }] },
  ],
  ['the profile', {}, undefined, 'sso', { region: 'us-west-2', source: 'profile' }],
  ['none', {}, undefined, 'tool', { source: 'none' }],
  [
    'what is no region reaches no host name',
    { AWS_REGION: 'evil.example/' },
    undefined,
    'tool',
    { source: 'AWS_REGION' },
  ],
];

it.each(regions)('region: %s', (_, env, flag, profile, expected) => {
  const choice = chooseRegion(env, profiles, profile, flag);
  expect(choice).toMatchObject(expected);
  expect(choice.region ?? '').toMatch(/^[a-z0-9-]*$/);
});

const none = () => undefined;
const hosts: readonly (readonly [ServiceName, string, string, string])[] = [
  ['iam', 'eu-west-1', 'https://iam.amazonaws.com', 'us-east-1'],
  ['iam', 'us-gov-east-1', 'https://iam.us-gov.amazonaws.com', 'us-gov-west-1'],
  ['iam', 'cn-northwest-1', 'https://iam.cn-north-1.amazonaws.com.cn', 'cn-north-1'],
  ['organizations', 'eu-west-1', 'https://organizations.us-east-1.amazonaws.com', 'us-east-1'],
  ['organizations', 'cn-north-1', 'https://organizations.cn-northwest-1.amazonaws.com.cn', 'cn-northwest-1'],
  ['sts', 'ap-east-1', 'https://sts.ap-east-1.amazonaws.com', 'ap-east-1'],
  ['ecr', 'eusc-de-east-1', 'https://api.ecr.eusc-de-east-1.amazonaws.eu', 'eusc-de-east-1'],
  ['kms', 'us-iso-east-1', 'https://kms.us-iso-east-1.c2s.ic.gov', 'us-iso-east-1'],
  ['s3control', 'eu-west-1', 'https://111122223333.s3-control.eu-west-1.amazonaws.com', 'eu-west-1'],
];

it.each(hosts)('address of %s in %s', (service, region, url, signing) => {
  expect(endpointFor(service, region, none, '111122223333')).toEqual({ url, region: signing });
});

describe('addresses set by hand', () => {
  const of = (env: Environment, flag?: string) => endpointOverrides(env, profiles, 'local', flag);
  it.each([
    ['the flag beats all', of({ AWS_ENDPOINT_URL: 'http://all' }, 'http://flag')('s3'), 'http://flag'],
    [
      'one service before all',
      of({ AWS_ENDPOINT_URL: 'http://all', AWS_ENDPOINT_URL_S3: 'http://s3' })('s3'),
      'http://s3',
    ],
    ['all', of({ AWS_ENDPOINT_URL: 'http://all' })('iam'), 'http://all'],
    ['the services section of the profile', of({})('s3'), 'http://s3-of-profile'],
    ['the profile', of({})('iam'), 'http://profile'],
    [
      'ignored on demand',
      of({ AWS_ENDPOINT_URL: 'http://all', AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' })('iam'),
      undefined,
    ],
  ])('%s', (_, found, expected) => expect(found).toBe(expected));

  it('a setting is asked of the credentials file first', () =>
    expect(settingOf(profiles, 'default', 'aws_access_key_id')).toBe('AKIAEXAMPLE'));
});
