// Whole sessions in a real pseudo-terminal: paste, answer, save, finish; interrupt; keys from the terminal while stdin is a pipe.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { bareError } from './playbooks.ts';
import { quoted } from '../../src/playbook/shell.ts';
import { command, Program } from './program.ts';

vi.setConfig({ testTimeout: 60_000 });

const folder = () => mkdtempSync(join(tmpdir(), 'whydenied-'));
const session = 'arn:aws:sts::111122223333:assumed-role/app/i-0abc';
const paste = (text: string) => `\u001b[200~${text}\u001b[201~`;
/** Tells afterwards how the program ended and whether the terminal reads lines again. */
const witnessed = (line: string) => `${line}; echo "code=$?"; stty -a | tr ' ;' '\\n\\n' | grep -x -e icanon -e echo`;

it('from a paste to a saved checklist', async () => {
  const cwd = folder();
  const program = new Program(witnessed('whydenied > report.txt'), { cwd });
  await program.screen.sees('Paste the error');
  await program.type(paste(`$ aws ec2 describe-instances\n\n${bareError}\n`));
  await program.screen.sees('You are not authorized');
  await program.type('\u0004');
  await program.screen.sees('Denied: ec2:DescribeInstances', '1 Continue');
  await program.type('\r');
  await program.screen.sees('Why this one:');
  await program.type('\r');
  await program.screen.sees('Who is calling?');
  await program.type(paste(session), '\r');
  await program.screen.sees('This is the identity you meant to use');
  await program.type('1');
  await program.screen.sees('No Deny statement covers');
  await program.type('2', 'r');
  await program.screen.sees('Cause:', 'Save Markdown');
  await program.type('m');
  await program.screen.sees('checklist.md');
  await program.type('\r');
  await program.screen.sees('Saved checklist.md');
  await program.type('q');
  await program.screen.sees('code=0', 'icanon', 'echo');
  expect(readFileSync(join(cwd, 'checklist.md'), 'utf8')).toMatch(/- \[x\] .*No Deny statement/);
  expect(readFileSync(join(cwd, 'report.txt'), 'utf8')).toContain('ec2:DescribeInstances');
  expect(program.screen.isPasteMarked).toBe(false);
});

it('Ctrl-C gives the terminal back, ends with 130 and prints the flags', async () => {
  const cwd = folder();
  const program = new Program(witnessed(`whydenied '${bareError}' 2> flags.txt`), { cwd });
  await program.screen.sees('1 Continue');
  await program.type('\r', '\r');
  await program.screen.sees('Who is calling?');
  await program.type(session, '\r');
  await program.screen.sees('This is the identity you meant to use');
  await program.type('\u0003');
  await program.screen.sees('code=130', 'icanon', 'echo');
  expect(program.screen.isPasteMarked).toBe(false);
  expect(readFileSync(join(cwd, 'flags.txt'), 'utf8')).toContain(
    `--answer ec2-describe-bare/caller-identity=${session}`,
  );
});

it('takes keys from the terminal while the error comes through a pipe', async () => {
  const cwd = folder();
  writeFileSync(join(cwd, 'error.txt'), bareError);
  const program = new Program(witnessed('cat error.txt | whydenied'), {
    cwd,
    columns: 40,
    rows: 20,
    env: { NO_COLOR: '1' },
  });
  await program.screen.sees('1 Continue');
  await program.type('\r');
  await program.screen.sees('3/5 Playbook');
  program.resize(60, 24);
  await program.type('q');
  await program.screen.sees('code=0', 'icanon', 'echo');
});

it('a signal gives the terminal back as well', async () => {
  const cwd = folder();
  const words = [...command, bareError].map(quoted).join(' ');
  const program = new Program(witnessed(`sh -c 'echo $$ > pid; exec "$0" "$@"' ${words}`), { cwd });
  await program.screen.sees('1 Continue');
  process.kill(Number(readFileSync(join(cwd, 'pid'), 'utf8')), 'SIGTERM');
  await program.screen.sees('code=143', 'icanon', 'echo');
  expect(program.screen.isPasteMarked).toBe(false);
});
