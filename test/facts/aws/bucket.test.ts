// The settings of a bucket: what is set, what was never set and what then holds, what may not be read; and where the bucket is.
import { describe, expect, it } from 'vitest';
import type { FactValue } from '../../../src/model/fact.ts';
import { account } from './account.ts';
import type { Answer, Answers, FakeCall } from './fake-aws.ts';
import { readSettings } from './settings.ts';

const object = { resource: 'arn:aws:s3:::reports/a.csv', ownerId: account };
const error = (status: number, code: string): Answer => ({ error: [status, code, 'no'] });
const block = (...on: readonly string[]): Answer => ({ ok: Object.fromEntries(on.map((name) => [name, 'TRUE'])) });
const none = error(404, 'NoSuchPublicAccessBlockConfiguration');
const denied = error(403, 'AccessDenied');
const encrypted = (algorithm: string): Answer => ({
  ok: { Rule: { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: algorithm } } },
});
const blocks = (own: Answer, whole: Answer): Answers => ({
  's3:GetPublicAccessBlock': own,
  's3control:GetPublicAccessBlock': whole,
});
const all = ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets'];

type Row = readonly [rule: string, fact: string, answers: Answers, value: FactValue | undefined];
const rows: readonly Row[] = [
  ['nobody blocks', 'bucket.blockPublicAccess', blocks(none, none), []],
  [
    'bucket and account together',
    'bucket.blockPublicAccess',
    blocks(block('BlockPublicAcls'), block('RestrictPublicBuckets')),
    ['BlockPublicAcls', 'RestrictPublicBuckets'],
  ],
  ['all of it, whatever the account says', 'bucket.blockPublicAccess', blocks(block(...all), denied), all],
  ['a part, with the account unread', 'bucket.blockPublicAccess', blocks(block('BlockPublicAcls'), denied), undefined],
  ['the bucket unread', 'bucket.blockPublicAccess', blocks(denied, none), undefined],
  ['a public policy', 'bucket.policyIsPublic', { 's3:GetBucketPolicyStatus': { ok: { IsPublic: 'TRUE' } } }, true],
  ['no policy', 'bucket.policyIsPublic', { 's3:GetBucketPolicyStatus': error(404, 'NoSuchBucketPolicy') }, false],
  ['an unread status', 'bucket.policyIsPublic', { 's3:GetBucketPolicyStatus': denied }, undefined],
  [
    'ownership',
    'bucket.objectOwnership',
    { 's3:GetBucketOwnershipControls': { ok: { Rule: { ObjectOwnership: 'BucketOwnerEnforced' } } } },
    'BucketOwnerEnforced',
  ],
  [
    'ownership that was never set',
    'bucket.objectOwnership',
    { 's3:GetBucketOwnershipControls': error(404, 'OwnershipControlsNotFoundError') },
    'ObjectWriter',
  ],
  ['unread ownership', 'bucket.objectOwnership', { 's3:GetBucketOwnershipControls': denied }, undefined],
  ['default encryption', 'bucket.encryption', { 's3:GetBucketEncryption': encrypted('aws:kms') }, 'aws:kms'],
  ['an algorithm of tomorrow', 'bucket.encryption', { 's3:GetBucketEncryption': encrypted('quantum') }, undefined],
  [
    'encryption that was never set',
    'bucket.encryption',
    { 's3:GetBucketEncryption': error(404, 'ServerSideEncryptionConfigurationNotFoundError') },
    'AES256',
  ],
  [
    'the requester pays',
    'bucket.requesterPays',
    { 's3:GetBucketRequestPayment': { ok: { Payer: 'Requester' } } },
    true,
  ],
  ['the owner pays', 'bucket.requesterPays', { 's3:GetBucketRequestPayment': { ok: { Payer: 'BucketOwner' } } }, false],
  ['who pays is unread', 'bucket.requesterPays', { 's3:GetBucketRequestPayment': error(503, 'SlowDown') }, undefined],
];

describe('a setting of a bucket', () => {
  it.each(rows)('%s: %s', async (_, fact, answers, value) => {
    const { of, fake } = await readSettings(answers, object, [fact]);
    expect(fake.strays).toEqual([]);
    const found = of(fact);
    expect(found?.value).toEqual(value);
    expect(found?.status === 'present').toBe(value !== undefined);
    if (value !== undefined) expect(found?.source.readAt).toMatch(/T/);
  });

  it('that nothing asks for is not read', async () => {
    const { fake } = await readSettings({}, object, ['decision.identity']);
    expect(fake.calls).toEqual([]);
  });

  it('of an account that is not the reader is not known', async () => {
    const subject = { ...object, ownerId: '444455556666' };
    const { of } = await readSettings(blocks(none, none), subject, ['bucket.blockPublicAccess']);
    expect(of('bucket.blockPublicAccess')).toMatchObject({ status: 'not-asked', why: { code: 'other-account' } });
  });
});

const at = (region: string) => ({ 'x-amz-bucket-region': region });
const elsewhere: readonly (readonly [string, Answer])[] = [
  ['301 with a header', { error: [301, 'PermanentRedirect'], headers: at('us-east-2') }],
  ['400 with a header', { error: [400, 'AuthorizationHeaderMalformed'], headers: at('us-east-2') }],
];
const malformed =
  '<Error><Code>AuthorizationHeaderMalformed</Code><Message>expecting us-east-2</Message><Region>us-east-2</Region></Error>';

describe('a bucket in another region', () => {
  const answering =
    (first: Answer) =>
    ({ region }: FakeCall) =>
      region === 'us-east-2' ? encrypted('AES256') : first;

  it.each([...elsewhere, ['400 with the region in the body', { raw: [400, malformed] }] as const])(
    'is read there: %s',
    async (_, first) => {
      const { of, fake } = await readSettings({ 's3:GetBucketEncryption': answering(first) }, object, [
        'bucket.encryption',
      ]);
      expect(of('bucket.encryption')).toMatchObject({ value: 'AES256' });
      const regions = fake.calls.filter(({ operation }) => operation.startsWith('s3:')).map(({ region }) => region);
      expect(regions).toEqual(['eu-west-1', 'us-east-2']);
    },
  );

  it('is looked for elsewhere once only', async () => {
    const { of } = await readSettings({ 's3:GetBucketEncryption': { error: [301, 'PermanentRedirect'] } }, object, [
      'bucket.encryption',
    ]);
    expect(of('bucket.encryption')).toMatchObject({ status: 'unreachable', why: { code: 'other-region' } });
  });
});

const heads: readonly (readonly [string, Answer, string | undefined])[] = [
  ['answers', { ok: '', headers: at('eu-west-3') }, 'eu-west-3'],
  ['is refused', { error: [403, 'AccessDenied'], headers: at('eu-west-3') }, 'eu-west-3'],
  ['redirects', { error: [301, 'PermanentRedirect'], headers: at('eu-west-3') }, 'eu-west-3'],
  ['is refused without a word', { error: [403, 'AccessDenied'] }, undefined],
  ['is not there', { raw: [404, ''] }, undefined],
];

describe('a bucket', () => {
  it.each(heads)('says where it is, even when it %s', async (_, answer, region) => {
    const { of } = await readSettings({ 's3:HeadBucket': answer }, object, ['bucket.region']);
    expect(of('bucket.region')?.value).toBe(region);
  });
});
