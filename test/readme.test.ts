// Runs the commands of README.md, and compares what the page shows with what they print. `npm run unit -- test/readme.test.ts -u` writes the page anew.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, it } from 'vitest';
import { program } from './cli/program.ts';
import { Program } from './wizard/program.ts';

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

const error = readFileSync(join(folder, 'assume-role.txt'), 'utf8').trim();

async function wizardFrame(): Promise<string> {
  const wizard = new Program(`whydenied ${JSON.stringify(error)}`, { cwd: folder });
  await wizard.screen.sees('1 Continue');
  await wizard.type('\r');
  await wizard.screen.sees('Go through its steps');
  await wizard.type('\r');
  await wizard.screen.sees('Who is calling?');
  await wizard.type('arn:aws:iam::111122223333:user/ci', '\r');
  await wizard.screen.sees('This is the identity you meant to use');
  const frame = wizard.screen.inSight.join('\n').trimEnd();
  await wizard.type('\u0003');
  await wizard.ended;
  return frame;
}

const fence = (info: string, content: string): string => `\`\`\`${info}\n${content}\n\`\`\``;

it('shows what the program shows', { timeout: 60_000 }, async () => {
  const frame = await wizardFrame();
  const anew = readFileSync(page, 'utf8')
    .replace(/```text wizard\n[^]*?```/, () => fence('text wizard', frame))
    .replace(/```console\n([^]*?)\n```/g, (_, block: string) => fence('console', consoleBlock(block)));
  await expect(anew).toMatchFileSnapshot(page);
});
