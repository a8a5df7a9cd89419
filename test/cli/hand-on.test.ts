// Policy changes as code and the message for their owner, on the command line: what goes to stdout, what to stderr, and what does not go together.
import { mkdtempSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assumeRole, holds, whydenied, type Row } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'whydenied-hand-on-'));
const notTrusted = ['decision.trust=implicitDeny', 'trust.namesCaller=false', 'trust.namesAccount=false'].flatMap(
  (fact) => ['--set', fact],
);
const session =
  'An error occurred (AccessDenied) when calling the GetSessionToken operation: Cannot call GetSessionToken with session credentials';
const denied = ['sh', '-c', `echo '${assumeRole}' >&2; exit 254`];
const nothing = 'No policy change is proposed here';

const rows: readonly Row[] = [
  { says: 'JSON', argv: ['--fix-format', 'json', ...notTrusted, assumeRole], code: 0, stdout: ['"Principal": {'] },
  {
    says: 'Terraform',
    argv: ['--fix-format=terraform', ...notTrusted, assumeRole],
    code: 0,
    stdout: ['data "aws_iam_policy_document" "trust" {', 'actions = ["sts:AssumeRole"]'],
  },
  {
    says: 'CloudFormation',
    argv: ['--fix-format', 'cloudformation', ...notTrusted, assumeRole],
    code: 0,
    stdout: ['Type: "AWS::IAM::Role"', 'AssumeRolePolicyDocument:'],
  },
  {
    says: 'commands, which read first',
    argv: ['--fix-format', 'cli', ...notTrusted, assumeRole],
    code: 0,
    stdout: ['aws iam get-role --role-name Deploy', 'aws iam update-assume-role-policy --role-name Deploy'],
  },
  { says: 'nothing confirmed', argv: ['--fix-format', 'json', assumeRole], code: 0, stdout: [], stderr: [nothing] },
  { says: 'no policy helps', argv: ['--fix-format', 'cli', session], code: 0, stdout: [], stderr: [nothing] },
  { says: 'no denial', argv: ['--fix-format', 'cli', 'all', 'is', 'well'], code: 3, stdout: [] },
  {
    says: 'a format that is not known',
    argv: ['--fix-format', 'pulumi', assumeRole],
    code: 2,
    stdout: [],
    stderr: ['one of: json, terraform, cloudformation, cli'],
  },
  { says: 'two results', argv: ['--fix-format', 'json', '--json', assumeRole], code: 2, stderr: ['contradict'] },
  { says: 'two others', argv: ['--request', '--fix-format', 'json', assumeRole], code: 2, stderr: ['contradict'] },
  { says: 'a message', argv: ['--request', ...notTrusted, assumeRole], code: 0, stdout: ['# Request: ', 'To: '] },
  { says: 'a message is Markdown', argv: ['--request', '--format', 'markdown', assumeRole], code: 0 },
  { says: 'and nothing else', argv: ['--request', '--format', 'html', assumeRole], code: 2, stderr: ['contradict'] },
  {
    says: 'a message without the names',
    argv: ['--request', '--redact', ...notTrusted, assumeRole],
    code: 0,
    stdout: ['# Request: '],
  },
  {
    says: 'changes of a command that ran',
    argv: ['run', '--fix-format', 'json', ...notTrusted, '--', ...denied],
    code: 254,
    stdout: [],
    stderr: ['"Principal": {'],
  },
  {
    says: 'a message about a command that ran',
    argv: ['run', '--request', '--', ...denied],
    code: 254,
    stdout: [],
    stderr: ['# Question: '],
  },
];

describe('on the command line', () => it.each(rows)('$says', holds));

it('--redact leaves no name in a message or a change', async () => {
  for (const way of [['--request'], ['--fix-format', 'cli']]) {
    const { stdout } = await whydenied([...way, '--redact', ...notTrusted, assumeRole]);
    expect(stdout).not.toMatch(/111122223333|444455556666|user\/ci|Deploy/);
  }
});

it('writes a file, and none where there is nothing to write', async () => {
  const [some, none] = [join(folder, 'some.json'), join(folder, 'none.json')];
  await whydenied(['--fix-format', 'json', '-o', some, ...notTrusted, assumeRole]);
  await whydenied(['--fix-format', 'json', '-o', none, assumeRole]);
  expect(JSON.parse(readFileSync(some, 'utf8'))).toHaveProperty('Statement');
  expect(existsSync(none)).toBe(false);
});

const document = (...Statement: readonly object[]) => ({ Version: '2012-10-17', Statement });
const facts = {
  policies: {
    identity: [{ name: 'ci/own', policy: document({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }) }],
    scps: [[{ name: 'FullAWSAccess', policy: document({ Effect: 'Allow', Action: '*', Resource: '*' }) }]],
  },
  request: { principalAccount: '111122223333', resourceAccount: '111122223333', context: {} },
};
const upload =
  'An error occurred (AccessDenied) when calling the PutObject operation: User: arn:aws:iam::111122223333:user/ci is not authorized to perform: s3:PutObject on resource: arn:aws:s3:::reports/may.csv because no identity-based policy allows the s3:PutObject action';

it('hands on the change that the policies at hand lead to', async () => {
  const file = join(folder, 'facts.json');
  writeFileSync(file, JSON.stringify({ schema: 'whydenied/facts@1', facts: {}, ...facts }));
  const { stdout } = await whydenied(['--fix-format', 'json', '--facts', file, upload]);
  expect((JSON.parse(stdout) as { readonly Statement: unknown }).Statement).toEqual([
    { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' },
    { Effect: 'Allow', Action: 's3:PutObject', Resource: 'arn:aws:s3:::reports/may.csv' },
  ]);
});
