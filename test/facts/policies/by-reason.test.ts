// What AWS's stated reason settles of conditions whose keys are not known.
import { expect, it } from 'vitest';
import { factsByReason } from '../../../src/facts/policies/by-reason.ts';
import type { EvidenceGrade, Fact, FactValue } from '../../../src/model/fact.ts';
import { evaluate } from '../../../src/policy/evaluate.ts';

const account = '111122223333';
const user = `arn:aws:iam::${account}:user/ci`;
const role = `arn:aws:iam::${account}:role/Deploy`;
const said = (grade: EvidenceGrade, value = 'implicitDeny'): ReadonlyMap<string, Fact> => {
  const fact: Fact = { name: 'decision.trust', status: 'present', value, source: { origin: 'derived', grade } };
  return new Map([[fact.name, fact]]);
};

type Condition = Readonly<Record<string, Readonly<Record<string, string>>>>;
const id: Condition = { StringEquals: { 'sts:ExternalId': 'x' } };
const two: Condition = { StringEquals: { 'sts:ExternalId': 'x', 'sts:RoleSessionName': 'y' } };
const allow = (who: string, Condition: Condition) => ({
  ...{ Effect: 'Allow', Principal: { AWS: who }, Action: 'sts:AssumeRole', Condition },
});

type Row = readonly [
  rule: string,
  known: ReadonlyMap<string, Fact>,
  statements: readonly object[],
  found: Readonly<Record<string, FactValue>>,
];
const unmet = (keys?: readonly string[]) => ({
  'trust.meetsConditions': false,
  ...(keys === undefined ? {} : { 'trust.unmetKeys': keys }),
});
const rows: readonly Row[] = [
  ['one key is the one', said('stated'), [allow(account, id)], unmet(['sts:ExternalId'])],
  ['of two keys one, nobody knows which', said('stated'), [allow(account, two)], unmet()],
  ['a statement for somebody else says nothing', said('stated'), [allow(`${user}-else`, id)], {}],
  ['of two statements each may be the one meant', said('stated'), [allow(account, id), allow(user, two)], {}],
  ['an explicit Deny says nothing of an Allow', said('stated', 'explicitDeny'), [allow(account, id)], {}],
  ['an answer of a person is no reason of AWS', said('answered'), [allow(account, id)], {}],
  ['nothing known settles nothing', new Map(), [allow(account, id)], {}],
];

it.each(rows)('%s', (_, known, Statement, found) => {
  const request = {
    ...{ action: 'sts:AssumeRole', resource: role, principal: user, context: {} },
    ...{ principalAccount: account, resourceAccount: account },
  };
  const policy = { Version: '2012-10-17', Statement };
  const evaluation = evaluate(request, { resource: [{ name: 'trust', policy }], unknown: { context: true } });
  const facts = factsByReason(evaluation, known);
  expect(Object.fromEntries(facts.map(({ name, value }) => [name, value]))).toEqual(found);
});
