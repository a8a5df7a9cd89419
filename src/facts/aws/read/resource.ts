// Reads the policy of the resource itself, by the row that fits its ARN, and what the answer says of its owner.
import { nameOf, readArn } from '../../../model/arn.ts';
import type { FactReason } from '../../../model/fact.ts';
import { hasResourcePolicies } from '../../../reference/resource-policies.ts';
import type { Access } from '../credentials/access.ts';
import { isUnread, type Answer } from '../outcome.ts';
import { operationRow, serviceOf } from '../operations.ts';
import { rowFor, type FittingRow } from '../rows/rows.ts';
import type { Output } from '../wire/decode.ts';
import type { Input } from '../wire/encode.ts';
import { endpointFor } from '../wire/endpoint.ts';
import { accessIn, accountOfAccess, type Desk } from './desk.ts';
import { policyFrom } from './documents.ts';
import { eachAt } from './fields.ts';
import { layerOf, notAsked, nothing, unknownLayer, type LayerRead } from './layer-read.ts';

export interface ResourceRead {
  readonly layer: LayerRead;
  /** The account that owns it, where the answer shows it. */
  readonly ownerId?: string;
  readonly exists?: boolean;
}

/** `arn` is undefined where the error names no single resource; `*` is a call on none in particular. */
export async function readResource(
  desk: Desk,
  action: string | undefined,
  arn: string | undefined,
  ownerId?: string,
): Promise<ResourceRead> {
  if (arn === '*') return { layer: { ...nothing, absentBecause: 'no-single-resource' } };
  if (arn === undefined) return { layer: unknownLayer(notAsked('resource-unknown')) };
  const parsed = readArn(arn);
  if (parsed === undefined) return { layer: unknownLayer(notAsked('resource-unknown', arn)) };
  if (action !== undefined && !hasResourcePolicies(action))
    return { layer: { ...nothing, absentBecause: 'no-such-policies' } };
  const found = rowFor(arn);
  const detail = `${parsed.service} ${parsed.resource}`;
  if (found === undefined) return { layer: unknownLayer({ status: 'unsupported', why: { code: 'no-row', detail } }) };
  const owner = ownerId ?? (found.arn.accountId === '' ? undefined : found.arn.accountId);
  const access = await accessFor(desk, found, owner);
  return access === undefined
    ? { layer: unknownLayer(notAsked('other-account', owner ?? '')) }
    : readRow(desk, access, found, owner);
}

/** A call that names no account is made in the owner's account or not at all. */
async function accessFor(desk: Desk, { row }: FittingRow, owner: string | undefined): Promise<Access | undefined> {
  const fitting = owner === undefined ? undefined : await accessIn(desk, owner);
  const other = desk.accesses.find(({ role }) => role === 'resource') ?? desk.accesses[0];
  return fitting ?? (row.byName === true && owner !== undefined ? undefined : other);
}

async function readRow(
  desk: Desk,
  access: Access,
  found: FittingRow,
  owner: string | undefined,
): Promise<ResourceRead> {
  const { row, arn } = found;
  const region = row.region ?? (arn.region === '' ? access.region : arn.region);
  const reader = await accountOfAccess(desk, access);
  const accountId = owner ?? reader;
  const answer = await ask(desk, access, found, region, accountId);
  const layer = layerOf(answer, (value) => policiesIn(value, found));
  const exists = existenceOf(answer, reader !== undefined && reader === accountId);
  return {
    layer,
    ...(row.provesOwner === true && !isUnread(answer) && reader !== undefined ? { ownerId: reader } : {}),
    ...(exists === undefined ? {} : { exists }),
  };
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
  return Object.fromEntries(
    Object.entries(row.input).flatMap(([name, value]): (readonly [string, string | readonly string[]])[] => {
      const filled = typeof value === 'string' ? fill(value) : value.map(fill);
      return filled === '' ? [] : [[name, filled]];
    }),
  );
}

function policiesIn(value: Output, { row, arn, parts }: FittingRow) {
  const documents = eachAt(value, row.answer);
  const name = parts['bucket'] ?? parts['name'] ?? nameOf(`arn:::::${arn.resource}`) ?? arn.resource;
  return documents.map((document, index) =>
    policyFrom(documents.length === 1 ? name : `${name} ${index + 1}`, document),
  );
}

function existenceOf(answer: Answer<Output>, isOwner: boolean): boolean | undefined {
  if (!isUnread(answer)) return answer.status === 'present' ? true : undefined;
  const why: FactReason = answer.why;
  return why.code === 'no-such-resource' && isOwner ? false : undefined;
}
