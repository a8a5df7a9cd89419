// What the person states beside the error: facts by flag and file, answers, and what is said of wrong ones.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assumeRole, holds, whydenied, type Row } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'whydenied-'));
const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const yaml = file('facts.yaml', 'caller.arn: arn:aws:iam::111122223333:user/ci\ntrust.namesCaller: false\n');
const json = file(
  'facts.json',
  JSON.stringify({ schema: 'whydenied/facts@1', facts: { 'trust.namesCaller': { status: 'present', value: false } } }),
);
const keys = file('keys.json', '["sts:ExternalId"]');
const done = { code: 0, stderr: [] } as const;
const refused = { code: 2, stdout: [] } as const;
const as = 'assume-role-denied';

const accepted: readonly Row[] = [
  {
    says: 'a fact by flag',
    argv: ['--json', '--set', 'trust.namesCaller=false', assumeRole],
    ...done,
    stdout: ['"trust.namesCaller"'],
  },
  {
    says: 'a list by flag',
    argv: ['--json', '--set', 'trust.unmetKeys=["sts:ExternalId"]', assumeRole],
    ...done,
    stdout: ['sts:ExternalId'],
  },
  {
    says: 'a list from a file',
    argv: ['--json', '--set', `trust.unmetKeys=@${keys}`, assumeRole],
    ...done,
    stdout: ['sts:ExternalId'],
  },
  {
    says: 'facts from YAML',
    argv: ['--json', '--facts', yaml, assumeRole],
    ...done,
    stdout: ['"trust.namesCaller"', 'facts.yaml'],
  },
  {
    says: 'facts from JSON',
    argv: ['--json', '--facts', json, assumeRole],
    ...done,
    stdout: ['"trust.namesCaller"', 'facts.json'],
  },
  {
    says: 'an answer',
    argv: ['--json', '--answer', 'trust-names-caller=fail', assumeRole],
    ...done,
    stdout: ['"trust-names-caller": "fail"'],
  },
  {
    says: 'an answer for one playbook',
    argv: ['--json', '--answer', `${as}/trust-names-caller=fail`, assumeRole],
    ...done,
    stdout: [`"${as}/trust-names-caller": "fail"`],
  },
  {
    says: 'answers from a file',
    argv: ['--json', '--answers', file('answers.yaml', 'trust-names-caller: fail\n'), assumeRole],
    ...done,
    stdout: ['"trust-names-caller": "fail"'],
  },
];

const wrong: readonly Row[] = [
  {
    says: 'a fact that does not exist',
    argv: ['--set', 'caller.knd=user', assumeRole],
    ...refused,
    stderr: ['caller.knd', 'caller.kind'],
  },
  {
    says: 'a value that never is',
    argv: ['--set', 'caller.kind=usr', assumeRole],
    ...refused,
    stderr: ['"usr"', 'assumedRole'],
  },
  { says: 'a setting without a value', argv: ['--set', 'caller.kind', assumeRole], ...refused, stderr: ['name=value'] },
  {
    says: 'a list that is no JSON',
    argv: ['--set', 'trust.unmetKeys=a,b', assumeRole],
    ...refused,
    stderr: ['trust.unmetKeys', 'JSON'],
  },
  {
    says: 'a file of a value that is not there',
    argv: ['--set', 'trust.unmetKeys=@/no/such', assumeRole],
    ...refused,
    stderr: ['/no/such'],
  },
  {
    says: 'a step that does not exist',
    argv: ['--answer', 'trust-names-callr=pass', assumeRole],
    ...refused,
    stderr: ['trust-names-callr', 'trust-names-caller'],
  },
  {
    says: 'an outcome that does not exist',
    argv: ['--answer', 'trust-names-caller=maybe', assumeRole],
    ...refused,
    stderr: ['"maybe"', 'pass, fail, unknown'],
  },
  {
    says: 'an answer without a value',
    argv: ['--answer', 'trust-names-caller', assumeRole],
    ...refused,
    stderr: ['step=value'],
  },
  {
    says: 'a facts file that is not there',
    argv: ['--facts', '/no/such.yaml', assumeRole],
    ...refused,
    stderr: ['/no/such.yaml', 'no such file'],
  },
  {
    says: 'a facts file that is no YAML',
    argv: ['--facts', file('bad.yaml', 'a: [1,\nb: 2\n'), assumeRole],
    ...refused,
    stderr: ['bad.yaml:'],
  },
  {
    says: 'a facts file with unknown facts',
    argv: ['--facts', file('odd.yaml', 'caller.knd: user\n'), assumeRole],
    ...refused,
    stderr: ['caller.knd'],
  },
  {
    says: 'a facts file of another version',
    argv: ['--facts', file('v9.yaml', 'schema: whydenied/facts@9\nfacts: {}\n'), assumeRole],
    ...refused,
    stderr: ['facts@1'],
  },
  {
    says: 'answers that are a list',
    argv: ['--answers', file('list.yaml', '- a\n'), assumeRole],
    ...refused,
    stderr: ['list.yaml', 'map'],
  },
];

const broken = file('broken.yaml', 'format: playbook/v1\nid: [\n');

describe('what is stated counts', () => it.each(accepted)('$says', holds));
describe('what is stated wrongly is named', () => it.each(wrong)('$says', holds));

it('--set beats --facts, and the disagreement is told', async () => {
  const argv = ['--json', '--facts', yaml, '--set', 'trust.namesCaller=true', assumeRole];
  const { stdout } = await whydenied(argv);
  const { conflicts } = JSON.parse(stdout) as { conflicts: unknown };
  expect(conflicts).toMatchObject([{ name: 'trust.namesCaller', kept: { value: true }, dropped: { value: false } }]);
});

it('a broken playbook is named and stops nothing', () =>
  holds({
    says: '',
    argv: ['--playbooks', broken, assumeRole],
    code: 0,
    stdout: ['sts:AssumeRole'],
    stderr: ['broken.yaml:'],
  }));
