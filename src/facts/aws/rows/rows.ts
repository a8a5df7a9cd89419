// All kinds of resources whose policy or key can be read, and the one that fits an ARN.
import { readArn, type Arn } from '../../../model/arn.ts';
import { computeRows } from './compute.ts';
import { dataRows } from './data.ts';
import { managementRows } from './management.ts';
import { messagingRows } from './messaging.ts';
import { keyRows } from './keys.ts';
import type { KeyRow, ResourcePolicyRow, ResourceRow } from './row.ts';
import { securityRows } from './security.ts';
import { storageRows } from './storage.ts';

export const resourcePolicyRows: readonly ResourcePolicyRow[] = [
  ...storageRows,
  ...securityRows,
  ...messagingRows,
  ...computeRows,
  ...dataRows,
  ...managementRows,
];

export interface FittingRow<Row extends ResourceRow = ResourceRow> {
  readonly row: Row;
  readonly arn: Arn;
  /** The named groups of the row's form. */
  readonly parts: Readonly<Record<string, string>>;
  /** It is asked for this very resource, not for one that it is a part of, such as the bucket of an object. */
  readonly isWhole: boolean;
}

export const rowFor = (text: string): FittingRow<ResourcePolicyRow> | undefined => fitting(resourcePolicyRows, text);
export const keyRowFor = (text: string): FittingRow<KeyRow> | undefined => fitting(keyRows, text);

/** Where the part that is asked for has a wildcard, no single resource is named. */
function fitting<Row extends ResourceRow>(rows: readonly Row[], text: string): FittingRow<Row> | undefined {
  const arn = readArn(text);
  if (arn === undefined) return undefined;
  for (const row of rows) {
    const match = row.service === arn.service ? row.resource.exec(arn.resource) : null;
    if (match === null) continue;
    const parts = Object.fromEntries(Object.entries({ ...match.groups }).filter(([, part]) => part !== undefined));
    const asksWhole = Object.values(row.input).flat().includes('{arn}');
    const asked = asksWhole ? [arn.resource] : Object.values(parts);
    const isWhole = asksWhole || (match[0] === arn.resource && Object.keys(parts).length > 0);
    return asked.some((part) => /[*?]/.test(part)) ? undefined : { row, arn, parts, isWhole };
  }
  return undefined;
}
