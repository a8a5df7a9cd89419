// The folder a policy file stands in says what kind of policy it is, and at which level; commands' output around a document is taken off.
import { describe, expect, it } from 'vitest';
import { policiesIn, roleOf } from '../../../src/facts/files/policy-folder.ts';
import { policyFrom } from '../../../src/facts/files/policy-text.ts';

const document = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
const text = JSON.stringify(document, null, 2);

const roles: readonly (readonly [path: string, type?: string, level?: string])[] = [
  ['identity/ci.json', 'identity', ''],
  ['identity/groups/devs.json', 'identity', 'groups'],
  ['boundary.json', 'boundary', ''],
  ['permissions-boundary/b.json', 'boundary', ''],
  ['trust/role.json', 'resource', ''],
  ['Resource/key.json', 'resource', ''],
  ['scp/0/full.json', 'scp', '0'],
  ['SCPs/root/full.json', 'scp', 'root'],
  ['case-7/scp/root/workloads/deny.json', 'scp', 'root/workloads'],
  ['vpc-endpoint/e.json', 'vpcEndpoint', ''],
  ['vpce/e.json', 'vpcEndpoint', ''],
  ['session', 'session', ''],
  ['notes/ci.json'],
  ['constructor/ci.json'],
  ['identity-old/ci.json'],
];

describe('the kind of a policy', () =>
  it.each(roles.map(([path, type, level]) => ({ path, type, level })))('$path is $type', ({ path, type, level }) =>
    expect(roleOf(path)).toEqual(type === undefined ? undefined : { type, level }),
  ));

const names = (levels: unknown): unknown =>
  (levels as { name: string }[][]).map((level) => level.map(({ name }) => name));

const levels: readonly (readonly [rule: string, paths: readonly string[], expected: readonly (readonly string[])[]])[] =
  [
    ['numbers count, they are not spelt', ['10/c', '2/b', '1/a'], [['1/a'], ['2/b'], ['10/c']]],
    ['root first, account last', ['account/c', 'prod/b', 'root/a'], [['root/a'], ['prod/b'], ['account/c']]],
    ['a folder before those in it', ['root/ou/b', 'root/a'], [['root/a'], ['root/ou/b']]],
    ['one level without folders', ['b', 'a'], [['b', 'a']]],
  ];

describe('levels of SCPs', () =>
  it.each(levels)('%s', (_, paths, expected) => {
    const { policies } = policiesIn(paths.map((path) => ({ path: `scp/${path}`, text })));
    expect(names(policies.scps)).toEqual(expected.map((level) => level.map((path) => `scp/${path}`)));
  }));

const wrapped: readonly (readonly [command: string, answer: object])[] = [
  ['get-policy-version', { PolicyVersion: { Document: document, VersionId: 'v1' } }],
  ['get-role-policy', { RoleName: 'r', PolicyDocument: document }],
  ['get-role', { Role: { Arn: 'arn:aws:iam::111122223333:role/r', AssumeRolePolicyDocument: document } }],
  ['organizations describe-policy', { Policy: { PolicySummary: {}, Content: text } }],
  ['get-bucket-policy', { Policy: text }],
  ['secretsmanager get-resource-policy', { Name: 's', ResourcePolicy: text }],
  ['sqs get-queue-attributes', { Attributes: { Policy: text } }],
  ['describe-vpc-endpoints', { VpcEndpoints: [{ PolicyDocument: text }] }],
  ['the API, URL-encoded', { PolicyVersion: { Document: encodeURIComponent(text) } }],
];

describe('a document inside an answer', () =>
  it.each(wrapped)('of %s', (_, answer) => {
    const { policy } = policyFrom({ path: 'identity/p.json', text: JSON.stringify(answer) });
    expect(typeof policy === 'string' ? JSON.parse(policy) : policy).toEqual(document);
  }));

it('keeps the text of a bare document, for its lines', () =>
  expect(policyFrom({ path: 'p', text })).toEqual({ name: 'p', policy: text, text }));
it('keeps broken JSON, so that the evaluation can say so', () =>
  expect(policiesIn([{ path: 'identity/p.json', text: '{ "Version": ' }]).policies.identity).toHaveLength(1));
it('an empty folder says that there is no such policy', () =>
  expect(policiesIn([], ['boundary', 'scp']).policies).toEqual({ boundary: [], scps: [] }));
it('names what it left out, and passes over notes beside the folders', () =>
  expect(
    policiesIn([
      { path: 'README.md', text: '# notes' },
      { path: 'stray.json', text },
      { path: 'identity/notes.txt', text: 'notes' },
    ]).ignored,
  ).toEqual(['stray.json', 'identity/notes.txt']));
