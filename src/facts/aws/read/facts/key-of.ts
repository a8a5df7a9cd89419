// Finds the KMS key that a call needs: the one that is known already, or the one that its resource is encrypted with.
import { accountOf, readArn } from '../../../../model/arn.ts';
import type { Fact } from '../../../../model/fact.ts';
import type { Access } from '../../credentials/access.ts';
import { isUnread } from '../../outcome.ts';
import { keyRowFor, type FittingRow } from '../../rows/rows.ts';
import type { KeyRow } from '../../rows/row.ts';
import type { Output } from '../../wire/decode.ts';
import type { Desk } from '../desk.ts';
import { known, unknown } from './fact-of.ts';
import { eachAt, textAt } from '../fields.ts';
import { notAsked } from '../layers/layer-read.ts';
import { accessFor, askRow, type RowAnswer } from '../row-call.ts';
import type { Subject } from '../subject.ts';

export interface FoundKey {
  readonly arn: string;
  readonly region: string;
}

export interface KeySearch {
  readonly key?: FoundKey;
  /** Which key it is, where that was read, or why it is not known. */
  readonly facts: readonly Fact[];
}

const name = 'key.arn';

export async function findKey(desk: Desk, { keyArn, resource, ownerId, action }: Subject): Promise<KeySearch> {
  if (keyArn !== undefined) return { key: { arn: keyArn, region: readArn(keyArn)?.region ?? '' }, facts: [] };
  const found = resource === undefined ? undefined : keyRowFor(resource);
  if (found === undefined) return { facts: [] };
  if (found.row.writes !== undefined && !found.row.writes.test(action ?? ''))
    return { facts: [unknown(name, notAsked('key-of-each'))] };
  const owner = ownerId ?? (found.arn.accountId === '' ? undefined : found.arn.accountId);
  const access = await accessFor(desk, found.row, owner);
  if (access === undefined) return { facts: [unknown(name, notAsked('other-account', owner ?? ''))] };
  const read = await askRow(desk, access, found, owner);
  if (isUnread(read.answer)) return { facts: [unknown(name, read.answer)] };
  const { readAt } = read.answer;
  const stated = read.answer.status === 'present' ? keyIn(read.answer.value, found) : undefined;
  const source = { from: found.row.call, grade: 'stated', readAt } as const;
  if (stated === undefined) return { facts: [{ name, status: 'absent', source: { origin: 'live', ...source } }] };
  const key = await resolved(desk, access, stated, { found, read });
  if (key === undefined) return { facts: ofAlias(stated, source) };
  return { key: { arn: key, region: readArn(key)?.region ?? read.region }, facts: [known(name, key, source)] };
}

/** Aliases that start so are AWS's own. */
function ofAlias(alias: string, source: Parameters<typeof known>[2]): readonly Fact[] {
  const arn = unknown(name, { status: 'not-retrievable', why: { code: 'key-alias', detail: alias } });
  return /(?:^|:)alias\/aws\//.test(alias) ? [arn, known('key.manager', 'AWS', source)] : [arn];
}

function keyIn(value: Output, { row }: FittingRow<KeyRow>): string | undefined {
  const [stated] = eachAt(value, row.answer);
  if (typeof stated === 'string') return stated;
  const { usual } = row;
  if (usual?.where === undefined || usual.is === undefined) return usual?.alias;
  return usual.is.test(textAt(value, ...usual.where) ?? '') ? usual.alias : undefined;
}

interface Setting {
  readonly found: FittingRow<KeyRow>;
  readonly read: RowAnswer;
}

/** Settings name a key by ARN, by id or by alias; a bare one is in the account and region of the resource. */
async function resolved(
  desk: Desk,
  access: Access,
  stated: string,
  { found, read }: Setting,
): Promise<string | undefined> {
  const { partition } = found.arn;
  const { region } = read;
  const account = found.arn.accountId === '' ? read.reader : found.arn.accountId;
  if (readArn(stated)?.resource.startsWith('key/') === true) return stated;
  if (/^(?:mrk-)?[0-9a-f-]{32,36}$/i.test(stated))
    return account === undefined ? undefined : `arn:${partition}:kms:${region}:${account}:key/${stated}`;
  const whole =
    stated.startsWith('arn:') || account === undefined ? stated : `arn:${partition}:kms:${region}:${account}:${stated}`;
  if (accountOf(whole) === undefined) return undefined;
  const answer = await desk.reads.call(
    access,
    'kms:DescribeKey',
    { KeyId: whole },
    { region: readArn(whole)?.region ?? region },
  );
  return answer.status === 'present' ? textAt(answer.value, 'KeyMetadata', 'Arn') : undefined;
}
