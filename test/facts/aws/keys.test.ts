// The key behind a resource: which one it is by the settings of the resource, its state, and what its policy and grants do.
import { describe, expect, it } from 'vitest';
import { keyRows } from '../../../src/facts/aws/rows/keys.ts';
import { keyRowFor } from '../../../src/facts/aws/rows/rows.ts';
import type { KeyRow } from '../../../src/facts/aws/rows/row.ts';
import { serviceOf } from '../../../src/facts/aws/operations.ts';
import { serviceRow } from '../../../src/facts/aws/wire/services.ts';
import { account, allow, deny } from './account.ts';
import { exampleArns } from './example-arns.ts';
import type { Answer, Answers } from './fake-aws.ts';
import { nested } from './nested.ts';
import { readSettings } from './settings.ts';

const keyArn = `arn:aws:kms:eu-west-1:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const user = `arn:aws:iam::${account}:user/ci`;
const arnOf = (row: KeyRow): string => exampleArns[`${row.service} ${row.of}`] ?? '';
const named = keyRows.map((row) => [`${row.of} (${row.service})`, row] as const);
const answers = (row: KeyRow, answer: Answer, more: Answers = {}): Answers => ({ [row.call]: answer, ...more });
const subject = (row: KeyRow) => ({ resource: arnOf(row), action: 's3:PutObject', ownerId: account });

function stating(row: KeyRow, key: string): Answer {
  if (row.call === 'sns:GetTopicAttributes') return { ok: { Attributes: new Map([['KmsMasterKeyId', key]]) } };
  return { ok: nested(row.answer, key) as object };
}

const described: Answer = { ok: { KeyMetadata: { Arn: keyArn, KeyState: 'Disabled', KeyManager: 'CUSTOMER' } } };

describe('the key of a resource', () => {
  it.each(named)('%s fits its own example', (_, row) => {
    expect(keyRowFor(arnOf(row))?.row).toBe(row);
  });

  it.each(named)('%s names it', async (_, row) => {
    const { of, fake } = await readSettings(answers(row, stating(row, keyArn)), subject(row), ['key.arn']);
    expect(fake.strays).toEqual([]);
    expect(of('key.arn')).toMatchObject({ status: 'present', value: keyArn });
  });

  it.each(named)('%s names its alias, which is looked up', async (_, row) => {
    const more: Answers = { 'kms:DescribeKey': described };
    const { of } = await readSettings(answers(row, stating(row, 'alias/app'), more), subject(row), ['key.arn']);
    expect(of('key.arn')).toMatchObject({ value: keyArn });
  });
});

describe('the key of a resource is unknown or absent', () => {
  it.each(named)('%s may not be looked at', async (_, row) => {
    const { of } = await readSettings(answers(row, { error: [403, 'AccessDenied', 'no'] }), subject(row), ['key.arn']);
    expect(of('key.arn')).toMatchObject({
      status: 'denied',
      why: { command: expect.stringMatching(/^aws /) as string },
    });
  });

  it.each(named.filter(([, row]) => row.missing !== undefined))('%s is not there', async (_, row) => {
    const status = serviceRow(serviceOf(row.call)).protocol === 'json' ? 400 : 404;
    const answer: Answer = { error: [status, row.missing?.[0] ?? '', 'no'] };
    const { of } = await readSettings(answers(row, answer), subject(row), ['key.arn']);
    expect(of('key.arn')).toMatchObject({ status: 'not-retrievable', why: { code: 'no-such-resource' } });
  });

  it.each(named.filter(([, row]) => row.usual === undefined))('%s has none', async (_, row) => {
    const { of } = await readSettings(answers(row, { ok: {} }), subject(row), ['key.arn']);
    expect(of('key.arn')).toMatchObject({ status: 'absent' });
  });
});

const queue = { resource: exampleArns['sqs SQS queue'] ?? '', action: 'sqs:SendMessage', principal: user };
const stated = (key: string): Answers => ({
  'sqs:GetQueueAttributes': { ok: { Attributes: { KmsMasterKeyId: key } } },
});

describe('a key that is named in another way', () => {
  it('an id is one of the account and region of the resource', async () => {
    const { of } = await readSettings(stated('1234abcd-12ab-34cd-56ef-1234567890ab'), queue, ['key.arn']);
    expect(of('key.arn')).toMatchObject({ value: keyArn });
  });

  it("an alias of AWS's own that may not be looked up is still AWS's", async () => {
    const { of } = await readSettings(stated('alias/aws/sqs'), queue, ['key.arn']);
    expect(of('key.arn')).toMatchObject({ status: 'not-retrievable', why: { code: 'key-alias' } });
    expect(of('key.manager')).toMatchObject({ value: 'AWS' });
  });

  it('an object may have another key than new ones get', async () => {
    const read = { resource: 'arn:aws:s3:::reports/a', action: 's3:GetObject', ownerId: account };
    const { of, fake } = await readSettings({}, read, ['key.arn']);
    expect(of('key.arn')).toMatchObject({ status: 'not-asked', why: { code: 'key-of-each' } });
    expect(fake.calls).toEqual([]);
  });
});

const key = { keyArn, resource: keyArn, action: 'kms:Decrypt', principal: user };
const policy = (document: object): Answers => ({ 'kms:GetKeyPolicy': { ok: { Policy: JSON.stringify(document) } } });
const root = { Principal: { AWS: `arn:aws:iam::${account}:root` } };
const grants = (...list: readonly object[]): Answers => ({
  'kms:ListGrants': { ok: { Grants: list, Truncated: false } },
});
const grant = { GranteePrincipal: user, Operations: ['Decrypt'] };
const notFound: Answer = { error: [400, 'NotFoundException', 'no'] };
const refused: Answer = { error: [400, 'AccessDeniedException', 'no'] };

type Row = readonly [rule: string, answers: Answers, fact: string, found: object];
const rows: readonly Row[] = [
  ['a state', { 'kms:DescribeKey': described }, 'key.state', { value: 'Disabled', source: { grade: 'stated' } }],
  ['a manager', { 'kms:DescribeKey': described }, 'key.manager', { value: 'CUSTOMER' }],
  ['a key that exists', { 'kms:DescribeKey': described }, 'key.exists', { value: true }],
  ['a key that does not', { 'kms:DescribeKey': notFound }, 'key.exists', { value: false }],
  ['a denied description', { 'kms:DescribeKey': refused }, 'key.exists', { status: 'denied' }],
  ['a denied description hides the state', { 'kms:DescribeKey': refused }, 'key.state', { status: 'denied' }],
  [
    'delegation',
    policy(allow('kms:*', '*', root)),
    'key.policyDelegates',
    { value: true, source: { grade: 'evaluated' } },
  ],
  ['no delegation', policy(deny('kms:*', '*', root)), 'key.policyDelegates', { value: false }],
  ['a caller who is not named', policy(allow('kms:*', '*', root)), 'key.policyNamesCaller', { value: false }],
  ['a denied policy', { 'kms:GetKeyPolicy': refused }, 'key.policyDelegates', { status: 'denied' }],
  ['a grant', grants(grant), 'key.grantCoversCaller', { value: true }],
  ['no grant', grants(), 'key.grantCoversCaller', { value: false }],
  [
    'a grant with constraints',
    grants({ ...grant, Constraints: { EncryptionContextEquals: { app: 'x' } } }),
    'key.grantCoversCaller',
    { status: 'not-retrievable', why: { code: 'grant-constraints' } },
  ],
  ['denied grants', { 'kms:ListGrants': refused }, 'key.grantCoversCaller', { status: 'denied' }],
];

describe('a key has', () => {
  it.each(rows)('%s', async (_, given, fact, found) => {
    const { of, fake } = await readSettings(given, key, [fact]);
    expect(of(fact)).toMatchObject(found);
    const calls = fake.calls.map(({ operation }) => operation).filter((operation) => operation.startsWith('kms:'));
    expect(calls).toEqual(Object.keys(given));
  });

  it('more grants than one page', async () => {
    const pages: Answers = {
      'kms:ListGrants': ({ input }) =>
        input['Marker'] === 'next'
          ? { ok: { Grants: [grant], Truncated: false } }
          : { ok: { Grants: [], Truncated: true, NextMarker: 'next' } },
    };
    const { of } = await readSettings(pages, key, ['key.grantCoversCaller']);
    expect(of('key.grantCoversCaller')).toMatchObject({ value: true });
  });

  it('to serve what the call needs of it, whatever service is called', async () => {
    const given = { ...stated(keyArn), ...grants(grant) };
    const { of } = await readSettings(given, queue, ['key.grantCoversCaller']);
    expect(of('key.grantCoversCaller')).toMatchObject({ value: false });
  });
});
