// Requests as each protocol wants them, and answers as each protocol gives them, hostile ones included.
import { describe, expect, it } from 'vitest';
import type { OperationName } from '../../../src/facts/aws/operations.ts';
import { commandFor } from '../../../src/facts/aws/command.ts';
import { policyFrom } from '../../../src/facts/aws/read/documents.ts';
import { decode } from '../../../src/facts/aws/wire/decode.ts';
import { encode, type Input } from '../../../src/facts/aws/wire/encode.ts';
import { readXml } from '../../../src/facts/aws/wire/xml.ts';

const requests: readonly (readonly [OperationName, Input, string, string])[] = [
  ['iam:GetUser', { UserName: 'a b&c' }, 'POST /', 'Action=GetUser&Version=2010-05-08&UserName=a%20b%26c'],
  [
    'iam:SimulatePrincipalPolicy',
    { ActionNames: ['a:B', 'c:D'] },
    'POST /',
    'Action=SimulatePrincipalPolicy&Version=2010-05-08&ActionNames.member.1=a%3AB&ActionNames.member.2=c%3AD',
  ],
  [
    'ec2:DescribeVpcEndpoints',
    { VpcEndpointId: ['vpce-1'] },
    'POST /',
    'Action=DescribeVpcEndpoints&Version=2016-11-15&VpcEndpointId.1=vpce-1',
  ],
  ['kms:GetKeyPolicy', { KeyId: 'k' }, 'POST /', '{"KeyId":"k"}'],
  ['s3:GetBucketPolicy', { Bucket: 'b' }, 'GET /b?policy', ''],
  [
    'lambda:GetPolicy',
    { FunctionName: 'arn:aws:lambda:r:a:function:f' },
    'GET /2015-03-31/functions/arn%3Aaws%3Alambda%3Ar%3Aa%3Afunction%3Af/policy',
    '',
  ],
  [
    'lambda:GetPolicy',
    { FunctionName: '../x', Qualifier: '1&2' },
    'GET /2015-03-31/functions/..%2Fx/policy?Qualifier=1%262',
    '',
  ],
  [
    's3control:GetMultiRegionAccessPointPolicy',
    { AccountId: '1', name: 'a/b' },
    'GET /v20180820/mrap/instances/a/b/policy',
    '',
  ],
  ['oam:GetSinkPolicy', { SinkIdentifier: 'arn' }, 'POST /GetSinkPolicy', '{"SinkIdentifier":"arn"}'],
];

it.each(requests)('%s %j', (operation, input, line, body) => {
  const encoded = encode(operation, input);
  expect(`${encoded.method} ${encoded.path}`).toBe(line);
  expect(encoded.body).toBe(body);
});

