// Holds the request and the policies that a facts file states against their shapes, so that a slip is named and never evaluated.
import { InputError } from '../../model/input-error.ts';
import { evaluatedTypes, type AuthorizationRequest, type NamedPolicy, type PolicySet } from '../../model/policy.ts';
import { suggestion } from '../../playbook/validate/nearest.ts';
import { isRow, memberOf, type Row } from './given-file.ts';

const isText = (value: unknown): boolean => typeof value === 'string';
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const isContext = (value: unknown): boolean =>
  isRow(value) && Object.values(value).every((one) => isText(one) || isTexts(one));

const flag = [(value: unknown) => typeof value === 'boolean', 'true or false'] as const;
const text = [isText, 'a text'] as const;

type Shape = Readonly<Record<string, readonly [fits: (value: unknown) => boolean, wanted: string]>>;

const request = {
  action: text,
  resource: text,
  principal: text,
  principalAccount: [(value: unknown) => value === null || isText(value), 'an account number, or null'],
  resourceAccount: text,
  context: [isContext, 'a map of condition keys, each with a text or a list of texts'],
  principalUserArn: text,
  principalRoleArn: text,
  principalIsManagementAccount: flag,
  resourceIsManagementAccount: flag,
} as const satisfies Readonly<Record<keyof AuthorizationRequest, Shape[string]>>;

/** Keys that are not set are simply left out. */
export function readRequest(value: unknown, file: string): Partial<AuthorizationRequest> {
  checkShape(value, request, file, 'request');
  return value as Partial<AuthorizationRequest>;
}

function checkShape(value: unknown, shape: Shape, file: string, at: string): asserts value is Row {
  if (!isRow(value))
    throw new InputError(`${file}: "${at}" must be a map`, `its keys: ${Object.keys(shape).join(', ')}`);
  for (const [key, one] of Object.entries(value)) {
    const row = Object.hasOwn(shape, key) ? shape[key] : undefined;
    if (row === undefined)
      throw new InputError(`${file}: "${at}" has no key "${key}"`, suggestion(key, Object.keys(shape), 20));
    if (!row[0](one)) throw new InputError(`${file}: "${at}.${key}" must be ${row[1]}`);
  }
}

const flatSets = ['identity', 'boundary', 'session', 'resource', 'vpcEndpoint'] as const;
const levelSets = ['scps', 'rcps'] as const;

const isList = [Array.isArray, 'a list of policies'] as const;
const isLevels = [
  (value: unknown) => Array.isArray(value) && value.every(Array.isArray),
  'a list of levels from the root to the account, each a list of policies',
] as const;
const isKnownType = (value: unknown): boolean => evaluatedTypes.some((type) => type === value);

const sets: Shape = {
  ...Object.fromEntries(flatSets.map((name) => [name, isList])),
  ...Object.fromEntries(levelSets.map((name) => [name, isLevels])),
  unknown: [isRow, 'a map of policies and context'],
};

const unknowns: Shape = {
  policies: [(value) => Array.isArray(value) && value.every(isKnownType), `a list of: ${evaluatedTypes.join(', ')}`],
  context: [(value) => value === true || isTexts(value), 'true, or a list of condition keys'],
};

/** A policy is `{ name, policy }`, or the document alone, which is then named by its place. */
export function readPolicySet(value: unknown, file: string): PolicySet {
  checkShape(value, sets, file, 'policies');
  const unknown = memberOf(value, 'unknown');
  if (unknown !== undefined) checkShape(unknown, unknowns, file, 'policies.unknown');
  const flat = flatSets.flatMap((name) => setEntry(name, value[name], (list) => policies(list, name)));
  const levels = levelSets.flatMap((name) =>
    setEntry(name, value[name], (list) =>
      list.map((level, index) => policies(level as readonly unknown[], `${name.slice(0, -1)} level ${index + 1}`)),
    ),
  );
  return { ...Object.fromEntries([...flat, ...levels]), ...(unknown === undefined ? {} : { unknown }) } as PolicySet;
}

const setEntry = (name: string, list: unknown, read: (list: readonly unknown[]) => unknown) =>
  Array.isArray(list) ? [[name, read(list as readonly unknown[])] as const] : [];

const policies = (list: readonly unknown[], place: string): readonly NamedPolicy[] =>
  list.map((item, index) => namedPolicy(item, list.length === 1 ? `${place} policy` : `${place} policy ${index + 1}`));

function namedPolicy(item: unknown, place: string): NamedPolicy {
  const policy = memberOf(item, 'policy');
  if (policy === undefined) return { name: place, policy: item };
  const [name, text] = [memberOf(item, 'name'), memberOf(item, 'text')];
  return { name: typeof name === 'string' ? name : place, policy, ...(typeof text === 'string' ? { text } : {}) };
}
