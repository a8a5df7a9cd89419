// Reads the policy of the resource itself, by the row that fits its ARN, and what the answer says of its owner.
import { nameOf, readArn } from '../../../../model/arn.ts';
import { hasResourcePolicies } from '../../../../reference/resource-policies.ts';
import type { Access } from '../../credentials/access.ts';
import { isUnread } from '../../outcome.ts';
import type { ResourcePolicyRow } from '../../rows/row.ts';
import { rowFor, type FittingRow } from '../../rows/rows.ts';
import type { Output } from '../../wire/decode.ts';
import type { Desk } from '../desk.ts';
import { policyFrom } from '../documents.ts';
import { eachAt } from '../fields.ts';
import { layerOf, notAsked, nothing, unknownLayer, type LayerRead } from './layer-read.ts';
import { accessesFor, askRow, existenceOf } from '../row-call.ts';

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
  let read: ResourceRead = { layer: unknownLayer(notAsked('other-account', owner ?? '')) };
  for (const access of await accessesFor(desk, found.row, owner)) {
    read = await readRow(desk, access, found, owner);
    if (read.layer.unread.length === 0) break;
  }
  return read;
}

async function readRow(
  desk: Desk,
  access: Access,
  found: FittingRow<ResourcePolicyRow>,
  owner: string | undefined,
): Promise<ResourceRead> {
  const { answer, reader, isOwner } = await askRow(desk, access, found, owner);
  const exists = existenceOf({ answer, isOwner }, found.isWhole);
  return {
    layer: layerOf(answer, (value) => policiesIn(value, found)),
    ...(found.row.provesOwner === true && !isUnread(answer) && reader !== undefined ? { ownerId: reader } : {}),
    ...(exists === undefined ? {} : { exists }),
  };
}

function policiesIn(value: Output, { row, arn, parts }: FittingRow) {
  const documents = eachAt(value, row.answer);
  const name = parts['bucket'] ?? parts['name'] ?? nameOf(`arn:::::${arn.resource}`) ?? arn.resource;
  return documents.map((document, index) =>
    policyFrom(documents.length === 1 ? name : `${name} ${index + 1}`, document),
  );
}
