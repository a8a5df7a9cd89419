// Reads properties of a template's resources: as texts, as references to other resources of it, or as policy documents.
import type { NamedPolicy } from '../../../model/policy.ts';
import { isOpen } from '../../policies/pseudo.ts';
import type { Gap } from '../gaps.ts';
import { isRow, memberOf, parsedJson } from '../given-file.ts';
import { resolved, textFrom, type Template } from './intrinsics.ts';

export interface TemplateResource {
  readonly id: string;
  readonly type: string;
  readonly properties: unknown;
}

export interface Desk {
  readonly file: string;
  readonly template: Template;
  readonly resources: readonly TemplateResource[];
  readonly gaps: Gap[];
}

export const ofType = ({ resources }: Desk, type: string): readonly TemplateResource[] =>
  resources.filter((resource) => resource.type === type);

export const propertyOf = ({ properties }: TemplateResource, name: string): unknown => memberOf(properties, name);

export const listAt = (resource: TemplateResource, name: string): readonly unknown[] => {
  const value = propertyOf(resource, name);
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
};

/** The logical id that a value refers to, by whichever function. */
export function logicalIdIn(value: unknown, { resources }: Desk): string | undefined {
  const getAtt = memberOf(value, 'Fn::GetAtt');
  const sub = memberOf(value, 'Fn::Sub');
  const plain = typeof sub === 'string' ? /^\$\{([A-Za-z0-9]+)(?:\.\w+)?\}$/.exec(sub)?.[1] : undefined;
  const first = Array.isArray(getAtt)
    ? (getAtt[0] as unknown)
    : typeof getAtt === 'string'
      ? getAtt.split('.')[0]
      : plain;
  const id = memberOf(value, 'Ref') ?? first;
  return typeof id === 'string' && resources.some((resource) => resource.id === id) ? id : undefined;
}

/** By its logical id, or by name or ARN; undefined where that is open. */
export function keyOf(desk: Desk, place: string, value: unknown): string | undefined {
  const id = logicalIdIn(value, desk);
  if (id !== undefined) return id;
  const text = textFrom(value, desk.template);
  if (text === undefined || text.includes('${AWS::Unknown}')) {
    desk.gaps.push({ code: 'target-unknown', place });
    return undefined;
  }
  return text;
}

export const labelOf = ({ file }: Desk, { id }: TemplateResource): string => `${id} (${file})`;

/** A document with its functions worked out; what stays open in it is noted, and left out where it is used. */
export function documentAt(
  desk: Desk,
  resource: TemplateResource,
  value: unknown,
  name: string,
): NamedPolicy | undefined {
  const plain = typeof value === 'string' ? parsedJson(value) : value;
  const policy = resolved(plain, desk.template);
  if (!isRow(policy)) {
    desk.gaps.push({ code: 'not-resolved', place: resource.id, detail: name });
    return undefined;
  }
  const open = openPlaces(policy, '');
  const [first] = open;
  if (first !== undefined)
    desk.gaps.push({ code: 'not-resolved', place: resource.id, detail: placesText(first, open) });
  return { name: name === '' ? labelOf(desk, resource) : `${name} of ${labelOf(desk, resource)}`, policy };
}

const placesText = (first: string, all: readonly string[]): string =>
  all.length === 1 ? readable(first) : `${readable(first)} and ${all.length - 1} more`;

/** Statements are counted from 1, as everywhere else. */
const readable = (path: string): string =>
  path.replace(
    /^Statement\.(\d+)\.(\w+).*$/,
    (_, index: string, element: string) => `statement ${Number(index) + 1}, ${element}`,
  );

function openPlaces(value: unknown, path: string): readonly string[] {
  if (typeof value === 'string') return isOpen(value) && value.includes('${AWS::Unknown}') ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => openPlaces(item, path === '' ? key : `${path}.${key}`));
}
