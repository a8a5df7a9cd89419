// How long the built program takes from its start to its end, or to its first screen, beside an empty Node.
import { spawn as spawnPty } from '@lydell/node-pty';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { BenchRow } from './row.ts';

const program = fileURLToPath(new URL('../../dist/bin.js', import.meta.url));
/** Of usual length, with three fragments. */
const playbook = fileURLToPath(new URL('../../playbooks/boundary/boundary-no-allow.yaml', import.meta.url));
const error =
  'An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:iam::111122223333:user/ci is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/Deploy';
/** A machine of continuous integration would get no wizard. */
const env = { ...process.env, CI: '', TERM: 'xterm-256color' };

function runToEnd(argv: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, argv, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const took = performance.now() - start;
  if (status !== 0) throw new Error(`${argv.join(' ')} ended with ${status}: ${stderr.toString()}`);
  return took;
}

function firstFrame(): Promise<number> {
  const start = performance.now();
  const terminal = spawnPty(process.execPath, [program, error], { cols: 80, rows: 24, env });
  let screen = '';
  return new Promise((resolve, reject) => {
    terminal.onData((data) => {
      screen += data;
      if (!screen.includes('arn:aws:iam::111122223333:user/ci')) return;
      resolve(performance.now() - start);
      terminal.kill();
    });
    terminal.onExit(() => {
      reject(new Error(`the wizard ended before its first frame: ${screen}`));
    });
  });
}

const row = (name: string, ...argv: readonly string[]): BenchRow => ({ name, measure: () => runToEnd(argv) });

/** The first row is what the others are compared with. */
export const rows: readonly BenchRow[] = [
  row('node -e 0', '-e', '0'),
  row('whydenied --version', program, '--version'),
  row('whydenied --help', program, '--help'),
  row('a report', program, '--format', 'text', error),
  row('a report as JSON', program, '--json', error),
  row('a report as Markdown', program, '--format', 'markdown', error),
  row('playbook validate of one file (aim 3 x)', program, 'playbook', 'validate', playbook),
  { name: 'first frame of the wizard', measure: firstFrame },
];
