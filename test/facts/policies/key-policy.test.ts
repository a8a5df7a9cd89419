// What a key policy and the grants on a key do for one caller: yes, no, or not to be told.
import { describe, expect, it } from 'vitest';
import { grantsCover, type KeyGrant } from '../../../src/facts/policies/key-grants.ts';
import { keyPolicyFindings } from '../../../src/facts/policies/key-policy.ts';
import type { Truth } from '../../../src/model/policy.ts';

const owner = '111122223333';
const other = '444455556666';
const keyArn = `arn:aws:kms:eu-west-1:${owner}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const user = `arn:aws:iam::${owner}:user/ci`;
const session = `arn:aws:sts::${owner}:assumed-role/Deploy/run-7`;
const role = `arn:aws:iam::${owner}:role/Deploy`;
const stranger = `arn:aws:iam::${other}:user/ci`;
const root = (account: string) => `arn:aws:iam::${account}:root`;

type Statement = Readonly<Record<string, unknown>>;
const allow = (principal: unknown, action: unknown = 'kms:*', more: Statement = {}): Statement => ({
  Effect: 'Allow',
  Principal: principal === '*' ? '*' : { AWS: principal },
  Action: action,
  Resource: '*',
  ...more,
});
const viaS3 = { Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } } };
const fromAccount = (account: string) => ({ Condition: { StringEquals: { 'kms:CallerAccount': account } } });
const asRole = (arn: string) => ({ Condition: { ArnLike: { 'aws:PrincipalArn': arn } } });

type Row = readonly [rule: string, who: string, statements: readonly Statement[], delegates: Truth, names: Truth];
const rows: readonly Row[] = [
  ['the default policy lets IAM policies count', user, [allow(root(owner))], true, false],
  ['an account id is the account too', user, [allow(owner)], true, false],
  ['a policy that names the caller', user, [allow(user)], false, true],
  ['a policy that names its role', session, [allow(role)], false, true],
  ['a policy that names both', user, [allow([root(owner), user])], true, true],
  ['nobody but an administrator', user, [allow(`arn:aws:iam::${owner}:user/admin`)], false, false],
  ['delegation for other actions', user, [allow(root(owner), ['kms:Describe*', 'kms:List*'])], false, false],
  ['an Allow for other actions', user, [allow(user, 'kms:Encrypt')], false, false],
  ['NotAction leaves it out', user, [allow(root(owner), undefined, { NotAction: 'kms:Decrypt' })], false, false],
  ['a Deny names nobody', user, [{ ...allow(user), Effect: 'Deny' }], false, false],
  ['a condition that is not known', user, [allow(root(owner), 'kms:*', viaS3)], 'unknown', false],
  ["a condition on the caller's account, met", user, [allow(root(owner), 'kms:*', fromAccount(owner))], true, false],
  ['and not met', user, [allow(root(owner), 'kms:*', fromAccount(other))], false, false],
  ['a condition on the caller, met', user, [allow(root(owner), 'kms:*', asRole(user))], true, false],
  ['on the role, whose path a session hides', session, [allow(root(owner), 'kms:*', asRole(role))], 'unknown', false],
  ['and not met', user, [allow(root(owner), 'kms:*', asRole(role))], false, false],
  ['everybody', user, [allow('*')], 'unknown', true],
  ['everybody through one service', user, [allow('*', 'kms:*', viaS3)], 'unknown', 'unknown'],
  ['the account of a caller from elsewhere', stranger, [allow(root(other))], false, true],
  ['a caller from elsewhere by name', stranger, [allow([root(owner), stranger])], true, true],
  ['the owner alone', stranger, [allow(root(owner))], true, false],
];

/** `undefined` as action leaves the element out. */
const withoutEmpty = (statement: Statement): Statement =>
  Object.fromEntries(Object.entries(statement).filter(([name]) => !('NotAction' in statement && name === 'Action')));

describe('a key policy', () => {
  it.each(rows)('%s', (_, principal, statements, delegates, namesCaller) => {
    const policy = { Version: '2012-10-17', Statement: statements.map(withoutEmpty) };
    const use = { principal, keyArn, actions: ['kms:Decrypt'] };
    expect(keyPolicyFindings([{ name: 'key', policy }], use)).toEqual({ delegates, namesCaller });
  });

  it('has to serve every action that the call needs', () => {
    const policy = { Version: '2012-10-17', Statement: [allow(user, 'kms:Decrypt')] };
    const use = { principal: user, keyArn, actions: ['kms:Decrypt', 'kms:GenerateDataKey'] };
    expect(keyPolicyFindings([{ name: 'key', policy }], use).namesCaller).toBe(false);
  });

  it('that cannot be read says nothing', () => {
    const use = { principal: user, keyArn, actions: ['kms:Decrypt'] };
    const findings = keyPolicyFindings([{ name: 'key', policy: '{"Statement": [' }], use);
    expect(findings).toEqual({ delegates: 'unknown', namesCaller: 'unknown' });
  });
});

const grant = (grantee: string, more: Partial<KeyGrant> = {}): KeyGrant => ({
  ...{ grantee, operations: ['Decrypt'], isConstrained: false },
  ...more,
});
const grants: readonly (readonly [string, string, readonly KeyGrant[], Truth])[] = [
  ['none', user, [], false],
  ['for the caller', user, [grant(user)], true],
  ['for the role of the session, whatever its path', session, [grant(`arn:aws:iam::${owner}:role/team/Deploy`)], true],
  ['for somebody else', user, [grant(`arn:aws:iam::${owner}:user/else`)], false],
  ['for the user of that name elsewhere', user, [grant(stranger)], false],
  ['for another operation', user, [grant(user, { operations: ['Encrypt'] })], false],
  ['for one encryption context', user, [grant(user, { isConstrained: true })], 'unknown'],
  ['constrained beside one that is not', user, [grant(user, { isConstrained: true }), grant(user)], true],
  ['for an id, who may be the caller', user, [grant('AIDAEXAMPLEEXAMPLE1')], 'unknown'],
  ['for a service', user, [grant('dynamodb.eu-west-1.amazonaws.com')], false],
];

describe('grants', () => {
  it.each(grants)('%s', (_, principal, given, covers) => {
    expect(grantsCover(given, { principal, keyArn, actions: ['kms:Decrypt'] })).toBe(covers);
  });
});
