// Reads the settings of an S3 bucket that decide on requests besides its policy into facts. (AWS pages: "Blocking public access to your Amazon S3 storage", "Controlling ownership of objects")
import type { Fact, FactReason } from '../../../../model/fact.ts';
import type { Access } from '../../credentials/access.ts';
import { isUnread, type Answer } from '../../outcome.ts';
import { bucketRows, publicAccessBlocks, type BucketRow } from '../../rows/buckets.ts';
import { rowFor } from '../../rows/rows.ts';
import type { Output } from '../../wire/decode.ts';
import { accountOfAccess, type Desk } from '../desk.ts';
import { known, unknown } from './fact-of.ts';
import { textAt } from '../fields.ts';
import { notAsked } from '../layers/layer-read.ts';
import { accessFor } from '../row-call.ts';
import type { Subject } from '../subject.ts';

const blocks = 'bucket.blockPublicAccess';
const noBlock = ['NoSuchPublicAccessBlockConfiguration'];
const missing = ['NoSuchBucket', '404'];

/** Only what is asked for is read. */
export async function readBucket(
  desk: Desk,
  { resource, ownerId }: Pick<Subject, 'resource' | 'ownerId'>,
  names: readonly string[],
): Promise<readonly Fact[]> {
  const bucket = resource === undefined ? undefined : bucketOf(resource);
  const wanted = bucketRows.filter(({ fact }) => names.includes(fact));
  if (bucket === undefined || (wanted.length === 0 && !names.includes(blocks))) return [];
  const access = await accessFor(desk, {}, ownerId);
  if (access === undefined) return [];
  const facts = await Promise.all([
    ...wanted.map((row) => readSetting(desk, access, row, bucket)),
    ...(names.includes(blocks) ? [readBlocks(desk, access, bucket, ownerId)] : []),
  ]);
  return facts.flat();
}

function bucketOf(arn: string): string | undefined {
  const found = rowFor(arn);
  return found?.row.call === 's3:GetBucketPolicy' ? found.parts['bucket'] : undefined;
}

async function readSetting(desk: Desk, access: Access, row: BucketRow, bucket: string): Promise<readonly Fact[]> {
  const { fact, call, answer: path, absent = [], unset } = row;
  const answer = await desk.reads.call(
    access,
    call,
    { Bucket: bucket },
    { region: access.region, signals: { absent, missing } },
  );
  if (isUnread(answer)) return [unknown(fact, answer)];
  const text = answer.status === 'present' ? textAt(answer.value, ...path) : undefined;
  const value = answer.status === 'absent' ? unset : row.value(text ?? '');
  if (value === undefined) return [unknown(fact, { ...notAws(text), operation: call })];
  return [known(fact, value, { from: call, grade: 'stated', readAt: answer.readAt })];
}

const notAws = (detail?: string): { readonly status: 'unreachable'; readonly why: FactReason } => ({
  status: 'unreachable',
  why: { code: 'not-aws', ...(detail === undefined ? {} : { detail }) },
});

/** The settings of the account and of the bucket hold together. What one of them lacks the other may have. */
async function readBlocks(
  desk: Desk,
  access: Access,
  bucket: string,
  ownerId: string | undefined,
): Promise<readonly Fact[]> {
  const signals = { absent: noBlock, missing };
  const [own, whole] = await Promise.all([
    desk.reads.call(access, 's3:GetPublicAccessBlock', { Bucket: bucket }, { signals }),
    readAccountBlock(desk, access, ownerId),
  ]);
  const on = publicAccessBlocks.filter((name) => [own, whole].some((answer) => isOn(answer, name)));
  const gap = [own, whole].find(isUnread);
  if (gap !== undefined && on.length < publicAccessBlocks.length) return [unknown(blocks, gap)];
  const readAt = [own, whole].flatMap((answer) => ('readAt' in answer ? [answer.readAt] : [])).sort();
  const from = 's3:GetPublicAccessBlock, s3control:GetPublicAccessBlock';
  return [known(blocks, on, { from, grade: 'stated', ...(readAt[0] === undefined ? {} : { readAt: readAt[0] }) })];
}

const isOn = (answer: Answer<Output>, name: string): boolean =>
  answer.status === 'present' && textAt(answer.value, name)?.toLowerCase() === 'true';

/** Those of the account that owns the bucket: of another account they say nothing. */
async function readAccountBlock(desk: Desk, access: Access, ownerId: string | undefined): Promise<Answer<Output>> {
  if (ownerId === undefined) return notAsked('account-unknown');
  if ((await accountOfAccess(desk, access)) !== ownerId) return notAsked('other-account', ownerId);
  const options = { signals: { absent: noBlock }, accountId: ownerId };
  return desk.reads.call(access, 's3control:GetPublicAccessBlock', { AccountId: ownerId }, options);
}
