// A memory changes how often a document is compiled, and nothing else: the same document may stand in several places.
import { expect, it } from 'vitest';
import type { AuthorizationRequest, NamedPolicy, PolicySet } from '../../src/model/policy.ts';
import { evaluate } from '../../src/policy/evaluate.ts';
import { openMemory } from '../../src/policy/memory.ts';

const request: AuthorizationRequest = {
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::quarry/ore.json',
  principal: 'arn:aws:iam::555566667777:user/ana',
  principalAccount: '555566667777',
  resourceAccount: '555566667777',
  context: {},
};
const allow = { Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::quarry/*' };
const documentOf = (...Statement: readonly object[]) => ({ Version: '2012-10-17', Statement });
const shared = documentOf(allow, { Effect: 'Allow', Action: 's3' });
const named = (name: string, policy: unknown = shared, text?: string): NamedPolicy =>
  text === undefined ? { name, policy } : { name, policy, text };

const sets: readonly (readonly [rule: string, set: PolicySet])[] = [
  ['a document by itself', { identity: [named('one')] }],
  ['by another name', { identity: [named('two')] }],
  ['with its lines', { identity: [named('two', shared, JSON.stringify(shared, null, 2))] }],
  ['in another layer', { resource: [named('two')] }],
  ['at several levels', { scps: [[named('one')], [named('one')]], identity: [named('one')] }],
  ['as text', { identity: [named('text', JSON.stringify(shared))] }],
  ['without being one', { identity: [named('none', null), named('number', 7)] }],
];
const memory = openMemory();

it.each([...sets, ...sets])('%s is decided as without a memory', (_, set) =>
  expect(evaluate(request, set, memory)).toEqual(evaluate(request, set)),
);

it('without a memory a document is read as it is now', () => {
  const statements: object[] = [allow];
  const set = { identity: [named('growing', { Version: '2012-10-17', Statement: statements })] };
  expect(evaluate(request, set).decision).toBe('allowed');
  statements.push({ ...allow, Effect: 'Deny' });
  expect(evaluate(request, set).decision).toBe('explicitDeny');
});
