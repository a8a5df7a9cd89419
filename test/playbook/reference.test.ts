// Every action and every condition key that a playbook names exists: in AWS's reference, or in the reviewed supplement.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dependentActionNames } from '../../src/reference/dependent-actions.ts';
import { supplementedAction } from '../../src/reference/supplement.ts';

interface ServiceFile {
  readonly keys: readonly (readonly [name: string, type: string])[];
  readonly actions: Readonly<Record<string, unknown>>;
}

const data = join(import.meta.dirname, '../../src/reference/data');
const json = <Value>(file: string): Value => JSON.parse(readFileSync(join(data, file), 'utf8')) as Value;

const services = new Map(
  readdirSync(join(data, 'actions')).map((file) => [file.replace('.json', ''), json<ServiceFile>(`actions/${file}`)]),
);
const plain = (name: string) => name.toLowerCase().replace(/\/.*$/, '');
const actions = [...services].flatMap(([prefix, { actions: own }]) =>
  Object.keys(own).map((name) => `${prefix}:${name}`.toLowerCase()),
);
const keys = new Set([
  ...Object.keys(json<Record<string, string>>('global-keys.json')).map(plain),
  ...[...services.values()].flatMap((service) => service.keys.map(([name]) => plain(name))),
]);
const known = new Set(actions);

/** What looks like one and is none: an ARN, a value of a header, the subject of an identity provider, a place to fill in. */
const others = /^(?:arn|https?|urn|repo):|^aws:kms$|^service:Action$|:[A-Z]{2,}$/;

/** Names of operations that are no actions, said to be none or met in an error, by the playbook that has to name them. */
const wrongOnPurpose: Readonly<Record<string, readonly string[]>> = {
  'identity/api-action-name-differs.yaml': ['s3:ListObjectsV2'],
  's3/s3-missing-object-as-403.yaml': ['s3:HeadObject'],
  'services/identity-center-no-access.yaml': ['sso:GetRoleCredentials'],
};

/** `s3:Get*`, `aws:SourceVpc*`: one such name is enough. */
function exists(name: string): boolean {
  const lower = name.toLowerCase();
  if (!lower.includes('*')) return known.has(lower) || keys.has(plain(lower)) || supplementedAction(name) !== undefined;
  const [head = '', tail = ''] = lower.split('*');
  return [...actions, ...keys].some((one) => one.startsWith(head) && one.endsWith(tail));
}

const named = /(?<![\w:/.-])[a-z][a-z0-9-]*:[A-Z*][A-Za-z0-9]*\*?|(?<![\w:/.-])aws:[A-Za-z]\w*/g;

function strangers(text: string): readonly string[] {
  const names = [...text.matchAll(named)].map(([name]) => name).filter((name) => !others.test(name));
  return [...new Set(names)].filter((name) => !exists(name));
}

const folder = join(import.meta.dirname, '../../playbooks');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.yaml$/.test(file));

/** Errors and the names of tests may hold anything that a service once printed. */
const withoutErrors = (text: string): string => text.replace(/^ +error: >-\n(?: {6,}.*\n)+/gm, '');

it.each(files)('%s', (file) =>
  expect(strangers(withoutErrors(readFileSync(join(folder, file), 'utf8')))).toEqual(wrongOnPurpose[file] ?? []),
);
it('the dependent actions', () => expect(dependentActionNames.filter((name) => !exists(name))).toEqual([]));
it('tells what does not exist', () =>
  expect(strangers('s3:GetObjectt ec2:Region aws:SourceIpp iam:Pass* s3:Gat* x:Do')).toEqual([
    's3:GetObjectt',
    'aws:SourceIpp',
    's3:Gat*',
    'x:Do',
  ]));
