// What is exchanged and what stays: names, accounts, addresses and ids go, AWS's own words stay, and a secret is found where one is left.
import { describe, expect, it } from 'vitest';
import type { AccountDetails } from '../../../src/facts/policies/account.ts';
import { policiesFor } from '../../../src/facts/policies/account.ts';
import { readGivenFile } from '../../../src/facts/files/read-file.ts';
import { leftoversIn } from '../../../src/render/redact/leftovers.ts';
import { redactorFor } from '../../../src/render/redact/redactor.ts';

const redacted = (text: string): string => redactorFor({ texts: [text] }).errors(text);

const kept: readonly (readonly [what: string, text: string])[] = [
  ['an AWS managed policy', 'arn:aws:iam::aws:policy/AdministratorAccess'],
  ['a service-linked role', 'role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS'],
  ['the role of an organization', ':role/OrganizationAccountAccessRole'],
  ['an action', 's3:GetObject'],
  ['a condition key', 'aws:PrincipalOrgID'],
  ['a Region', 'eu-west-1'],
  ['a service principal', 'lambda.amazonaws.com'],
  ['partition and service', 'arn:aws-cn:sqs:cn-north-1:'],
];
const around = `Caller arn:aws:sts::111122223333:assumed-role/qxrole/qxsession used arn:aws:iam::aws:policy/AdministratorAccess and
arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS and arn:aws:iam::111122223333:role/OrganizationAccountAccessRole
for s3:GetObject with aws:PrincipalOrgID in eu-west-1 by lambda.amazonaws.com on arn:aws-cn:sqs:cn-north-1:111122223333:qxqueue`;

describe('stays as it is', () => it.each(kept)('%s', (_, text) => expect(redacted(around)).toContain(text)));

const gone: readonly (readonly [what: string, text: string, names: RegExp])[] = [
  ['an account', 'account 111122223333 and 111122223333', /111122223333/],
  ['a mail address', 'by ana.qx@qxcorp.com', /ana|qx/],
  ['an access key', 'key AKIAQXQXQXQXQXQXQXQX was used', /QXQX/],
  ['an IP address', 'from 10.11.12.13', /10\.11/],
  ['a bucket in its address', 'https://qxbucket.s3.eu-west-1.amazonaws.com/ says qxbucket', /qxbucket/],
  ['a bucket in a command', 'aws s3 cp x s3://qxbucket/qxkey', /qxbucket|qxkey/],
  ['a resource of Terraform', 'with module.qxstore.aws_s3_bucket.qxdata, on', /qxstore|qxdata/],
  ['a home folder', 'File "/home/qxana/x.py"', /qxana/],
  ['a request id', 'request id: QX12345678ABCDEF', /QX1234/],
  [
    'an organization',
    'arn:aws:organizations::111122223333:policy/o-qx12345678/service_control_policy/p-qx123456',
    /qx1234/,
  ],
  ['an encoded message', `Encoded authorization failure message: ${'Qx1_'.repeat(60)}`, /Qx1_/],
];

describe('is exchanged', () => it.each(gone)('%s', (_, text, names) => expect(redacted(text)).not.toMatch(names)));

it('gives the same name the same pseudonym, and other names others', () => {
  const texts = ['arn:aws:s3:::qxone-qxtwo/qxone and qxtwo', 'arn:aws:iam::111122223333:user/qxone'];
  const redactor = redactorFor({ texts });
  const [, one, two] = /:::(\w+)-(\w+)/.exec(redactor.text(texts[0] ?? '')) ?? [];
  expect(one).not.toBe(two);
  expect(redactor.text('qxone, qxtwo, QXONE, Qxone')).toBe(
    `${one ?? ''}, ${two ?? ''}, ${(one ?? '').toUpperCase()}, ${(one ?? '').replace(/^./, (letter) => letter.toUpperCase())}`,
  );
});

it('keeps an account that names itself in a sentence readable', () => {
  const text =
    'User: arn:aws:iam::111122223333:user/authorized is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::perform/x';
  expect(redacted(text)).toMatch(/ is not authorized to perform: s3:GetObject on resource: /);
});

const stack = {
  Resources: {
    QxRole: {
      Type: 'AWS::IAM::Role',
      Properties: {
        Policies: [
          { PolicyName: 'qx', PolicyDocument: { Statement: [{ Effect: 'Deny', Action: 's3:*', Resource: '*' }] } },
        ],
      },
    },
    QxUser: { Type: 'AWS::IAM::User', Properties: { UserName: 'qxuser', Policies: [] } },
  },
};
const principals = [
  'arn:aws:sts::111122223333:assumed-role/qxstack-QxRole-1ABCDEFGHIJ2/s1',
  'arn:aws:iam::111122223333:user/qxuser',
];

describe('what a template says of a caller', () =>
  it.each(principals)('is found again: %s', async (principal) => {
    const { accounts: [details] = [] } = await readGivenFile({ path: 'qx.json', text: JSON.stringify(stack) });
    const request = {
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::qxb/k',
      principal,
      principalAccount: '111122223333',
      resourceAccount: '111122223333',
      context: {},
    };
    const redactor = redactorFor({ data: [request, details] });
    const found = policiesFor(redactor.data(details as AccountDetails), redactor.data(request));
    expect(found.identity).toBeDefined();
    expect(found).toEqual(redactor.data(policiesFor(details as AccountDetails, request)));
  }));

const secrets: readonly (readonly [kind: string, text: string])[] = [
  ['access key or token', `x ${'IQoJb3JpZ2luX2Vj'.repeat(8)}`],
  ['private key', '-----BEGIN RSA PRIVATE KEY-----'],
  ['web token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.abcdefghijk'],
  ['password', 'password=hunter2hunter2'],
];

describe('what looks like a secret is found', () => {
  it.each(secrets)('%s', (kind, text) =>
    expect(leftoversIn({ facts: { 'error.text': [text] } })).toEqual([{ place: 'facts.error.text.0', kind }]),
  );
  it('and nothing else', () =>
    expect(leftoversIn({ text: redacted(around), sum: 'secret/AbCdEf', none: '(hidden)' })).toEqual([]));
});
