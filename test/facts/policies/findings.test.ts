// What the reference says against a statement: an ARN where only * grants, resource types never covered, keys the action lacks or has in another type.
import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../../src/facts/policies/findings.ts';
import { overlap } from '../../../src/facts/policies/overlap.ts';
import type { PolicySet } from '../../../src/model/policy.ts';
import { evaluate } from '../../../src/policy/evaluate.ts';

const request = {
  principal: 'arn:aws:iam::111122223333:user/ana',
  principalAccount: '111122223333',
  resourceAccount: '111122223333',
  resource: '*',
  context: {},
};

function found(action: string, statement: object): readonly string[] {
  const policy = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*', ...statement }] };
  const policies: PolicySet = { identity: [{ name: 'p', policy }] };
  const findings = findingsOf(evaluate({ ...request, action }, policies), policies, action);
  return findings.map(({ code, about }) => `${code.replace('finding.', '')} ${about.join(' ')}`);
}

const when = (operator: string, key: string, value: string | readonly string[]) => ({
  Condition: { [operator]: { [key]: value } },
});
const instances = { Resource: 'arn:aws:ec2:us-east-1:111122223333:instance/*' };

const rows: readonly (readonly [rule: string, action: string, statement: object, found: readonly string[]])[] = [
  [
    'an ARN never covers an action without resource types',
    'ec2:DescribeInstances',
    instances,
    [`needs-star ${instances.Resource}`],
  ],
  ['a star does', 'ec2:DescribeInstances', {}, []],
  [
    'a launch needs more than instances',
    'ec2:RunInstances',
    instances,
    ['uncovered-types image network-interface security-group subnet'],
  ],
  ['one of several alternatives is enough', 's3:GetObject', { Resource: 'arn:aws:s3:::reports/*' }, []],
  [
    'none of them is not',
    's3:GetObject',
    { Resource: 'arn:aws:s3:::reports' },
    ['uncovered-types accesspointobject object'],
  ],
  ['a NotResource is not judged', 's3:GetObject', { Resource: undefined, NotResource: 'arn:aws:s3:::x' }, []],
  [
    'a key of another service',
    'iam:ListUsers',
    when('StringEquals', 'ec2:Region', 'eu-west-1'),
    ['unsupported-key ec2:Region'],
  ],
  ['a global key', 'iam:ListUsers', when('StringEquals', 'aws:username', 'ana'), []],
  [
    'an address range compared as text',
    'iam:ListUsers',
    when('StringLike', 'aws:SourceIp', '10.0.0.0/8'),
    ['mistyped-key aws:SourceIp'],
  ],
  ['an address compared as text', 'iam:ListUsers', when('StringEquals', 'aws:SourceIp', '10.0.0.1'), []],
  ['a range compared as one', 'iam:ListUsers', when('IpAddress', 'aws:SourceIp', '10.0.0.0/8'), []],
  [
    'a text compared as an address',
    'iam:ListUsers',
    when('IpAddress', 'aws:username', '10.0.0.1'),
    ['mistyped-key aws:username'],
  ],
  ['a date compared as a number of seconds', 'iam:ListUsers', when('NumericLessThan', 'aws:EpochTime', '1'), []],
  [
    'many values by a plain operator',
    'ec2:CreateTags',
    when('StringEquals', 'aws:TagKeys', 'team'),
    ['multivalued-key aws:TagKeys'],
  ],
  ['many values by a set operator', 'ec2:CreateTags', when('ForAllValues:StringEquals', 'aws:TagKeys', ['team']), []],
  [
    'one value by a set operator',
    'ec2:CreateTags',
    when('ForAllValues:StringEquals', 'aws:SourceVpce', ['vpce-1']),
    ['set-on-single aws:SourceVpce'],
  ],
  [
    'a tag of the request by a set operator',
    'ec2:CreateTags',
    when('ForAnyValue:StringNotEquals', 'aws:RequestTag/team', ['red']),
    ['set-on-single aws:RequestTag/team'],
  ],
  ['whether many values are there', 'ec2:CreateTags', when('Null', 'aws:TagKeys', 'false'), []],
  [
    'nothing is said of an action the reference does not know',
    'nimbus:DoThings',
    when('StringEquals', 'ec2:Region', 'x'),
    [],
  ],
  ['nor of a statement about other actions', 's3:GetObject', { Action: 'ec2:*', Resource: 'arn:aws:s3:::b' }, []],
];

describe('findings', () =>
  it.each(rows)('%s', (_, action, statement, codes) => expect(found(action, statement)).toEqual(codes)));

const patterns: readonly (readonly [left: string, right: string, overlaps: boolean])[] = [
  ['a*', '*b', true],
  ['a*b', 'b*a', false],
  ['a?c', 'abc', true],
  ['', '*', true],
  ['', 'a', false],
  ['arn:aws:s3:::a/*', 'arn:${Partition}:s3:::${Bucket}/${Object}', true],
  ['arn:aws:s3:::a', 'arn:${Partition}:s3:::${Bucket}/${Object}', false],
  ['arn:aws:ec2:r:1:instance/*', 'arn:${Partition}:ec2:${Region}::image/${Id}', false],
  ['arn:aws:ec2:r:1:*', 'arn:${Partition}:ec2:${Region}:${Account}:subnet/${Id}', true],
  ['arn:aws:iam::1:user/${aws:username}', 'arn:aws:iam::1:user/ana', true],
];

describe('patterns with a text in common', () =>
  it.each(patterns)('%s and %s: %s', (left, right, overlaps) => {
    expect(overlap(left, right)).toBe(overlaps);
    expect(overlap(right, left)).toBe(overlaps);
  }));

it('hostile patterns take no time', () => {
  const start = performance.now();
  overlap('*a'.repeat(1000), 'a*'.repeat(1000));
  overlap('*'.repeat(1_000_000), 'a'.repeat(1_000_000));
  expect(performance.now() - start).toBeLessThan(2000);
});
