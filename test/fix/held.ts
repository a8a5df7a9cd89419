// Requests and policies for tests of the plan, and the plan that is computed from them.
import { computePlan } from '../../src/fix/plan/compute.ts';
import { trialOf } from '../../src/facts/policies/trial.ts';
import type { Fact } from '../../src/model/fact.ts';
import type { AuthorizationRequest, PolicySet } from '../../src/model/policy.ts';

export const account = '111122223333';
export const role = `arn:aws:iam::${account}:role/app`;
export const session = `arn:aws:sts::${account}:assumed-role/app/i-1`;

export const asked = (
  action: string,
  resource: string,
  more: Partial<AuthorizationRequest> = {},
): AuthorizationRequest => ({
  action,
  resource,
  principal: session,
  principalRoleArn: role,
  principalAccount: account,
  resourceAccount: account,
  context: {},
  ...more,
});

export const documentOf = (...Statement: readonly object[]) => ({ Version: '2012-10-17', Statement });
export const policies = (...statements: readonly object[]) => [{ name: 'p', policy: documentOf(...statements) }];
export const allow = (Action: unknown, Resource: unknown = '*', rest: object = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...rest,
});
export const deny = (Action: unknown, Resource: unknown = '*', rest: object = {}) => ({
  Effect: 'Deny',
  Action,
  Resource,
  ...rest,
});
export const everything = policies(allow('*'));

export const fact = (name: string, value: string): readonly [string, Fact] => [
  name,
  { name, status: 'present', value, source: { origin: 'set', grade: 'answered' } },
];

export const planOf = (request: AuthorizationRequest, set: PolicySet, facts: ReadonlyMap<string, Fact> = new Map()) =>
  computePlan(trialOf(set, { request, knowsOwner: true, knowsContext: true }), facts, []);
