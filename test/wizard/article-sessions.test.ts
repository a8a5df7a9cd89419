// The worked examples of AWS's article on access denied errors, each gone through to its end in a real pseudo-terminal.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { quoted } from '../../src/playbook/shell.ts';
import { Program } from './program.ts';

vi.setConfig({ testTimeout: 60_000 });

const home = mkdtempSync(join(tmpdir(), 'whydenied-article-'));
afterAll(() => {
  rmSync(home, { recursive: true });
});

const bare = 'You are not authorized to perform this operation.';
const user = 'arn:aws:iam::123456789012:user/test';
const decoded = JSON.stringify({
  allowed: false,
  explicitDeny: false,
  matchedStatements: { items: [] },
  context: { principal: { arn: user }, action: 'iam:PassRole', resource: 'arn:aws:iam::123456789012:role/web' },
});

type Keys = readonly (readonly [keys: readonly string[], ...sights: readonly string[]])[];

const examples: readonly (readonly [name: string, error: string, keys: Keys, saved: readonly string[]])[] = [
  [
    'A: a bare refusal of ec2:DescribeInstances, with a Deny that the person finds',
    `An error occurred (UnauthorizedOperation) when calling the DescribeInstances operation: ${bare}`,
    [
      [[], 'Who called  unknown', '1 Continue'],
      [['\r'], '1 Go through its steps'],
      [['\r'], 'Who is calling?', "(S1, A1 in AWS's article)"],
      [[user, '\r'], 'This is the identity you meant to use'],
      [['1'], 'No Deny statement covers ec2:DescribeInstances', "(A2, S2 in AWS's article)"],
      [['2'], 'now confirmed: A policy of the caller denies it (r shows'],
      [['r'], 'Cause: ', 'Save Markdown'],
    ],
    ['- [x] ', 'ec2:DescribeInstances', user],
  ],
  [
    "B: a role that does not trust the caller, found in the role's trust policy",
    `An error occurred (AccessDenied) when calling the AssumeRole operation: User: ${user} is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::123456789012:role/EC2-FullAccess`,
    [
      [[], user, '1 Continue'],
      [['\r'], 'Not allowed to assume a role'],
      [['\r'], 'The role EC2-FullAccess exists'],
      [['1'], "No Deny statement in the role's trust policy", "(B1 in AWS's article)"],
      [['1'], 'names the caller itself', "(B2 in AWS's article)"],
      [['2'], "names the caller's whole account"],
      [['2'], 'now confirmed:', '1 confirmed'],
      [['r'], 'Cause: ', 'Save Markdown'],
    ],
    ['- [x] ', 'role/EC2-FullAccess', 'trust policy'],
  ],
  [
    'C: a call that temporary credentials may not make, known from the error alone',
    'An error occurred (AccessDenied) when calling the GetSessionToken operation: Cannot call GetSessionToken with session credentials',
    [
      [[], 'GetSessionToken', '1 Continue'],
      [['\r'], '1 To the result'],
      [['2'], 'Step 1 of', "(C, S1 in AWS's article)"],
      [['\r'], 'Where do these credentials come from?'],
      [['2'], 'What did you want to reach with this call?'],
      [['r'], 'Cause: ', 'Save Markdown'],
    ],
    ['GetSessionToken', '- [x] '],
  ],
  [
    'D: an encoded message, with what it says once decoded',
    `An error occurred (UnauthorizedOperation) when calling the AssociateIamInstanceProfile operation: ${bare} Encoded authorization failure message: ${'aB3dE5gH-jK9mN1pQ_'.repeat(20)}`,
    [
      [[], 'AssociateIamInstanceProfile', '1 Continue'],
      [['\r'], '1 Go through its steps'],
      [['\r'], 'The encoded message can be decoded', "(D, S4 in AWS's article)"],
      [['1'], 'Paste the decoded message (JSON).'],
      [[`\u001b[200~${decoded}\u001b[201~`, '\r'], 'now confirmed: Nothing allows the caller to hand this role over'],
      [['\t'], 'This is the identity you meant to use'],
      [['r'], 'Save Markdown', '[Result]'],
    ],
    ['iam:PassRole', '- [x] '],
  ],
];

it.each(examples)('%s', async (name, error, keys, saved) => {
  const file = `${name.slice(0, 1)}.md`;
  const wizard = new Program(`whydenied ${quoted(error)} > report.txt`, { cwd: home, env: { HOME: home } });
  for (const [typed, ...sights] of keys) {
    await wizard.type(...typed);
    await wizard.screen.sees(...sights);
  }
  await wizard.type('m');
  await wizard.screen.sees('File name:');
  await wizard.type('\u0015', file, '\r');
  await wizard.screen.sees(`Saved ${file}`);
  await wizard.type('q');
  expect(await wizard.ended).toBe(0);
  const checklist = readFileSync(join(home, file), 'utf8');
  for (const part of saved) expect(checklist).toContain(part);
  expect(readFileSync(join(home, 'report.txt'), 'utf8')).toContain('Denied');
});
