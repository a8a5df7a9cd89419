// Which AWS CLI commands are made for which kind of policy, as a shell hands them over.
import { describe, expect, it } from 'vitest';
import { renderFixes } from '../../../src/render/fix-formats/render.ts';
import { proposing, session } from './fixes.ts';
import { runCommands } from './reading.ts';

const document = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] };
const arn = (service: string, rest: string) => `arn:aws:${service}:eu-west-1:111122223333:${rest}`;

/** What is proposed, and the calls that are made of it: the words before the document. */
const calls = [
  [
    'a policy written into a role',
    { layer: 'identity', name: 'app/own', principal: session },
    [
      'iam get-role-policy --role-name app --policy-name own --query PolicyDocument',
      'iam put-role-policy --role-name app --policy-name own --policy-document',
    ],
  ],
  [
    'a new policy',
    { layer: 'identity', name: 'allow-x', isNew: true },
    ['iam put-user-policy --user-name ci --policy-name allow-x --policy-document'],
  ],
  [
    'a statement for a user',
    { layer: 'identity', isStatement: true },
    ['iam put-user-policy --user-name ci --policy-name allow-s3-GetObject --policy-document'],
  ],
  [
    'a managed policy',
    { layer: 'identity', name: 'arn:aws:iam::111122223333:policy/team' },
    [
      'iam get-policy --policy-arn arn:aws:iam::111122223333:policy/team --query Policy.DefaultVersionId --output text',
      'iam get-policy-version --policy-arn arn:aws:iam::111122223333:policy/team --version-id  --query PolicyVersion.Document',
      'iam create-policy-version --policy-arn arn:aws:iam::111122223333:policy/team --set-as-default --policy-document',
    ],
  ],
  [
    'a trust policy',
    { layer: 'trust', resource: 'arn:aws:iam::111122223333:role/team/app' },
    [
      'iam get-role --role-name app --query Role.AssumeRolePolicyDocument',
      'iam update-assume-role-policy --role-name app --policy-document',
    ],
  ],
  [
    'a statement for a trust policy',
    { layer: 'trust', isStatement: true, resource: 'arn:aws:iam::111122223333:role/app' },
    [
      'iam get-role --role-name app --query Role.AssumeRolePolicyDocument',
      'iam update-assume-role-policy --role-name app --policy-document',
    ],
  ],
  [
    'a bucket policy',
    { layer: 'resource' },
    [
      's3api get-bucket-policy --bucket reports --query Policy --output text',
      's3api put-bucket-policy --bucket reports --policy',
    ],
  ],
  [
    'a key policy',
    { layer: 'resource', resource: arn('kms', 'key/1') },
    [
      `kms get-key-policy --key-id ${arn('kms', 'key/1')} --policy-name default --region eu-west-1 --query Policy --output text`,
      `kms put-key-policy --key-id ${arn('kms', 'key/1')} --policy-name default --region eu-west-1 --policy`,
    ],
  ],
  [
    'a topic policy',
    { layer: 'resource', resource: arn('sns', 'news') },
    [
      `sns get-topic-attributes --topic-arn ${arn('sns', 'news')} --region eu-west-1 --query Attributes.Policy --output text`,
      `sns set-topic-attributes --topic-arn ${arn('sns', 'news')} --region eu-west-1 --attribute-name Policy --attribute-value`,
    ],
  ],
  [
    'an SCP by its id',
    { layer: 'scp', name: 'p-abc123' },
    [
      'organizations describe-policy --policy-id p-abc123 --query Policy.Content --output text',
      'organizations update-policy --policy-id p-abc123 --content',
    ],
  ],
  [
    'an endpoint policy',
    { layer: 'vpcEndpoint', name: 'vpce-0ab1' },
    [
      'ec2 describe-vpc-endpoints --vpc-endpoint-ids vpce-0ab1 --query VpcEndpoints[0].PolicyDocument --output text',
      'ec2 modify-vpc-endpoint --vpc-endpoint-id vpce-0ab1 --policy-document',
    ],
  ],
  [
    'a session policy',
    { layer: 'session', principal: session },
    ['sts assume-role --role-arn arn:aws:iam::111122223333:role/app --role-session-name SESSION_NAME --policy'],
  ],
] as const;

describe('the commands', () => {
  it.each(calls)('for %s', (_name, proposal, expected) => {
    const { text: script } = renderFixes(proposing({ document, ...proposal }), 'cli');
    const made = runCommands(script);
    expect(made.map((words) => words.join(' '))).toEqual([
      ...expected.slice(0, -1),
      `${expected.at(-1) ?? ''} ${made.at(-1)?.at(-1) ?? ''}`,
    ]);
  });
  it('never put a lone statement in the place of a policy', () => {
    const { text: script } = renderFixes(proposing({ document, layer: 'resource', isStatement: true }), 'cli');
    expect(runCommands(script).at(-1)?.at(-1)).toBe('file://policy.json');
  });
  it('wrap the policy of a queue as its attribute', () => {
    const { text: script } = renderFixes(
      proposing({ document, layer: 'resource', resource: arn('sqs', 'jobs') }),
      'cli',
    );
    const last = JSON.parse(runCommands(script).at(-1)?.at(-1) ?? '') as { readonly Policy: string };
    expect(JSON.parse(last.Policy)).toEqual(document);
  });
});
