// What comes out: one result on stdout or in a file, in the wanted format, and nothing a terminal would obey unless it is one.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { assumeRole, holds, program, whydenied, type Row } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'whydenied-'));
const escape = '\u001b[';

const formats: readonly Row[] = [
  { says: 'text', argv: [assumeRole], code: 0, stdout: ['sts:AssumeRole'], stderr: [] },
  { says: 'Markdown', argv: ['--format', 'markdown', assumeRole], code: 0, stdout: ['- [ ]', '# '], stderr: [] },
  { says: 'JSON', argv: ['--json', assumeRole], code: 0, stdout: ['"whydenied/diagnosis@1"'], stderr: [] },
  { says: 'the table of parse', argv: ['parse', assumeRole], code: 0, stdout: ['class', 'authorization', 'user/ci'] },
  { says: 'the rows that read it', argv: ['parse', '--explain', assumeRole], code: 0, stdout: ['rows', 'span'] },
  {
    says: 'the JSON of parse',
    argv: ['parse', '--json', assumeRole],
    code: 0,
    stdout: ['"denials"', '"sts:AssumeRole"'],
  },
  {
    says: 'an -o that cannot be written',
    argv: ['-o', join(folder, 'no/such/file'), assumeRole],
    code: 2,
    stdout: [],
    stderr: ['could not be written'],
  },
];

const plain: readonly { readonly says: string; readonly env: Readonly<Record<string, string>> }[] = [
  { says: 'a pipe', env: {} },
  { says: 'NO_COLOR', env: { NO_COLOR: '1', FORCE_COLOR: '1' } },
  { says: 'a dumb terminal', env: { TERM: 'dumb' } },
];

describe('formats', () => it.each(formats)('$says', holds));

describe('no colours', () =>
  it.each(plain)('$says', async ({ env }) => {
    const { stdout } = await whydenied([assumeRole], { env });
    expect(stdout).not.toContain(escape);
  }));

it('FORCE_COLOR colours a pipe', async () => {
  const { stdout } = await whydenied([assumeRole], { env: { FORCE_COLOR: '1' } });
  expect(stdout).toContain(escape);
});

it.each([
  { says: '--ascii', argv: ['--ascii'], env: {} },
  { says: 'a locale without UTF-8', argv: [], env: { LC_ALL: 'C' } },
])('$says keeps to ASCII', async ({ argv, env }) => {
  const { stdout } = await whydenied([...argv, assumeRole], { env });
  expect(stdout).not.toMatch(/[^\n -~]/);
});

it('COLUMNS sets the width', async () => {
  const { stdout } = await whydenied([assumeRole], { env: { COLUMNS: '50' } });
  const wide = stdout.split('\n').filter((line) => line.length > 50 && !/arn:|--answer|aws /.test(line));
  expect(wide).toEqual([]);
});

it('-o writes the result to the file, and nothing to stdout', async () => {
  const file = join(folder, 'checklist.md');
  const outcome = await whydenied(['--format', 'markdown', '-o', file, assumeRole]);
  expect({ ...outcome, file: readFileSync(file, 'utf8') }).toMatchObject({
    code: 0,
    stdout: '',
    file: expect.stringContaining('- [ ]') as string,
  });
});

it('a reader that goes away ends it quietly', async () => {
  const line = `"$0" "$1" --json "$2" | head -c 1; exit "\${PIPESTATUS[0]}"`;
  const { stdout, stderr } = await promisify(execFile)('bash', ['-c', line, process.execPath, program, assumeRole]);
  expect({ stdout, stderr }).toEqual({ stdout: '{', stderr: '' });
});

const hostile = 'arn:aws:iam::111122223333:user/\u001b]0;owned\u0007\u202eci';
const secret = `AKIAIOSFODNN7${'EXAMPLE'}`;

it.each(['text', 'markdown', 'json'])(
  'as %s, outside text commands no terminal and shows no secret',
  async (format) => {
    const text = `${assumeRole.replace('arn:aws:iam::111122223333:user/ci', hostile)} key ${secret}`;
    const { stdout } = await whydenied(['--format', format, text]);
    expect(stdout).not.toMatch(new RegExp(`\u001b|\u0007|\u202e|${secret}`));
  },
);

it('parse --json keeps an encoded message whole', async () => {
  const blob = 'Ab9-_'.repeat(100);
  const text = `An error occurred (UnauthorizedOperation) when calling the RunInstances operation: You are not authorized to perform this operation. Encoded authorization failure message: ${blob}`;
  const { stdout } = await whydenied(['parse', '--json', text]);
  expect(JSON.parse(stdout)).toMatchObject({ denials: [{ encodedMessage: blob, encodedState: 'whole' }] });
});
