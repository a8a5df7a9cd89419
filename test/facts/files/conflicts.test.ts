// Sources that decide a layer differently are both told, and the one that counts is the first that has all of it.
import { describe, expect, it } from 'vitest';
import { mergeFiles, type NamedFile } from '../../../src/facts/files/merge.ts';
import { mergeFacts } from '../../../src/facts/known.ts';
import { decideWith } from '../../../src/facts/policies/decide.ts';
import { withReadings } from '../../../src/facts/policies/with-readings.ts';
import { home, policy, read, statement } from './stacks.ts';

const ana = `arn:aws:iam::${home}:user/ana`;
const exported = (effect: string) => ({
  UserDetailList: [
    {
      UserName: 'ana',
      Arn: ana,
      UserPolicyList: [{ PolicyName: 'own', PolicyDocument: policy(statement(effect, '*')) }],
    },
  ],
});
const state = {
  terraform_version: '1',
  values: {
    root_module: {
      resources: [
        {
          address: 'aws_iam_user_policy.p',
          mode: 'managed',
          type: 'aws_iam_user_policy',
          name: 'p',
          values: { user: 'ana', policy: JSON.stringify(policy(statement('Deny', '*'))) },
        },
      ],
    },
  },
};
const facts = {
  'error.principal': ana,
  'error.action': 's3:GetObject',
  'error.resource': 'arn:aws:s3:::b/k',
  'target.accountId': home,
};
const source = { origin: 'error', grade: 'stated' } as const;
const known = mergeFacts(Object.entries(facts).map(([name, value]) => ({ name, status: 'present', value, source })));
const live = (effect: string) => ({
  facts: [],
  policies: {
    identity: [{ name: 'own', policy: policy(statement(effect, '*')) }],
    unknown: { policies: ['resource'] as const },
  },
});

const filesOf = (...documents: readonly unknown[]): Promise<readonly NamedFile[]> =>
  Promise.all(
    documents.map(async (document, index) => ({ path: `${index}.json`, given: await read(document, `${index}.json`) })),
  );

const rows = [
  {
    rule: 'two exports that differ',
    documents: [exported('Allow'), exported('Deny')],
    kept: 'allowed',
    dropped: 'explicitDeny',
    from: '1.json',
  },
  { rule: 'two that agree', documents: [exported('Deny'), exported('Deny')], kept: 'explicitDeny' },
  {
    rule: 'a whole one counts before a part',
    documents: [state, exported('Allow')],
    kept: 'allowed',
    dropped: 'explicitDeny',
    from: '0.json',
  },
  {
    rule: 'a file counts before the account',
    documents: [exported('Deny')],
    live: 'Allow',
    kept: 'explicitDeny',
    dropped: 'allowed',
    from: 'the account',
  },
  {
    rule: 'the account counts before a part',
    documents: [state],
    live: 'Allow',
    kept: 'allowed',
    dropped: 'explicitDeny',
    from: '0.json',
  },
] as const;

describe('of several sources of a layer', () =>
  it.each(rows)('$rule', async (row) => {
    const { atHand } = mergeFiles(await filesOf(...row.documents));
    const found = decideWith(withReadings(atHand, 'live' in row ? [live(row.live)] : []), known.facts);
    expect(found.facts.find(({ name }) => name === 'decision.identity')?.value).toBe(row.kept);
    const conflicts = found.conflicts.map(({ name, dropped }) => [
      name,
      dropped.value,
      dropped.source.from?.startsWith('from' in row ? row.from : ''),
    ]);
    expect(conflicts).toEqual('dropped' in row ? [['decision.identity', row.dropped, true]] : []);
  }));
