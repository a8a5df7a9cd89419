// Denials in many spellings: each sentence with the fields it states, and the envelopes that print it.
import type { Denial } from '../../src/model/denial.ts';

export interface Sentence {
  readonly name: string;
  readonly text: string;
  readonly fields: Partial<Denial>;
}

const partitions = ['aws', 'aws-cn', 'aws-us-gov', 'aws-eusc', 'aws-iso', 'aws-iso-b'] as const;

const reasons = [
  ['', {}],
  [' because no identity-based policy allows the %a action', { denyType: 'implicit', policyType: 'identity' }],
  [' because no resource-based policy allows the %a action', { denyType: 'implicit', policyType: 'resource' }],
  [
    ' because no permissions boundary allows the %a action',
    { denyType: 'implicit', policyType: 'permissionsBoundary' },
  ],
  [' because no session policy allows the %a action', { denyType: 'implicit', policyType: 'session' }],
  [' because no service control policy allows the %a action', { denyType: 'implicit', policyType: 'scp' }],
  [' because no VPC endpoint policy allows the %a action', { denyType: 'implicit', policyType: 'vpcEndpoint' }],
  [' with an explicit deny in an identity-based policy', { denyType: 'explicit', policyType: 'identity' }],
  [' with an explicit deny in a resource control policy', { denyType: 'explicit', policyType: 'rcp' }],
  [' with an explicit deny in a service control policy', { denyType: 'explicit', policyType: 'scp' }],
  [' with an explicit deny', { denyType: 'explicit' }],
] as const satisfies readonly (readonly [string, Partial<Denial>])[];

const requests = [
  ['assumed-role/data-loader/worker-7', 's3:PutObject', '"arn:%p:s3:::orion-raw/2026/02/part-0007.parquet"'],
  [
    'assumed-role/AWSReservedSSO_Ops_0123456789abcdef/ana.lopez@example.org',
    'dynamodb:Query',
    'arn:%p:dynamodb:eu-west-1:111122223333:table/Orders/index/by-day',
  ],
  ['user/build-agent', 'sts:AssumeRole', 'arn:%p:iam::444455556666:role/teams/platform/deployer'],
  ['user/kim', 'iam:GetRole', 'role release-runner'],
] as const;

function sentenceOf(partition: string, request: (typeof requests)[number], reason: (typeof reasons)[number]): Sentence {
  const [who, action, target] = request;
  const [clause, fields] = reason;
  const principal = `arn:${partition}:${who.startsWith('user') ? 'iam' : 'sts'}::111122223333:${who}`;
  const resource = target.replace('%p', partition);
  return {
    name: `${partition} ${action}${clause.replace('%a', action)}`,
    text: `User: ${principal} is not authorized to perform: ${action} on resource: ${resource}${clause.replace('%a', action)}`,
    fields: { class: 'authorization', action, principal, resource: resource.replaceAll('"', ''), ...fields },
  };
}

/** Every reason with every request, and every partition once. */
export const sentences: readonly Sentence[] = [
  ...requests.flatMap((request) => reasons.map((reason) => sentenceOf('aws', request, reason))),
  ...partitions.map((partition, index) =>
    sentenceOf(partition, requests[index % 3] ?? requests[0], reasons[index + 1] ?? reasons[0]),
  ),
];

export interface Emitter {
  readonly name: string;
  readonly print: (sentence: string) => string;
}

const id = '0f0e0d0c-1111-4222-8333-444444444444';
const json = (value: unknown) => JSON.stringify(value);

export const emitters: readonly Emitter[] = [
  { name: 'plain', print: (text) => text },
  { name: 'botocore', print: (text) => `An error occurred (AccessDenied) when calling the AnyCall operation: ${text}` },
  {
    name: 'JS v3',
    print: (text) =>
      `AccessDenied: ${text}\n    at throwDefaultError (/app/node_modules/@aws-sdk/smithy-client/dist-cjs/index.js:838:20) {\n  '$fault': 'client',\n  '$metadata': { httpStatusCode: 403, requestId: '${id}', attempts: 1 }\n}`,
  },
  {
    name: 'Java v1',
    print: (text) =>
      `com.amazonaws.AmazonServiceException: ${text} (Service: AnyService; Status Code: 403; Error Code: AccessDenied; Request ID: ${id}; Proxy: null)`,
  },
  {
    name: 'Java v2',
    print: (text) =>
      `software.amazon.awssdk.core.exception.SdkServiceException: ${text} (Service: AnyService, Status Code: 403, Request ID: ${id})`,
  },
  { name: 'Go v1', print: (text) => `AccessDenied: ${text}\n\tstatus code: 403, request id: ${id}` },
  {
    name: 'Go v2',
    print: (text) =>
      `operation error AnyService: AnyCall, https response error StatusCode: 403, RequestID: ${id}, api error AccessDenied: ${text}`,
  },
  {
    name: '.NET',
    print: (text) =>
      `Unhandled exception. Amazon.Runtime.AmazonServiceException: ${text}\n ---> Amazon.Runtime.Internal.HttpErrorResponseException: Exception of type 'HttpErrorResponseException' was thrown.`,
  },
  {
    name: 'PHP',
    print: (text) =>
      `Aws\\Exception\\AwsException: Error executing "AnyCall" on "https://any.example.org/"; AWS HTTP error: Client error: \`POST https://any.example.org/\` resulted in a \`403 Forbidden\` response AccessDenied (client): ${text}`,
  },
  { name: 'Ruby', print: (text) => `app.rb:7:in \`<main>': ${text} (Aws::STS::Errors::AccessDenied)` },
  {
    name: 'XML body',
    print: (text) =>
      `<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>${text.replaceAll('"', '&quot;')}</Message></Error><RequestId>${id}</RequestId></ErrorResponse>`,
  },
  { name: 'JSON body', print: (text) => json({ __type: 'com.example#AccessDeniedException', Message: text }) },
  {
    name: 'Terraform',
    print: (text) =>
      [
        '╷',
        `│ Error: reading Thing (x): operation error AnyService: AnyCall, https response error StatusCode: 403, RequestID: ${id}, api error AccessDenied: ${text}`,
        '│ ',
        '│   with aws_thing.x,',
        '│   on main.tf line 1, in resource "aws_thing" "x":',
        '╵',
      ].join('\n'),
  },
  {
    name: 'CloudFormation',
    print: (text) =>
      `Resource handler returned message: "${text} (Service: AnyService, Status Code: 403, Request ID: ${id})" (RequestToken: 99999999-1111-4222-8333-444444444444, HandlerErrorCode: AccessDenied)`,
  },
  {
    name: 'logfmt',
    print: (text) =>
      `time="2026-02-03T04:05:06Z" level=error msg=${json(`AccessDenied: ${text}\n\tstatus code: 403, request id: ${id}`)}`,
  },
  {
    name: 'Ansible',
    print: (text) =>
      `fatal: [localhost]: FAILED! => ${json({ changed: false, msg: `Unable: An error occurred (AccessDenied) when calling the AnyCall operation: ${text}` })}`,
  },
];
