// Every action in a policy of a playbook's fix or of its tests exists in AWS's reference, and each statement of a fix grants it on a resource of a type it works on. (AWS page: "Actions, resources, and condition keys for AWS services")
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { actionNames, actionReference, type ActionReference } from '../../src/reference/actions.ts';

type Tree = Readonly<Record<string, unknown>>;

const folder = join(import.meta.dirname, '../../playbooks');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
const list = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];
const texts = (value: unknown): readonly string[] => list(value).filter((one) => typeof one === 'string');
const isTree = (node: unknown): node is Tree => typeof node === 'object' && node !== null && !Array.isArray(node);

/** The statements under any key named `Statement`. */
function statementsIn(node: unknown): readonly Tree[] {
  if (Array.isArray(node)) return node.flatMap(statementsIn);
  if (!isTree(node)) return [];
  return Object.entries(node).flatMap(([key, part]) =>
    key === 'Statement' ? list(part).filter(isTree) : statementsIn(part),
  );
}

/** A place to fill in and a lone star stand for any action. */
function referencesOf(action: string): readonly ActionReference[] | 'any' {
  if (action === '*' || action.includes('{{') || !/^[a-z0-9-]+:/.test(action)) return 'any';
  const [service = '', name = ''] = action.split(':');
  if (!/[*?]/.test(name)) return list(actionReference(action)) as readonly ActionReference[];
  const pattern = new RegExp(`^${name.replace(/\*/g, '.*').replace(/\?/g, '.')}$`, 'i');
  return actionNames(service)
    .filter((one) => pattern.test(one))
    .flatMap((one) => actionReference(`${service}:${one}`) ?? []);
}

/** What a test of a playbook about wrong names has to name. */
const wrongOnPurpose: Readonly<Record<string, readonly string[]>> = {
  'identity/api-action-name-differs.yaml': ['s3:ListObjectsV2'],
};

const strangers = (statements: readonly Tree[]): readonly string[] =>
  statements
    .flatMap((statement) => [...texts(statement.Action), ...texts(statement.NotAction)])
    .filter((action) => referencesOf(action).length === 0);

/** A fact, or a name in upper case for a whole ARN, may become any; a bucket's name is one in every form. */
function fits(resource: string, arnPattern: string): boolean {
  const filled = resource
    .replace(/\{\{[^}]*\| or "([^"]*)"\}\}/g, '$1')
    .replace(/\{\{[^}]*\}\}/g, 'FACT_ARN')
    .replace(/^[A-Z_]*BUCKET_ARN/, 'arn:PARTITION:s3:::BUCKET_NAME');
  if (filled === '*' || /^[A-Z_]+_ARN/.test(filled)) return true;
  const pattern = arnPattern.replace(/\$\{BucketName\}/g, '[^/]+').replace(/\$\{\w+\}/g, '.+');
  return new RegExp(`^${pattern}$`).test(filled);
}

/** Actions of a statement that no resource of it is for: a type of another kind, or an ARN where only "*" grants. */
function misplaced(statement: Tree): readonly string[] {
  const resources = texts(statement.Resource);
  if (resources.length === 0) return [];
  const placed = ({ resourceTypes }: ActionReference) =>
    resources.includes('*') ||
    resourceTypes.some(({ arnPattern = '' }) => resources.some((resource) => fits(resource, arnPattern)));
  return texts(statement.Action).filter((action) => {
    const references = referencesOf(action);
    return references !== 'any' && !references.some(placed);
  });
}

describe.each(files)('%s', (file) => {
  const { causes, tests } = parse(readFileSync(join(folder, file), 'utf8')) as Tree;
  it('names actions that exist', () =>
    expect(strangers(statementsIn([causes, tests]))).toEqual(wrongOnPurpose[file] ?? []));
  it('grants them on resources of their types', () => expect(statementsIn(causes).flatMap(misplaced)).toEqual([]));
});

it('tells what does not exist', () => {
  const Action = ['s3:GetObjects', 's3:Get*', 'rds-db:connect', 'rds-db:conect', 'nothing:Do', '{{error.action}}', '*'];
  expect(strangers([{ Action }])).toEqual(['s3:GetObjects', 'rds-db:conect', 'nothing:Do']);
});

it('tells what is on a resource of another kind', () => {
  const bucket = { Action: ['s3:GetObject', 's3:ListBucket'], Resource: 'arn:PARTITION:s3:::BUCKET_NAME' };
  const objects = { Action: ['s3:GetObject', 's3:ListBucket'], Resource: '{{target.arn | or "BUCKET_ARN"}}/*' };
  const role = { Action: ['ec2:DescribeInstances', 'iam:PassRole'], Resource: ['arn:aws:iam::111122223333:role/*'] };
  expect([bucket, objects, role].map(misplaced)).toEqual([
    ['s3:GetObject'],
    ['s3:ListBucket'],
    ['ec2:DescribeInstances'],
  ]);
});
