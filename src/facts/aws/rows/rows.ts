// All kinds of resources whose policy can be read, and the one that fits an ARN.
import { readArn, type Arn } from '../../../model/arn.ts';
import { computeRows } from './compute.ts';
import { dataRows } from './data.ts';
import { managementRows } from './management.ts';
import { messagingRows } from './messaging.ts';
import type { ResourcePolicyRow } from './row.ts';
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

export interface FittingRow {
  readonly row: ResourcePolicyRow;
  readonly arn: Arn;
  /** The named groups of the row's form. */
  readonly parts: Readonly<Record<string, string>>;
}

/** Where the part that is asked for has a wildcard, no single resource is named. */
export function rowFor(text: string): FittingRow | undefined {
  const arn = readArn(text);
  if (arn === undefined) return undefined;
  for (const row of resourcePolicyRows) {
    const match = row.service === arn.service ? row.resource.exec(arn.resource) : null;
    if (match === null) continue;
    const parts = Object.fromEntries(Object.entries({ ...match.groups }).filter(([, part]) => part !== undefined));
    const asked = Object.values(row.input).flat().includes('{arn}') ? [arn.resource] : Object.values(parts);
    return asked.some((part) => /[*?]/.test(part)) ? undefined : { row, arn, parts };
  }
  return undefined;
}
