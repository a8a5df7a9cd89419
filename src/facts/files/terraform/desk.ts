// Reads attributes of resources as names, ARNs and documents; what cannot be read is noted.
import type { NamedPolicy } from '../../../model/policy.ts';
import type { Gap } from '../gaps.ts';
import { memberOf, parsedJson } from '../given-file.ts';
import { arnFrom, type ArnKind } from '../named-arns.ts';
import type { TerraformResource } from './resources.ts';

export interface Desk {
  readonly file: string;
  readonly resources: readonly TerraformResource[];
  /** Addresses of what a plan changes. */
  readonly changing: ReadonlySet<string>;
  /** Grows while the file is read. */
  readonly gaps: Gap[];
}

export function textAt({ values }: TerraformResource, attribute: string): string | undefined {
  const value = memberOf(values, attribute);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export const rowsOfType = ({ resources }: Desk, type: string): readonly TerraformResource[] =>
  resources.filter((resource) => resource.type === type && !resource.isData);

/** What an attribute names. */
export function keyAt(desk: Desk, resource: TerraformResource, attribute: string): string | undefined {
  const key = textAt(resource, attribute);
  if (key === undefined) desk.gaps.push({ code: 'target-unknown', place: resource.address, detail: attribute });
  return key;
}

/** The ARN that an attribute stands for, from a name too. */
export function arnAt(resource: TerraformResource, attribute: string, kind: ArnKind): string | undefined {
  const text = textAt(resource, attribute);
  return text === undefined ? undefined : arnFrom(kind, text);
}

/** What a plan changes is read as it was. */
export const labelOf = ({ file, changing }: Desk, { address }: TerraformResource): string =>
  `${address} (${file}${changing.has(address) ? ', before the planned change' : ''})`;

/** The document that an attribute holds as JSON text. */
export function documentAt(desk: Desk, resource: TerraformResource, attribute: string): NamedPolicy | undefined {
  const text = textAt(resource, attribute);
  return text === undefined ? undefined : documentFrom(desk, resource, attribute, text, labelOf(desk, resource));
}

export function documentFrom(
  desk: Desk,
  resource: TerraformResource,
  attribute: string,
  text: string,
  name: string,
): NamedPolicy | undefined {
  const policy = parsedJson(text);
  if (policy !== undefined) return { name, policy };
  desk.gaps.push({ code: 'not-json', place: resource.address, detail: attribute });
  return undefined;
}
