// Runs the commands of README.md, and compares what the page shows with what they print. `npm run unit -- test/readme.test.ts -u` writes the page anew.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, it } from 'vitest';
import { program } from './cli/program.ts';
import { parseYaml } from '../src/playbook/yaml.ts';

const page = join(import.meta.dirname, '../README.md');
const folder = mkdtempSync(join(tmpdir(), 'whydenied-readme-'));
cpSync(join(import.meta.dirname, 'readme'), folder, { recursive: true });
const shim = join(folder, 'whydenied');
writeFileSync(shim, `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`);
chmodSync(shim, 0o755);

function printed(line: string): string {
  const env = { PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}`, HOME: folder, CI: '1' };
  return execFileSync('sh', ['-c', `{ ${line}\n} 2>&1 || true`], { cwd: folder, env, encoding: 'utf8' }).trimEnd();
}

/** The same block with what its commands print now. */
const consoleBlock = (block: string): string =>
  block
    .split('\n')
    .filter((line) => line.startsWith('$ '))
    .map((line) => `${line}\n${printed(line.slice(2))}`)
    .join('\n');

const fence = (info: string, content: string): string => `\`\`\`${info}\n${content}\n\`\`\``;

it('shows what the program shows', { timeout: 60_000 }, async () => {
  const anew = readFileSync(page, 'utf8').replace(/```console\n([^]*?)\n```/g, (_, block: string) =>
    fence('console', consoleBlock(block)),
  );
  await expect(anew).toMatchFileSnapshot(page);
});

interface WorkflowStep {
  readonly run: string;
}

/** The command that the workflow gives to a shell when the deployment failed with this log. */
function runWorkflow(log: string): string {
  const [, yaml = ''] = /```yaml\n(# a part of \.github[^]*?)```/.exec(readFileSync(page, 'utf8')) ?? [];
  const [, explain] = parseYaml(yaml).tree?.value as readonly WorkflowStep[];
  const place = mkdtempSync(join(folder, 'workflow-'));
  writeFileSync(join(place, 'deploy.log'), log);
  const commands = { npx: `exec "$@"`, gh: `echo "gh $*"; cat denied.md` };
  for (const [name, script] of Object.entries(commands)) {
    writeFileSync(join(place, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(place, name), 0o755);
  }
  const env = {
    PATH: [place, folder, process.env['PATH'] ?? ''].join(delimiter),
    HOME: folder,
    CI: '1',
    PULL_REQUEST: '7',
  };
  return execFileSync('bash', ['-c', `{ ${explain?.run ?? ''}\n} 2>/dev/null || true`], {
    cwd: place,
    env,
    encoding: 'utf8',
  });
}

it('shows a workflow that comments the checklist of a failed deployment, and nothing of any other failure', () => {
  const posted = runWorkflow(readFileSync(join(folder, 'upload.txt'), 'utf8'));
  expect(posted).toContain('gh pr comment 7 --body-file denied.md\n# Denied: `s3:PutObject`');
  expect(posted).not.toContain('111122223333');
  expect(runWorkflow('Error: the disk is full\n')).toBe('');
});
