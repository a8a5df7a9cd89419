// Runs the built program and the tests on the Node versions the package supports, besides the one at hand.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const versions = ['22', '24'];
const error =
  'An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:iam::111122223333:user/ci is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/Deploy';

const run = (command, words, options) => spawnSync(command, words, { stdio: 'inherit', ...options }).status === 0;

function passesOn(version) {
  const folder = mkdtempSync(join(tmpdir(), `node-${version}-`));
  try {
    const install = ['install', '--no-audit', '--no-fund', '--no-save', '--prefix', folder, `node@${version}`];
    if (!run('npm', install)) return false;
    const bin = join(folder, 'node_modules/node/bin');
    const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` };
    const node = join(bin, 'node');
    const tests = ['node_modules/vitest/vitest.mjs', 'run', '--config', '.ci/vitest.config.ts'];
    return (
      run(node, ['--version']) &&
      run(node, ['dist/bin.js', '--format', 'text', error], { env }) &&
      run(node, tests, { env })
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const results = versions.map((version) => ({ version, passes: passesOn(version) }));
for (const { version, passes } of results) process.stdout.write(`Node ${version}: ${passes ? 'passed' : 'failed'}\n`);
process.exitCode = results.every(({ passes }) => passes) ? 0 : 1;
