// Takes the policy document out of what AWS commands print around it; of a bare document the text is kept, so that lines are known.
import type { NamedPolicy } from '../../model/policy.ts';
import { isRow, memberOf, parsedJson, type NamedText } from './given-file.ts';

/** Where the document stands in the answers of the commands that read policies, the telling ones first. */
const places: readonly (readonly (string | number)[])[] = [
  ['PolicyVersion', 'Document'],
  ['PolicyDocument'],
  ['Role', 'AssumeRolePolicyDocument'],
  ['AssumeRolePolicyDocument'],
  ['Policy', 'Content'],
  ['Policy'],
  ['ResourcePolicy'],
  ['policyText'],
  ['policy'],
  ['Attributes', 'Policy'],
  ['VpcEndpoints', 0, 'PolicyDocument'],
];

const at = (value: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (part, step) =>
      typeof step === 'number' ? (Array.isArray(part) ? (part[step] as unknown) : undefined) : memberOf(part, step),
    value,
  );

const isDocument = (value: unknown): boolean => isRow(value) && Object.hasOwn(value, 'Statement');

/** As an object, as JSON text, or as the URL-encoded JSON that the API returns. */
function documentFrom(value: unknown): string | object | undefined {
  if (isRow(value)) return isDocument(value) ? value : undefined;
  if (typeof value !== 'string') return undefined;
  const text = plainJson(value);
  return isDocument(parsedJson(text)) ? text : undefined;
}

/** JSON that the API has URL-encoded, as plain JSON. */
export function plainJson(text: string): string {
  try {
    return /^\s*%7b/i.test(text) ? decodeURIComponent(text) : text;
  } catch {
    return text;
  }
}

/** A text that holds no document is kept as it is: the evaluation says that it could not be read. */
export function policyFrom({ path, text }: NamedText): NamedPolicy {
  const value = parsedJson(text);
  if (value === undefined || isDocument(value)) return { name: path, policy: text, text };
  const document = places.map((place) => documentFrom(at(value, place))).find((found) => found !== undefined);
  if (typeof document === 'string') return { name: path, policy: document, text: document };
  return { name: path, policy: document ?? text };
}

/** A JSON text, whole or broken; notes and pictures that lie beside policies are not. */
export const looksLikeJson = (text: string): boolean => /^[\uFEFF\s]*(?:[{["]|%7b)/i.test(text);
