// The command `evaluate` as a shell uses it: the decision, the statement that came closest, what is not known, and what is said of wrong input; and policies handed to a diagnosis.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { holds, whydenied, type Row } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'whydenied-evaluate-'));
const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  return path;
};
const policy = (...statements: readonly object[]) => ({ Version: '2012-10-17', Statement: statements });
const allow = (action: string, resource = '*', rest: object = {}) => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
  ...rest,
});

const instances = file('ec2.json', policy(allow('ec2:*', 'arn:aws:ec2:us-east-1:111122223333:instance/*')));
const admin = file(
  'iam.json',
  policy(
    allow('iam:*', '*', {
      Condition: {
        StringEquals: { 'aws:username': 'admin' },
        IpAddress: { 'aws:SourceIp': ['1.1.1.0/24', '2.2.2.0/24'] },
      },
    }),
  ),
);
const all = join(folder, 'case');
file('case/identity/ci.json', policy(allow('s3:ListBucket'), allow('s3:GetObject', 'arn:aws:s3:::reports')));
file('case/scp/0/full.json', policy(allow('*')));
const broken = file('broken.json', '{ "Version": "2012-10-17", "Statement": [ }');
const facts = file('facts.json', {
  schema: 'whydenied/facts@1',
  facts: {},
  policies: { identity: [{ name: 'ci', policy: policy(allow('s3:GetObject')) }], unknown: { policies: ['scp'] } },
});

const ana = 'arn:aws:iam::111122223333:user/ana';
const image = 'arn:aws:ec2:us-east-1::image/ami-0a1b2c3d4e5f60718';
const asked = (principal: string, action: string, resource: string) => [
  'evaluate',
  ...['--principal', principal, '--action', action, '--resource', resource],
];
const launch = [...asked(ana, 'ec2:RunInstances', image), '--policy', `identity=${instances}`];
const newUser = 'arn:aws:iam::111122223333:user/new';
const byAdmin = [
  ...asked('arn:aws:iam::111122223333:user/admin', 'iam:CreateUser', newUser),
  '--policy',
  `identity=${admin}`,
];
const object = 'arn:aws:s3:::reports/may.csv';
const done = { code: 0, stderr: [] } as const;

const decided: readonly Row[] = [
  {
    says: 'ec2:* on instances does not launch one, and the other types are named',
    argv: launch,
    ...done,
    stdout: ['Denied   ec2:RunInstances', 'identity/ec2.json statement 1, line 4', 'image, network-interface'],
  },
  {
    says: 'nor list them, for that only * will do',
    argv: [...asked(ana, 'ec2:DescribeInstances', '*'), '--policy', `identity=${instances}`],
    ...done,
    stdout: ['no resource-level permissions'],
  },
  {
    says: 'both keys have to hold',
    argv: [...byAdmin, '--context', 'aws:SourceIp=3.3.3.3'],
    ...done,
    stdout: ['Denied', 'aws:SourceIp (IpAddress) wants 1.1.1.0/24, 2.2.2.0/24, is', '3.3.3.3'],
  },
  {
    says: 'either network will do',
    argv: [...byAdmin, '--context', 'aws:SourceIp=2.2.2.9'],
    ...done,
    stdout: ['Allowed', 'taken as absent'],
  },
  {
    says: 'what is unknown is asked for',
    argv: [...byAdmin, '--unknown', 'aws:SourceIp', '--unknown', 'scp'],
    ...done,
    stdout: ['Unknown', '--context aws:SourceIp=VALUE', '--policy scp=FILE'],
  },
  {
    says: 'a folder of policies',
    argv: [...asked(ana, 's3:GetObject', object), '--facts', all],
    ...done,
    stdout: ['Denied', 'identity/ci.json statement 2, line 9', 'add /*', "taken to be the caller's"],
  },
  {
    says: 'a facts file says itself what is unknown',
    argv: [...asked(ana, 's3:GetObject', object), '--facts', facts],
    ...done,
    stdout: ['Unknown'],
  },
  {
    says: 'broken JSON is named and allows nothing',
    argv: [...asked(ana, 's3:GetObject', object), '--policy', `identity=${broken}`],
    ...done,
    stdout: ['Unknown', 'broken.json', 'not valid JSON'],
  },
];

