// A folder of iam-collect's tells of whole accounts: IAM as a whole, resource policies where there is a file, SCPs level by level.
import { describe, expect, it } from 'vitest';
import type { NamedText } from '../../../src/facts/files/given-file.ts';
import { readGivenFolder } from '../../../src/facts/files/read-file.ts';
import { decisions, home, policy, statement, type Asked } from './stacks.ts';

const base = 'store/aws/aws';
const allow = (action: string) => policy(statement('Allow', action));
const deny = (action: string, more: object = {}) => policy(statement('Deny', action, '*', more));
const arn = `arn:aws:iam::${home}`;

type Files = Readonly<Record<string, unknown>>;
const inAccount = (files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([path, content]) => [`accounts/${home}/${path}`, content]));
const metadata = (of: string, more: object = {}) => ({ arn: of, ...more });

const roleFiles = inAccount({
  'iam/role/app/metadata.json': metadata(`${arn}:role/team/App`),
  'iam/role/app/inline-policies.json': [{ PolicyName: 'own', PolicyDocument: allow('sqs:*') }],
  'iam/role/app/managed-policies.json': [`${arn}:policy/Shared`, 'arn:aws:iam::aws:policy/ReadOnlyAccess'],
  'iam/role/app/trust-policy.json': deny('sts:AssumeRole', { Principal: '*' }),
  'iam/policy/shared/metadata.json': metadata(`${arn}:policy/Shared`),
  'iam/policy/shared/current-policy.json': allow('sns:*'),
  'iam/aws/policy/readonlyaccess/metadata.json': metadata('arn:aws:iam::aws:policy/ReadOnlyAccess'),
  'iam/aws/policy/readonlyaccess/current-policy.json': allow('ec2:Describe*'),
});
const bounded = {
  ...roleFiles,
  ...inAccount({
    'iam/role/app/metadata.json': metadata(`${arn}:role/team/App`, { permissionBoundary: `${arn}:policy/Ceiling` }),
    'iam/policy/ceiling/metadata.json': metadata(`${arn}:policy/Ceiling`),
    'iam/policy/ceiling/current-policy.json': deny('s3:*'),
  }),
};
const without = (files: Files, path: string): Files =>
  Object.fromEntries(Object.entries(files).filter(([name]) => !name.endsWith(path)));

const organization = (features: object, more: object = {}): Files => ({
  'organizations/o-x1/metadata.json': { id: 'o-x1', rootAccountId: '999900001111', features },
  'organizations/o-x1/accounts.json': { [home]: { ou: 'ou-1', scps: ['p-acct'], rcps: [] } },
  'organizations/o-x1/ous.json': {
    'r-1': { scps: ['arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess'], rcps: [] },
    'ou-1': { parent: 'r-1', scps: ['p-unit'], rcps: [] },
    ...more,
  },
  'organizations/o-x1/scps/p-fullawsaccess/policy.json': allow('*'),
  'organizations/o-x1/scps/p-unit/policy.json': deny('s3:*'),
  'organizations/o-x1/scps/p-acct/policy.json': allow('*'),
});
const on = { SERVICE_CONTROL_POLICY: true };
const session = { principal: `arn:aws:sts::${home}:assumed-role/App/s1` };
const bucketFiles = inAccount({
  's3/reports/metadata.json': metadata('arn:aws:s3:::reports', { name: 'reports' }),
  's3/reports/policy.json': deny('s3:*', { Principal: '*' }),
});

const rows: readonly (readonly [rule: string, files: Files, expected: object, asked?: Asked])[] = [
  [
    'inline and managed policies of a role, wherever its path',
    { ...roleFiles, ...bucketFiles },
    { permissionsBoundary: 'notApplicable', resource: 'explicitDeny', identity: 'implicitDeny' },
  ],
  [
    'a managed policy whose document is missing leaves the layer open',
    without(roleFiles, 'readonlyaccess/current-policy.json'),
    { identity: undefined, permissionsBoundary: 'notApplicable' },
  ],
  ['a boundary', bounded, { permissionsBoundary: 'explicitDeny' }],
  [
    'a trust policy',
    roleFiles,
    { trust: 'explicitDeny' },
    { action: 'sts:AssumeRole', resource: `${arn}:role/team/App` },
  ],
  [
    'a bucket without a file may have a policy that could not be read',
    { ...roleFiles, ...without(bucketFiles, '/policy.json') },
    { resource: undefined, identity: undefined },
  ],
  ['SCPs level by level', { ...roleFiles, ...organization(on) }, { scp: 'explicitDeny' }],
  ['SCPs that are switched off', { ...roleFiles, ...organization({}) }, { scp: 'notApplicable' }],
  [
    'a unit that is missing leaves them open',
    { ...roleFiles, ...organization(on, { 'ou-1': undefined }) },
    { scp: undefined },
  ],
];

const textsOf = (files: Files): readonly NamedText[] =>
  Object.entries(files).map(([path, content]) => ({ path: `${base}/${path}`, text: JSON.stringify(content) }));

describe('a folder of iam-collect', () =>
  it.each(rows.map(([rule, ...row]) => ({ rule, row })))('$rule', async ({ row: [files, expected, asked = {}] }) => {
    const { files: given } = await readGivenFolder('store', textsOf(files), []);
    const found = decisions(
      given.map((one) => one.given),
      { ...session, ...asked },
    );
    const shown = Object.fromEntries(Object.keys(expected).map((name) => [name, found[name]]));
    expect(shown).toEqual(expected);
  }));
