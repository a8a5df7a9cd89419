// Measures the whole plan for a role with 20 policies of 5 KB: candidates, proofs and what is denied next.
import { trialOf } from '../../src/facts/policies/trial.ts';
import { computePlan } from '../../src/fix/plan/compute.ts';
import type { AuthorizationRequest, PolicySet } from '../../src/model/policy.ts';
import type { BenchRow } from './row.ts';

const account = '555566667777';
const services = ['s3', 'ec2', 'sqs', 'sns', 'dynamodb', 'logs', 'kms', 'lambda', 'glue', 'ecr'];

const statement = (index: number) => ({
  Sid: `Part${index}`,
  Effect: index % 10 === 9 ? 'Deny' : 'Allow',
  Action: [`${services[index % 10] ?? 's3'}:Put${index}*`, `${services[(index + 3) % 10] ?? 's3'}:Get*`],
  Resource: [`arn:aws:s3:::quarry-${index}/*`, `arn:aws:sqs:eu-west-1:${account}:quarry-${index}`],
  Condition: { StringLike: { 'aws:PrincipalTag/team': 'o*' } },
});

function documentOf(position: number) {
  const list: object[] = [];
  while (JSON.stringify(list).length < 5000) list.push(statement(position * 100 + list.length));
  return { Version: '2012-10-17', Statement: list };
}

const everything = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
const guard = { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: 's3:*', Resource: '*' }] };

const policies: PolicySet = {
  identity: Array.from({ length: 20 }, (_, position) => ({ name: `policy-${position}`, policy: documentOf(position) })),
  scps: [
    [
      { name: 'all', policy: everything },
      { name: 'guard', policy: guard },
    ],
  ],
};

const request: AuthorizationRequest = {
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::ore/1.json',
  principal: `arn:aws:sts::${account}:assumed-role/Dig/morning`,
  principalAccount: account,
  resourceAccount: account,
  context: {},
};

function plan(): number {
  const start = performance.now();
  computePlan(trialOf(policies, { request, knowsOwner: true, knowsContext: true }), new Map(), []);
  return performance.now() - start;
}

export const rows: readonly BenchRow[] = [{ name: 'plan: 20 policies of 5 KB, warm (aim 50 ms)', measure: plan }];