const refused: readonly Row[] = [
  ['without policies', asked(ana, 's3:GetObject', object), ['--policy KIND=FILE']],
  [
    'without a caller',
    ['evaluate', '--policy', `identity=${admin}`, '--action', 'a:B', '--resource', '*'],
    ['--principal'],
  ],
  ['a caller without an account', [...asked('ana', 's3:GetObject', '*'), '--policy', `identity=${admin}`], ['"ana"']],
  ['an action pattern', [...asked(ana, 's3:*', '*'), '--policy', `identity=${admin}`], ['one action', '"s3:*"']],
  [
    'a resource that is no ARN',
    [...asked(ana, 's3:GetObject', 'reports'), '--policy', `identity=${admin}`],
    ['"reports"'],
  ],
  ['a kind of policy that does not exist', [...launch, '--policy', `identty=${admin}`], ['"identty"', 'identity']],
  ['a policy without its kind', [...launch, '--policy', admin], ['KIND=FILE']],
  ['an unknown that is no kind', [...launch, '--unknown', 'guardrail'], ['"guardrail"', 'scp']],
  ['a context without a value', [...launch, '--context', 'aws:SourceIp'], ['KEY=VALUE']],
  ['a policy handed over as facts', [...launch, '--facts', admin], ['where it is attached', '--policy KIND=FILE']],
  ['an empty folder', [...launch, '--facts', join(folder, 'nothing')], ['no such file or folder']],
  ['text', [...launch, 'why'], ['"why"']],
].map(([says, argv, stderr]) => ({ says, argv, code: 2, stdout: [], stderr }) as Row);

const text = `An error occurred (AccessDenied) when calling the GetObject operation: User: ${ana} is not authorized to perform: s3:GetObject on resource: "${object}"`;
const diagnosed: readonly Row[] = [
  {
    says: 'the layers are decided, and the nearest statement shown',
    argv: ['--no-input', '--facts', all, text],
    ...done,
    stdout: ['evaluated', 'Nearest: identity/ci.json statement 2'],
  },
  {
    says: 'in Markdown as well',
    argv: ['--no-input', '--format', 'markdown', '--facts', all, text],
    ...done,
    stdout: ['Nearest: identity/ci.json statement 2'],
  },
  {
    says: 'files that disagree are told',
    argv: [
      '--no-input',
      '--facts',
      facts,
      '--facts',
      file('other.json', {
        schema: 'whydenied/facts@1',
        facts: {},
        policies: { identity: [{ name: 'ci', policy: policy(allow('sqs:*')) }] },
      }),
      text,
    ],
    code: 0,
    stderr: ['identity ci is stated twice', 'facts.json'],
  },
];

describe('evaluate decides', () => it.each(decided)('$says', holds));
describe('evaluate refuses', () => it.each(refused)('$says', holds));
describe('a diagnosis with policies', () => it.each(diagnosed)('$says', holds));

it('--json has the evaluation with its trace, and what the reference finds', async () => {
  const { stdout } = await whydenied([...launch, '--json']);
  expect(JSON.parse(stdout)).toMatchObject({
    schema: 'whydenied/evaluation@1',
    decision: 'implicitDeny',
    decidedBy: 'identity',
    failing: ['identity'],
    request: { action: 'ec2:RunInstances', principalAccount: '111122223333' },
    ownerAssumed: true,
    statements: [{ type: 'identity', index: 0, action: true, resource: false, position: { line: 4 } }],
    findings: [{ code: 'finding.uncovered-types', statement: 0 }],
  });
});
