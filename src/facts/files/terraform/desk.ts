// Reads attributes of resources: as they are, or through the reference they are made from; what cannot be read is noted.
import type { NamedPolicy } from '../../../model/policy.ts';
import type { Gap } from '../gaps.ts';
import { memberOf, parsedJson } from '../given-file.ts';
import { arnFrom, type ArnKind } from '../named-arns.ts';
import type { Referred } from './references.ts';
import type { TerraformResource } from './resources.ts';
import { nameAttributes } from './rows.ts';

export interface Desk {
  readonly file: string;
  readonly resources: readonly TerraformResource[];
  readonly referred: Referred;
  /** Grows while the file is read. */
  readonly gaps: Gap[];
}

export function textAt({ values }: TerraformResource, attribute: string): string | undefined {
  const value = memberOf(values, attribute);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export const isUnknownAt = ({ unknown }: TerraformResource, attribute: string): boolean =>
  memberOf(unknown, attribute) === true;

export const rowsOfType = ({ resources }: Desk, type: string): readonly TerraformResource[] =>
  resources.filter((resource) => resource.type === type && !resource.isData);

/** What an attribute names: its text, or the address of the resource it is taken from. */
export function keyAt(desk: Desk, resource: TerraformResource, attribute: string): string | undefined {
  const key = textAt(resource, attribute) ?? desk.referred(resource, attribute)?.address;
  if (key === undefined) desk.gaps.push({ code: 'target-unknown', place: resource.address, detail: attribute });
  return key;
}

/** The ARN that an attribute stands for, from a name too, be it the name of the resource it refers to. */
export function arnAt(desk: Desk, resource: TerraformResource, attribute: string, kind: ArnKind): string | undefined {
  const text = textAt(resource, attribute);
  if (text !== undefined) return arnFrom(kind, text);
  const target = desk.referred(resource, attribute);
  if (target === undefined) return undefined;
  const row = Object.hasOwn(nameAttributes, target.type) ? nameAttributes[target.type] : undefined;
  const name = row === undefined ? undefined : textAt(target, row.attribute);
  return textAt(target, 'arn') ?? (row === undefined || name === undefined ? undefined : arnFrom(row.kind, name));
}

export const labelOf = (desk: Desk, { address, changes }: TerraformResource): string =>
  `${address} (${desk.file}${changes ? ', as planned' : ''})`;

/** The document that an attribute holds as JSON text. */
export function documentAt(desk: Desk, resource: TerraformResource, attribute: string): NamedPolicy | undefined {
  const text = textAt(resource, attribute);
  if (text === undefined) {
    if (isUnknownAt(resource, attribute))
      desk.gaps.push({ code: 'unknown-until-applied', place: resource.address, detail: attribute });
    return undefined;
  }
  return documentFrom(desk, resource, attribute, text, labelOf(desk, resource));
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
