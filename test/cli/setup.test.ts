// The commands that tell about the installation, and the report with packs around it: what is loaded is used, what is broken is told in one line.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { assumeRole, holds, whydenied, type Row } from './program.ts';

const project = mkdtempSync(join(tmpdir(), 'setup-'));
afterAll(() => {
  rmSync(project, { recursive: true });
});
const overlay =
  'format: overlay/v1\nid: acme\napplies_to: [assume-role-denied]\nnote: Roles come from the platform team.\n';
const files = {
  '.git/HEAD': '',
  '.whydenied/config.yaml': 'disable: [generic-403, "zz-*"]\n',
  '.whydenied/playbooks/acme.yaml': overlay,
  '.whydenied/playbooks/broken.yaml': 'format: playbook/v1\nid: broken\n',
  'below/.keep': '',
  'xdg/whydenied/config.yaml': 'disbale: []\n',
};
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), text);
}

const cwd = join(project, 'below');
const env = { XDG_CONFIG_HOME: join(project, 'xdg') };
const rows: readonly Row[] = [
  {
    says: 'doctor: nothing around',
    argv: ['doctor'],
    cwd: '/',
    code: 0,
    stdout: ['Node v', 'iam-data', 'built-in'],
    stderr: [],
  },
  {
    says: 'doctor: packs',
    argv: ['doctor'],
    cwd,
    code: 0,
    stdout: [
      '1 overlay',
      'generic-403: by',
      'with assume-role-denied',
      'broken.yaml:1:1: skipped',
      '"zz-*" matches no',
    ],
    stderr: [],
  },
  {
    says: 'doctor: a configuration not used',
    argv: ['doctor'],
    cwd,
    env,
    code: 0,
    stdout: ['(not used)', 'did you mean "disable"'],
  },
  {
    says: 'doctor as JSON',
    argv: ['doctor', '--json'],
    cwd,
    code: 0,
    stdout: ['"inUse"', '"pattern": "generic-403"'],
    stderr: [],
  },
  { says: 'doctor takes no text', argv: ['doctor', 'who'], code: 2, stderr: ['takes no text'] },
  { says: 'config', argv: ['config'], cwd, code: 0, stdout: ['disable: generic-403, zz-*'], stderr: [] },
  {
    says: 'config show, with a mistake',
    argv: ['config', 'show'],
    cwd,
    env,
    code: 1,
    stderr: ['did you mean "disable"'],
  },
  {
    says: 'config where there is none',
    argv: ['config', 'show'],
    cwd: '/',
    code: 0,
    stderr: ['no configuration here'],
  },
  {
    says: 'config path',
    argv: ['config', 'path'],
    cwd,
    env,
    code: 0,
    stdout: [join(project, 'xdg/whydenied/config.yaml'), join(project, '.whydenied/config.yaml')],
    stderr: [],
  },
  { says: 'config of something else', argv: ['config', 'set'], code: 2, stderr: ['config show, config path'] },
  {
    says: 'a report with an overlay',
    argv: ['--format', 'markdown', assumeRole],
    cwd,
    code: 0,
    stdout: ['Roles come from the platform team'],
    stderr: ['broken.yaml:1:1: skipped'],
  },
  { says: 'a list without what is disabled', argv: ['playbook', 'list'], cwd, code: 0, stdout: ['assume-role-denied'] },
  {
    says: 'checking an overlay',
    argv: ['playbook', 'validate', join(project, '.whydenied/playbooks/acme.yaml')],
    code: 0,
    stdout: ['1 file: no mistakes'],
  },
  { says: 'checking, help', argv: ['playbook', 'validate', '--help'], code: 0, stdout: ['playbook validate [PATH'] },
];

describe('the installation', () => {
  it.each(rows)('$says', holds);
  it('tells of a broken file in one line', async () => {
    const { stderr } = await whydenied([assumeRole, '--format', 'text'], { cwd });
    expect(stderr.split('\n').filter((line) => line.includes('broken.yaml'))).toHaveLength(1);
  });
  it('does not list what is disabled', async () =>
    expect((await whydenied(['playbook', 'list'], { cwd })).stdout).not.toContain('generic-403'));
});
