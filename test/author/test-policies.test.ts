// Policies in inline tests: they are evaluated, faulty ones are named, and a fix that does not make the request allowed fails the test.
import { describe, expect, it } from 'vitest';
import { policiesOf } from '../../src/author/testing/test-policies.ts';
import { runTest } from '../../src/author/testing/run-test.ts';
import type { LoadedPlaybook, PlaybookTest } from '../../src/model/playbook.ts';
import { loadPlaybooks } from '../../src/playbook/load.ts';

const { playbooks } = await loadPlaybooks();
const found = playbooks.find(({ id }) => id === 'identity-no-allow');

const grant = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::drafts/*' };
const document = (statement: object) => ({ Version: '2012-10-17', Statement: [statement] }) as never;
const test: PlaybookTest = {
  name: 'policies',
  error:
    'User: arn:aws:iam::111122223333:user/ana is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::reports/may.csv" because no identity-based policy allows the s3:GetObject action',
  policies: { identity: [document(grant)] },
  request: { resource_account: '111122223333' },
  expect: { cause: 'resource-not-covered', fix_allows: true },
};

async function failures(change: Partial<PlaybookTest>): Promise<readonly string[]> {
  const playbook: LoadedPlaybook = { ...(found as LoadedPlaybook), tests: [{ ...test, ...change }] };
  const result = await runTest(playbook, 0);
  return result.failures.map((failure) => `${failure.where}: ${failure.found}`);
}

const denied = { scps: [[document({ Effect: 'Deny', Action: '*', Resource: '*' })]] };
const rows: readonly (readonly [rule: string, change: Partial<PlaybookTest>, failures: readonly string[]])[] = [
  ['policies decide, and the fix works', {}, []],
  [
    'a fix that another layer defeats',
    { policies: { ...test.policies, ...denied } },
    ['fix_allows: notProven part-of-plan scp'],
  ],
  [
    'which may be what is expected',
    { policies: { ...test.policies, ...denied }, expect: { ...test.expect, fix_allows: false } },
    [],
  ],
  [
    'a policy that AWS would not take',
    { policies: { identity: [document({ ...grant, Effect: 'allow' })] } },
    ['policies: identity policy 1/Statement/0/Effect: effect.invalid (allow)'],
  ],
  [
    'the policies contradict the cause',
    { policies: { identity: [document({ ...grant, Action: 'sqs:*' })] }, expect: { cause: 'resource-not-covered' } },
    ['cause: action-not-named'],
  ],
];

describe('a test with policies', () =>
  it.each(rows)('%s', async (_, change, expected) => expect(await failures(change)).toEqual(expected)));

it('takes a document alone or beside its name, and keys in snake case', () =>
  expect(
    policiesOf({
      ...test,
      policies: { identity: [document(grant), { name: 'ci', policy: document(grant) }], vpc_endpoint: [], scps: [[]] },
    }),
  ).toEqual({
    policies: {
      identity: [
        { name: 'identity policy 1', policy: document(grant) },
        { name: 'ci', policy: document(grant) },
      ],
      vpcEndpoint: [],
      scps: [[]],
    },
    request: { resourceAccount: '111122223333' },
  }));
