// The text of an evaluation: hostile names cannot reach the terminal, unclear points and faults are told, and every code has its words.
import { describe, expect, it } from 'vitest';
import { whatIf } from '../../src/facts/policies/what-if.ts';
import { policyDiagnosticCodes, reasonCodes, warningCodes } from '../../src/model/policy-codes.ts';
import type { AuthorizationRequest, PolicySet } from '../../src/model/policy.ts';
import { renderEvaluationJson } from '../../src/render/evaluation-json.ts';
import { renderEvaluation } from '../../src/render/evaluation.ts';
import { faultSentences, warningSentences } from '../../src/render/sentences/policy-faults.ts';
import { reasonSentences } from '../../src/render/sentences/reasons.ts';

const request: AuthorizationRequest = {
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::reports/may.csv',
  principal: 'arn:aws:iam::111122223333:user/ana',
  principalAccount: '111122223333',
  resourceAccount: '111122223333',
  context: {},
};
const document = (...statements: readonly object[]) => ({ Version: '2012-10-17', Statement: statements });
const allow = (rest: object = {}) => ({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', ...rest });

const result = (policies: PolicySet, asked: Partial<AuthorizationRequest> = {}) =>
  whatIf({ request: { ...request, ...asked }, ownerAssumed: false, atHand: { policies }, unsaid: [] });
const text = (policies: PolicySet, asked?: Partial<AuthorizationRequest>) =>
  renderEvaluation(result(policies, asked), { width: 100 }).replace(/\s+/g, ' ');

interface Row {
  readonly rule: string;
  readonly policies: PolicySet;
  readonly asked?: Partial<AuthorizationRequest>;
  readonly shows: readonly string[];
}

const rows: readonly Row[] = [
  {
    rule: 'a Deny and its place',
    policies: { identity: [{ name: 'ci', policy: document(allow(), allow({ Effect: 'Deny' })) }] },
    shows: ['Denied', 'explicit deny. An identity policy of the caller denies it.', '✓ Deny ci statement 2'],
  },
  {
    rule: 'the level of an SCP',
    policies: {
      identity: [{ name: 'ci', policy: document(allow()) }],
      scps: [[{ name: 'full', policy: document(allow({ Action: '*' })) }], [{ name: 'ou', policy: document() }]],
    },
    shows: ['At some level no service control policy allows it.', 'full statement 1, level 1'],
  },
  {
    rule: 'a trust policy by its name',
    policies: {
      identity: [],
      resource: [
        {
          name: 'trust',
          policy: document({
            ...allow({ Action: 'sts:AssumeRole', Principal: { AWS: '444455556666' } }),
            Resource: undefined,
          }),
        },
      ],
    },
    asked: { action: 'sts:AssumeRole', resource: 'arn:aws:iam::111122223333:role/App' },
    shows: ['trust statement 1 (trust policy)', 'It names another account.'],
  },
  {
    rule: 'a faulty statement, and that it is left out',
    policies: { identity: [{ name: 'ci', policy: document(allow({ Effect: 'allow' }), allow()) }] },
    shows: ['ci statement 1: Effect is Allow or Deny', 'Found: allow.', 'left out of the evaluation'],
  },
  {
    rule: 'an unclear point it rests on',
    policies: {
      identity: [{ name: 'ci', policy: document(allow({ Condition: { StringEquals: { 'aws:TagKeys': 'a' } } })) }],
    },
    asked: { context: { 'aws:TagKeys': ['a', 'b'] } },
    shows: ['unclear'],
  },
];

describe('shows', () =>
  it.each(rows)('$rule', ({ policies, asked, shows }) => {
    for (const part of shows) expect(text(policies, asked)).toContain(part);
  }));

const hostile = '\u001b]0;owned\u0007\u202ename';
it('nothing from outside commands the terminal', () => {
  const policies = {
    identity: [{ name: hostile, policy: document(allow({ Sid: hostile, Resource: `arn:aws:s3:::${hostile}` })) }],
  };
  for (const shown of [text(policies), renderEvaluationJson(result(policies))])
    expect(shown).not.toMatch(/[\u001b\u0007\u202e]/);
});
it('in ASCII nothing else is drawn', () =>
  expect(renderEvaluation(result({ identity: [] }), { ascii: true })).toMatch(/^[\n -~]*$/));

const words = { ...reasonSentences, ...faultSentences, ...warningSentences } as Readonly<Record<string, string>>;
it('every code has words', () =>
  expect(
    [...reasonCodes, ...policyDiagnosticCodes, ...warningCodes].filter((code) => (words[code] ?? '') === ''),
  ).toEqual([]));
