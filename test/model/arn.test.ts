// Reading ARNs and comparing principals, through the public functions of the model.
import { describe, expect, it } from 'vitest';
import { accountOf, nameOf, policySourceOf, principalKindOf, readArn, sameIdentity } from '../../src/model/arn.ts';

const user = 'arn:aws:iam::111122223333:user/ci';
const role = 'arn:aws:iam::111122223333:role/team/Deploy';
const session = 'arn:aws:sts::111122223333:assumed-role/Deploy/build-7';

describe('an ARN has six parts and the last keeps every further colon', () => {
  it.each([
    ['arn:aws:ecs:eu-west-1:111122223333:task-definition/web:7', 'task-definition/web:7'],
    ['arn:aws-us-gov:s3:::bucket/key:with:colons', 'bucket/key:with:colons'],
    ['arn:aws:s3:::', ''],
  ])('%s', (arn, resource) => expect(readArn(arn)?.resource).toBe(resource));
  it.each(['', 'arn:aws:s3', 'role/Deploy', 'ARN:aws:s3:::bucket'])('%j is not one', (text) =>
    expect(readArn(text)).toBeUndefined(),
  );
});

describe('an account is exactly twelve digits', () => {
  it.each([
    [user, '111122223333'],
    ['arn:aws:iam::11112222333:user/ci', undefined],
    ['arn:aws:iam::***:user/ci', undefined],
    ['arn:aws:s3:::bucket', undefined],
  ])('%s', (arn, account) => expect(accountOf(arn)).toBe(account));
});

describe('policies belong to the role, not to its session', () => {
  it.each([
    [user, user],
    [role, role],
    [session, 'arn:aws:iam::111122223333:role/Deploy'],
    ['arn:aws-cn:sts::111122223333:assumed-role/Deploy/x', 'arn:aws-cn:iam::111122223333:role/Deploy'],
    ['arn:aws:sts::111122223333:assumed-role//x', undefined],
    ['arn:aws:sts::111122223333:federated-user/ann', undefined],
    ['anonymous', undefined],
  ])('%s', (principal, source) => expect(policySourceOf(principal)).toBe(source));
});

describe('two principals are one identity when they share user or role', () => {
  it.each([
    [session, role, true],
    [session, 'arn:aws:sts::111122223333:assumed-role/Deploy/other', true],
    [session, 'arn:aws:sts::444455556666:assumed-role/Deploy/build-7', false],
    [user, 'arn:aws:iam::111122223333:user/CI', false],
    ['arn:aws:iam::111122223333:role/ci', user, false],
    ['ann', 'ann', undefined],
    ['arn:aws:iam::***:user/ci', 'arn:aws:iam::***:user/ci', undefined],
    ['arn:aws:sts::***:assumed-role/Deploy/a', 'arn:aws:sts::***:assumed-role/Deploy/b', undefined],
    ['arn:aws:iam::111122223333:root', 'arn:aws:iam::111122223333:root', true],
  ])('%s and %s: %s', (left, right, same) => expect(sameIdentity(left, right)).toBe(same));
});

describe('the kind of a principal follows from its form only', () => {
  it.each([
    [user, 'user'],
    [role, 'role'],
    [session, 'assumedRole'],
    ['arn:aws:sts::111122223333:federated-user/ann', 'federatedUser'],
    ['arn:aws:iam::111122223333:root', 'root'],
    ['sns.amazonaws.com', 'service'],
    ['anonymous', 'anonymous'],
    ['ann', undefined],
  ])('%s is %s', (principal, kind) => expect(principalKindOf(principal)).toBe(kind));
});

it('gives the last path segment as the name', () => expect(nameOf(role)).toBe('Deploy'));
