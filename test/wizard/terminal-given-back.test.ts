// What the wizard borrows it gives back: on Ctrl-Z and fg, on every signal, and after a failure; and what it copies arrives.
import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { quoted } from '../../src/playbook/shell.ts';
import { bareError } from './playbooks.ts';
import { command, Program } from './program.ts';

vi.setConfig({ testTimeout: 60_000 });

const folder = () => mkdtempSync(join(tmpdir(), 'whydenied-'));
const modes = "stty -a | tr ' ;' '\\n\\n' | grep -x -e icanon -e echo";
const words = [...command, bareError].map(quoted).join(' ');
const withPid = (rest: string) => `sh -c 'echo $$ > pid; exec "$0" "$@"' ${words}; ${rest}`;
const pidIn = (cwd: string): number => Number(readFileSync(join(cwd, 'pid'), 'utf8'));
const heads = (program: Program) => program.screen.inSight.filter((line) => line.startsWith('whydenied  '));

describe('a wizard that rests', () => {
  it.each([
    ['Ctrl-Z', (program: Program) => program.type('\u001a')],
    ['a signal', (_: Program, pid: number) => void process.kill(pid, 'SIGTSTP')],
  ])('by %s gives the terminal back, and is there again with fg', async (_, rest) => {
    const cwd = folder();
    const program = new Program(`set -m; ${withPid(`(echo stopped; ${modes}) > rest.txt; fg; echo code=$?`)}`, { cwd });
    await program.screen.sees('1 Continue');
    await rest(program, pidIn(cwd));
    await vi.waitUntil(() => existsSync(join(cwd, 'rest.txt')), { timeout: 20_000 });
    await program.screen.sees('1 Continue', '? help');
    expect(readFileSync(join(cwd, 'rest.txt'), 'utf8')).toBe('stopped\nicanon\necho\n');
    expect(heads(program)).toHaveLength(1);
    expect(program.screen.isPasteMarked).toBe(true);
    await program.type('\r');
    await program.screen.sees('Why this one:');
    expect(heads(program)).toHaveLength(1);
    await program.type('q');
    await program.screen.sees('code=0');
    expect(program.screen.isPasteMarked).toBe(false);
  });
});

describe('a wizard that cannot rest', () => {
  it('goes on where nobody could wake it', async () => {
    const program = new Program(`whydenied ${quoted(bareError)}`, { cwd: folder() });
    await program.screen.sees('1 Continue');
    await program.type('\u001a');
    await new Promise((resolve) => setTimeout(resolve, 300));
    await program.type('\r');
    await program.screen.sees('Why this one:');
    await program.type('q');
    expect(await program.ended).toBe(0);
  });
});

describe('a signal', () => {
  it.each(['SIGHUP', 'SIGQUIT'] as const)('%s gives the terminal back', async (signal) => {
    const cwd = folder();
    const program = new Program(withPid(`echo code=$?; ${modes}`), { cwd });
    await program.screen.sees('1 Continue');
    await program.type('\r', '/');
    await program.screen.sees('Which kind of denial?');
    process.kill(pidIn(cwd), signal);
    await program.screen.sees('code=', 'icanon', 'echo');
    expect(program.screen.isPasteMarked).toBe(false);
  });
});

const text =
  'An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:iam::123456789012:user/test is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::123456789012:role/EC2-FullAccess';
const run = 'aws iam get-role --role-name EC2-FullAccess --query Role.Arn --output text';

/** A desktop whose clipboard is a file. */
function desktopIn(cwd: string): Readonly<Record<string, string>> {
  const xclip = `#!/bin/sh\necho "$*" > '${join(cwd, 'words')}'\ncat > '${join(cwd, 'copied')}'\n`;
  writeFileSync(join(cwd, 'xclip'), xclip);
  chmodSync(join(cwd, 'xclip'), 0o755);
  const here = { SSH_TTY: '', SSH_CONNECTION: '', WAYLAND_DISPLAY: '' };
  return { ...here, DISPLAY: ':7', PATH: `${cwd}:${process.env['PATH'] ?? ''}` };
}

describe('a copied command', () => {
  it('goes to the terminal over ssh, and is named', async () => {
    const program = new Program(`whydenied ${quoted(text)}`, { cwd: folder(), env: { SSH_TTY: '/dev/pts/1' } });
    await program.screen.sees('1 Continue');
    await program.type('\r', '\r');
    await program.screen.sees('The role EC2-FullAccess exists');
    await program.type('c');
    await program.screen.sees('Handed to the terminal to copy: aws iam get-role');
    expect(program.screen.copied).toEqual([run]);
    await program.type('\u0003');
    await program.ended;
  });
});

describe('a copied command on a desktop', () => {
  it('goes to the clipboard of a desktop by its program, started without a shell', async () => {
    const cwd = folder();
    const program = new Program(`whydenied ${quoted(text)}`, { cwd, env: desktopIn(cwd) });
    await program.screen.sees('1 Continue');
    await program.type('\r', '\r');
    await program.screen.sees('The role EC2-FullAccess exists');
    await program.type('c');
    await program.screen.sees('Copied: aws iam get-role');
    expect(readFileSync(join(cwd, 'copied'), 'utf8')).toBe(run);
    expect(readFileSync(join(cwd, 'words'), 'utf8')).toBe('-selection clipboard\n');
    expect(program.screen.copied).toEqual([]);
    await program.type('\u0003');
    await program.ended;
  });
});

describe('references', () => {
  it.each([
    [{ FORCE_HYPERLINK: '1' }, true],
    [{ FORCE_HYPERLINK: '0', TERM_PROGRAM: 'WezTerm' }, false],
  ])('are links with %j: %s', async (env, areLinks) => {
    const program = new Program(`whydenied ${quoted(bareError)}`, { cwd: folder(), rows: 50, env });
    await program.screen.sees('1 Continue');
    await program.type('\r', 'r');
    await program.screen.sees('Read more');
    const seen = program.screen.inSight.some((line) => line.includes('https://docs.aws.amazon.com/'));
    expect(seen).toBe(!areLinks);
    expect(program.screen.linked.some((url) => url.startsWith('https://docs.aws.amazon.com/'))).toBe(areLinks);
    await program.type('\u0003');
    await program.ended;
  });
});
