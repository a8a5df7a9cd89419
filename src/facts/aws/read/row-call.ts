// Makes the call of a row for the resource it fits: as whom, in which region, and with which input.
import { isUnread, type Answer } from '../outcome.ts';
import type { Access } from '../credentials/access.ts';
import { operationRow, serviceOf } from '../operations.ts';
import type { ResourceRow } from '../rows/row.ts';
import type { FittingRow } from '../rows/rows.ts';
import type { Output } from '../wire/decode.ts';
import type { Input, InputValue } from '../wire/encode.ts';
import { endpointFor } from '../wire/endpoint.ts';
import { accessIn, accountOfAccess, type Desk } from './desk.ts';

/** A call that names no account is made in the owner's account or not at all. Where the owner is not known, each identity may be the right one. */
export async function accessesFor(
  desk: Desk,
  { byName }: Pick<ResourceRow, 'byName'>,
  owner: string | undefined,
): Promise<readonly Access[]> {
  const own = owner === undefined ? undefined : await accessIn(desk, owner);
  if (own !== undefined) return [own];
  if (byName === true && owner !== undefined) return [];
  const named = desk.accesses.filter(({ role }) => role === 'resource');
  return [...named, ...desk.accesses.slice(0, 1)];
}

export const accessFor = async (...of: Parameters<typeof accessesFor>): Promise<Access | undefined> =>
  (await accessesFor(...of))[0];

export interface RowAnswer {
  readonly answer: Answer<Output>;
  /** The account that was read as, if known. */
  readonly reader?: string;
  /** The reader is in the account that owns the resource, as far as is known. */
  readonly isOwner: boolean;
  /** Where the resource turned out to be. */
  readonly region: string;
}

export async function askRow(
  desk: Desk,
  access: Access,
  found: FittingRow,
  owner: string | undefined,
): Promise<RowAnswer> {
  const { row, arn } = found;
  const region = row.region ?? (arn.region === '' ? access.region : arn.region);
  const reader = await accountOfAccess(desk, access);
  const accountId = owner ?? reader;
  const answer = await ask(desk, access, found, region, accountId);
  const isOwner = reader !== undefined && reader === accountId;
  const home = desk.reads.homeOf(found.parts['bucket'] ?? '') ?? region;
  return { answer, region: home, isOwner, ...(reader === undefined ? {} : { reader }) };
}

async function ask(
  desk: Desk,
  access: Access,
  found: FittingRow,
  region: string,
  accountId: string | undefined,
): Promise<Answer<Output>> {
  const { row } = found;
  const options = {
    region,
    signals: { absent: row.absent ?? [], missing: row.missing ?? [] },
    ...(accountId === undefined ? {} : { accountId }),
  };
  const input = inputOf(found, region, access, accountId);
  if (operationRow(row.call).paged === undefined) return desk.reads.call(access, row.call, input, options);
  const [member = ''] = row.answer;
  const pages = await desk.reads.list(access, row.call, input, member, options);
  return pages.status === 'present' ? { ...pages, value: { [member]: pages.value } } : pages;
}

function inputOf({ row, arn, parts }: FittingRow, region: string, access: Access, accountId = ''): Input {
  const endpoint = endpointFor(serviceOf(row.call), region, access.endpoint).url;
  const full = ['arn', arn.partition, arn.service, arn.region, arn.accountId, arn.resource].join(':');
  const values: Readonly<Record<string, string>> = {
    ...{ arn: full, partition: arn.partition, region, accountId, endpoint },
    ...parts,
  };
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  const entries = Object.entries(row.input).map(([name, value]) => [name, filled(value, fill)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}

type Fill = (text: string) => string;

function filled(value: InputValue, fill: Fill): InputValue {
  if (typeof value === 'string') return fill(value);
  if (value.every((part) => typeof part === 'string')) return value.map(fill);
  return value.flatMap((part) =>
    typeof part === 'string'
      ? []
      : [Object.fromEntries(Object.entries(part).map(([name, one]) => [name, filledText(one, fill)]))],
  );
}

const filledText = (value: string | readonly string[], fill: Fill): string | readonly string[] =>
  typeof value === 'string' ? fill(value) : value.map(fill);

/** That a resource is not there is known only of the account that was read as; what it is a part of tells nothing of it. */
export function existenceOf(
  { answer, isOwner }: Pick<RowAnswer, 'answer' | 'isOwner'>,
  isWhole: boolean,
): boolean | undefined {
  if (!isUnread(answer)) return answer.status === 'present' && isWhole ? true : undefined;
  return answer.why.code === 'no-such-resource' && isOwner ? false : undefined;
}
