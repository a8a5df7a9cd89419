// Completion: what comes next on a command line, and the real shells asking for it. A shell that is not installed is skipped.
import { execFile } from 'node:child_process';
import { accessSync, chmodSync, constants, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holds, program, whydenied, type Row } from './program.ts';

const home = mkdtempSync(join(tmpdir(), 'whydenied-completion-'));
const config = '[default]\nregion = eu-west-1\n[profile ci]\n[profile audit]\n';
const env = { HOME: home, AWS_CONFIG_FILE: join(home, 'config') };
const shelf = join(home, '.local/state/whydenied/sessions');

const lines: readonly (readonly [line: string, all: readonly string[]])[] = [
  ['whydenied play', ['playbook']],
  ['whydenied --format ', ['html', 'json', 'markdown', 'text']],
  ['whydenied --format=m', ['--format=markdown']],
  ['whydenied --fix-format ', ['cli', 'cloudformation', 'json', 'terraform']],
  ['whydenied -f ', []],
  ['whydenied --live --profile ', ['audit', 'ci', 'default']],
  ['whydenied --profile ci --liv', ['--live']],
  ['whydenied playbook sho', ['show']],
  ['whydenied playbook show assume-role', ['assume-role-denied']],
  ['whydenied playbook list --serv', ['--service']],
  ['whydenied --set caller.matches', ['caller.matchesError=']],
  ['whydenied help exit', ['exit-codes']],
  ['whydenied help SC', ['SCP']],
  ['whydenied completion ', ['bash', 'fish', 'zsh']],
  ['whydenied "an error" ', []],
  ['whydenied run -- aws s', []],
  ['whydenied config p', ['path']],
  ['whydenied session r', ['resume', 'rm']],
  ['whydenied session show ', ['3lmu0001', '3lmu0002']],
];

const refusals: readonly Row[] = [
  { says: 'no shell', argv: ['completion'], code: 2, stdout: [], stderr: ['bash, zsh, fish', '~/.bashrc'] },
  { says: 'an unknown shell', argv: ['completion', 'tcsh'], code: 2, stdout: [], stderr: ['tcsh', 'bash, zsh, fish'] },
];

beforeAll(() => {
  mkdirSync(shelf, { recursive: true });
  for (const id of ['3lmu0001', '3lmu0002']) writeFileSync(join(shelf, `${id}.json`), '');
  writeFileSync(join(home, 'config'), config);
  writeFileSync(join(home, 'whydenied'), `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`);
  chmodSync(join(home, 'whydenied'), 0o755);
});
afterAll(() => {
  rmSync(home, { recursive: true });
});

describe('what may come next', () => {
  it.each(lines)('%j', async (line, all) => {
    const { stdout } = await whydenied(['completion', 'next', '--', line], { env });
    expect(stdout.split('\n').filter((word) => word !== '')).toEqual(all);
  });
  it.each(refusals)('$says', holds);
});

const isInstalled = (shell: string): boolean =>
  (process.env['PATH'] ?? '').split(':').some((folder) => {
    try {
      accessSync(join(folder, shell), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

const bashScript = (line: string, words: readonly string[]): string => `
source <(whydenied completion bash)
COMP_LINE='${line}' COMP_POINT=${line.length} COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}) COMP_CWORD=${words.length - 1}
_whydenied; printf '%s\\n' "\${COMPREPLY[@]}"`;

/** For zsh a stand-in receives what would be offered: the completion system itself needs a line editor. */
const zshScript = (line: string): string => `
compdef() { :; }; compadd() { while [[ "$1" != -- ]]; do shift; done; shift; print -l -- "$@"; }; _files() { print files; }
source <(whydenied completion zsh)
LBUFFER='${line}'; _whydenied`;

const fishScript = (line: string): string => `
whydenied completion fish | source
complete -C '${line}'`;

const shells: readonly (readonly [shell: string, script: string, offered: readonly string[]])[] = [
  ['bash', bashScript('whydenied play', ['whydenied', 'play']), ['playbook']],
  ['bash', bashScript('whydenied --format=m', ['whydenied', '--format', '=', 'm']), ['markdown']],
  ['bash', bashScript('whydenied --format=', ['whydenied', '--format', '=']), ['html', 'json', 'markdown', 'text']],
  ['zsh', zshScript('whydenied play'), ['playbook']],
  ['zsh', zshScript('whydenied -f '), ['files']],
  ['fish', fishScript('whydenied play'), ['playbook']],
];

describe('in the shell', () => {
  it.each(shells.filter(([shell]) => isInstalled(shell)))('%s %#', async (shell, script, offered) => {
    const path = `${home}:${process.env['PATH'] ?? ''}`;
    const { stdout } = await promisify(execFile)(shell, ['-c', script], { env: { ...env, PATH: path } });
    expect(stdout.split('\n').filter((word) => word !== '')).toEqual(offered);
  });
});