const answers: readonly (readonly [rule: string, OperationName, number, string, object, Record<string, string>?])[] = [
  [
    'query',
    'iam:GetUser',
    200,
    '<GetUserResponse><GetUserResult><User><UserName>a&amp;b</UserName></User></GetUserResult></GetUserResponse>',
    { ok: true, output: { User: { UserName: 'a&b' } } },
  ],
  [
    'an empty list',
    'iam:ListUserPolicies',
    200,
    '<ListUserPoliciesResponse><ListUserPoliciesResult><PolicyNames/></ListUserPoliciesResult></ListUserPoliciesResponse>',
    { ok: true, output: { PolicyNames: '' } },
  ],
  ['an empty result', 'sts:GetCallerIdentity', 200, '<R><GetCallerIdentityResult/></R>', { ok: true, output: {} }],
  ['a page in place of JSON', 'kms:GetKeyPolicy', 200, '<html></html>', { ok: 'garbage' }],
  ['a page in place of a bucket policy', 's3:GetBucketPolicy', 200, '<html></html>', { ok: 'garbage' }],
  ['half a document', 'iam:GetUser', 200, '<GetUserResponse><GetUserResult>', { ok: 'garbage' }],
  [
    'an error of query',
    'iam:GetUser',
    403,
    '<ErrorResponse><Error><Code>AccessDenied</Code><Message>m</Message></Error></ErrorResponse>',
    { ok: false, code: 'AccessDenied', message: 'm' },
  ],
  [
    'an error of ec2',
    'ec2:DescribeVpcEndpoints',
    403,
    '<Response><Errors><Error><Code>UnauthorizedOperation</Code></Error></Errors></Response>',
    { ok: false, code: 'UnauthorizedOperation' },
  ],
  [
    'an error of S3',
    's3:GetBucketPolicy',
    404,
    '<?xml version="1.0"?><Error><Code>NoSuchBucketPolicy</Code></Error>',
    { ok: false, code: 'NoSuchBucketPolicy' },
  ],
  [
    'an error of JSON',
    'kms:GetKeyPolicy',
    400,
    '{"__type":"com.amazonaws#AccessDeniedException","message":"m"}',
    { ok: false, code: 'AccessDeniedException', message: 'm' },
  ],
  [
    'an error code in a header',
    'lambda:GetPolicy',
    404,
    '{"Message":"m"}',
    { ok: false, code: 'ResourceNotFoundException', message: 'm' },
    { 'x-amzn-errortype': 'ResourceNotFoundException:http://x' },
  ],
  [
    'XML from a JSON service',
    'kms:GetKeyPolicy',
    403,
    '<ErrorResponse><Errors><Error><Code>AccessDenied</Code></Error></Errors></ErrorResponse>',
    { ok: false, code: 'AccessDenied' },
  ],
  ['a prototype key', 'kms:GetKeyPolicy', 200, '{"__proto__":{"Policy":"x"}}', { ok: true, output: {} }],
];

it.each(answers.map(([rule, ...row]) => [rule, row] as const))(
  '%s',
  (_, [operation, status, body, expected, headers = {}]) => {
    expect(decode(operation, { status, headers, body })).toMatchObject(expected);
  },
);

describe('hostile XML', () => {
  it.each([
    ['never closed', '<a>'.repeat(100_000)],
    ['signs of tags', '<'.repeat(200_000)],
    ['a name without end', `<${'a'.repeat(200_000)}`],
    ['attributes without end', `<a ${'b '.repeat(100_000)}`],
    ['comments without end', '<!--'.repeat(50_000)],
    ['entities', `<a>${'&amp'.repeat(50_000)}</a>`],
    ['siblings', `<a>${'<b>1</b>'.repeat(50_000)}</a>`],
  ])('%s is read in linear time', (_, text) => {
    const start = performance.now();
    readXml(text);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('documents', () => {
  const document = { Statement: [{ Effect: 'Deny' }] };
  const text = JSON.stringify(document, undefined, 2);
  it.each([
    ['plain', text],
    ['URL-encoded, as IAM has them', encodeURIComponent(text)],
    ['with escaped quotes, as API Gateway has them', JSON.stringify(document).replaceAll('"', '\\"')],
  ])('%s', (_, given) => expect(policyFrom('p', given).policy).toEqual(document));
  it('a percent sign inside stays as it is', () =>
    expect(policyFrom('p', '{"Statement":[{"Sid":"100%25"}]}').policy).toEqual({ Statement: [{ Sid: '100%25' }] }));
});

it.each([
  [
    'iam:GetRolePolicy',
    { RoleName: 'R', PolicyName: 'p; rm -rf ~' },
    undefined,
    "aws iam get-role-policy --role-name R --policy-name 'p; rm -rf ~'",
  ],
  [
    's3:GetBucketPolicy',
    { Bucket: "it's" },
    'eu-west-1',
    "aws s3api get-bucket-policy --bucket 'it'\\''s' --region eu-west-1",
  ],
  [
    'kinesis:GetResourcePolicy',
    { ResourceARN: 'arn' },
    undefined,
    'aws kinesis get-resource-policy --resource-arn arn',
  ],
  ['apigateway:GetRestApi', { restapi_id: 'a1' }, undefined, 'aws apigateway get-rest-api --rest-api-id a1'],
] as const)('%s as a command', (operation, input, region, command) => {
  expect(commandFor(operation, input, region)).toBe(command);
});
