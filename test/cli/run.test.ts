// The command `run`: what it passes through, what it adds, and what it leaves alone.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { assumeRole, holds, program, whydenied, type Row } from './program.ts';

const node = process.execPath;
const denied = `process.stderr.write(${JSON.stringify(`${assumeRole}\n`)}); process.exitCode = 254`;
const help = 'whydenied run -- aws s3 ls';

const rows: readonly Row[] = [
  {
    says: 'a command that is denied',
    argv: ['run', '--', node, '-e', denied],
    code: 254,
    stdout: [],
    stderr: [assumeRole, 'Possible causes'],
  },
  {
    says: 'a command without --',
    argv: ['run', node, '-e', denied],
    code: 254,
    stdout: [],
    stderr: ['Possible causes'],
  },
  {
    says: 'options of its own',
    argv: ['run', '--json', '--', node, '-e', denied],
    code: 254,
    stdout: [],
    stderr: ['"whydenied/diagnosis@1"'],
  },
  {
    says: 'options of the command',
    argv: ['run', '--', 'echo', '--json'],
    code: 0,
    stdout: ['--json'],
    stderr: [],
  },
  {
    says: 'stdin and stdout',
    argv: ['run', '--', 'cat'],
    stdin: 'as it was',
    code: 0,
    stdout: ['as it was'],
    stderr: [],
  },
  {
    says: 'a failure that is no denial',
    argv: ['run', '--', 'sh', '-c', 'echo no >&2; exit 9'],
    code: 9,
    stdout: [],
    stderr: ['no\n'],
  },
  {
    says: 'a command that ends by a signal',
    argv: ['run', '--', 'sh', '-c', 'kill -TERM $$'],
    code: 143,
    stdout: [],
    stderr: [],
  },
  {
    says: 'a command that does not exist',
    argv: ['run', '--', 'no-such-command'],
    code: 127,
    stdout: [],
    stderr: ['no such command'],
  },
  { says: 'no command', argv: ['run'], code: 2, stdout: [], stderr: [help] },
  {
    says: 'an option that does not exist',
    argv: ['run', '--jsn', '--', 'true'],
    code: 2,
    stdout: [],
    stderr: ['--json'],
  },
  {
    says: 'an answer that does not exist',
    argv: ['run', '--answer', 'no-such=pass', '--', node, '-e', denied],
    code: 254,
    stdout: [],
    stderr: [assumeRole, 'no-such'],
  },
];

describe('run passes on', () => it.each(rows)('$says', holds));

it('the stderr of the command comes before the report', async () => {
  const { stderr } = await whydenied(['run', '--', node, '-e', denied]);
  expect(stderr.startsWith(assumeRole)).toBe(true);
});

it('SIGTERM goes to the command, whose end is its own', async () => {
  const script = `process.on('SIGTERM', () => process.exit(5)); setInterval(() => {}, 1000); console.log('ready')`;
  const child = spawn(node, [program, 'run', '--', node, '-e', script], { stdio: ['ignore', 'pipe', 'ignore'] });
  await once(child.stdout, 'data');
  child.kill('SIGTERM');
  const [code] = (await once(child, 'close')) as [number];
  expect(code).toBe(5);
});
