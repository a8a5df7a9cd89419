// A proposed policy is tried on the policies at hand: proven, proven as far as was read, of no help, or not proven, each with the reason.
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnose.ts';
import type { PoliciesAtHand } from '../../src/facts/policies/at-hand.ts';
import type { LoadedPlaybook, PlaybookCause, PolicyTree } from '../../src/model/playbook.ts';

const statement = (effect: string, action: string, rest: object = {}) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: effect, Action: action, Resource: '*', ...rest }],
});
const allow = (action: string, rest?: object) => [{ name: 'p', policy: statement('Allow', action, rest) }];
const deny = (action: string) => [{ name: 'p', policy: statement('Deny', action) }];
const grant = statement('Allow', '{{error.action}}') as unknown as PolicyTree;

const isRefused = { fact: 'error.class', operator: 'equal', value: 'authorization' } as const;

const causeWith = (document: PolicyTree): PlaybookCause => ({
  id: 'missing',
  title: 'An Allow is missing',
  strength: 'suggests',
  when: isRefused,
  because: 'It is refused.',
  fix: {
    kind: 'grant',
    owner: 'iam-admin',
    risk: 'low',
    text: 'Allow it.',
    policy: { attach_to: 'identity', document },
    verify: 'Call again.',
  },
});

const playbook = (document: PolicyTree): LoadedPlaybook => ({
  format: 'playbook/v1',
  id: 'grants',
  family: 'identity',
  file: 'grants.yaml',
  title: 'It is not allowed',
  summary: 'It is not allowed.',
  status: 'stable',
  specificity: 'exact',
  references: [],
  match: isRefused,
  steps: [],
  causes: [causeWith(document)],
  tests: [],
});

const user = 'arn:aws:iam::111122223333:user/ci';
const error = (reason = '') =>
  `User: ${user} is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:eu-west-1:111122223333:orders${reason}`;

async function proof(policies: PoliciesAtHand | undefined, text = error(), document = grant) {
  const set = { playbooks: [playbook(document)], problems: [] };
  const { fixes } = await diagnose({ text, playbooks: set, ...(policies === undefined ? {} : { policies }) });
  return fixes[0]?.proven;
}

interface Row {
  readonly rule: string;
  readonly atHand?: PoliciesAtHand;
  readonly text?: string;
  readonly document?: PolicyTree;
  readonly is: object;
}

const sets = (policies: PoliciesAtHand['policies']): PoliciesAtHand => ({ policies });
const mfa = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };

const rows: readonly Row[] = [
  { rule: 'without policies nothing is tried', is: { state: 'notProven', code: 'policies-not-read' } },
  {
    rule: 'everything known and allowed is proven',
    atHand: sets({ identity: allow('s3:*') }),
    is: { state: 'proven', code: 'evaluated' },
  },
  {
    rule: 'a layer that was not read is named',
    atHand: sets({ identity: allow('s3:*'), unknown: { policies: ['scp', 'boundary'] } }),
    is: { state: 'provenForLayersRead', layers: ['permissionsBoundary', 'scp'] },
  },
  {
    rule: 'a Deny elsewhere stays',
    atHand: sets({ identity: allow('s3:*'), scps: [[...allow('*'), ...deny('sqs:*')]] }),
    is: { state: 'doesNotHelp', code: 'still-denied', layers: ['scp'] },
  },
  {
    rule: 'two Denies are both named',
    atHand: sets({ identity: deny('sqs:*'), boundary: allow('s3:*') }),
    is: { state: 'doesNotHelp', layers: ['identity', 'permissionsBoundary'] },
  },
  {
    rule: 'a Deny that AWS states and the policies do not show is not lifted',
    atHand: sets({ identity: allow('s3:*'), unknown: { policies: ['scp'] } }),
    text: error(' with an explicit deny in a service control policy'),
    is: { state: 'doesNotHelp', layers: ['scp'] },
  },
  {
    rule: 'what is allowed already does not explain the denial',
    atHand: sets({ identity: allow('sqs:*') }),
    is: { state: 'notProven', code: 'already-allowed' },
  },
  {
    rule: 'a condition of the change that is not known to hold proves nothing',
    atHand: sets({ identity: [], unknown: { context: true } }),
    document: statement('Allow', 'sqs:SendMessage', mfa) as unknown as PolicyTree,
    is: { state: 'notProven', code: 'context-not-known', keys: ['aws:MultiFactorAuthPresent'] },
  },
  {
    rule: 'a place to fill in proves nothing',
    atHand: sets({ identity: [] }),
    document: statement('Allow', 'sqs:SendMessage', {
      Resource: '{{target.name}}/{{caller.arn}}',
    }) as unknown as PolicyTree,
    is: { state: 'notProven', code: 'has-placeholders' },
  },
  {
    rule: 'a name in upper case is a place to fill in',
    atHand: sets({ identity: [] }),
    document: statement('Allow', 'sqs:SendMessage', { Resource: 'QUEUE_ARN' }) as unknown as PolicyTree,
    is: { state: 'notProven', code: 'has-placeholders' },
  },
  {
    rule: 'without a caller there is no request to try it on',
    atHand: sets({ identity: [] }),
    text: 'An error occurred (AccessDenied) when calling the SendMessage operation: Access to the resource is denied.',
    is: { state: 'notProven', code: 'request-not-known' },
  },
];

describe('a proposed policy', () =>
  it.each(rows)('$rule', async ({ atHand, text, document, is }) =>
    expect(await proof(atHand, text, document)).toMatchObject(is),
  ));
