// Packs the package as npm does, installs it in an empty folder without any registry, and uses it there.
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, it } from 'vitest';
import { assumeRole } from './cli/program.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..');
const npmEnv = { ...process.env, npm_config_offline: 'true', npm_config_audit: 'false', npm_config_fund: 'false' };

let folder = '';
let tarball = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whydenied-pack-'));
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: root, env: npmEnv });
  tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz')) ?? '';
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  await run('npm', ['install', '--ignore-scripts', `./${tarball}`], { cwd: folder, env: npmEnv });
});

it('is one package of at most 1.5 MB, with nothing to install beside it', async () => {
  const { size } = await stat(join(folder, tarball));
  const installed = (await readdir(join(folder, 'node_modules'))).filter((name) => !name.startsWith('.'));
  expect(installed).toEqual(['whydenied']);
  expect(size).toBeLessThan(1.5 * 1024 * 1024);
});

it('carries its licence, its notices and its schemas', async () => {
  const base = join(folder, 'node_modules/whydenied');
  const files = ['LICENSE', 'README.md', 'dist/THIRD_PARTY_NOTICES', 'schemas/playbook.schema.json'];
  for (const file of files) await expect(stat(join(base, file))).resolves.toBeDefined();
  await expect(readFile(join(base, 'dist/THIRD_PARTY_NOTICES'), 'utf8')).resolves.toContain('json-rules-engine');
  await expect(readdir(join(base, 'dist'))).resolves.not.toContain('metafile.json');
});

it('runs by its name', async () => {
  const { stdout } = await run(join(folder, 'node_modules/.bin/whydenied'), [assumeRole], { cwd: folder });
  expect(stdout).toContain('sts:AssumeRole');
});

it('is a library', async () => {
  const code = `
    import { diagnose, evaluate, loadPlaybooks, parseDenials, prepare, renderJson, renderMarkdown, renderText } from 'whydenied';
    const text = process.argv[1];
    const diagnosis = await diagnose({ text, playbooks: await loadPlaybooks() });
    const rendered = [renderText, renderMarkdown, renderJson].map((render) => render(diagnosis).includes('AssumeRole'));
    console.log(JSON.stringify([parseDenials(text).length, typeof evaluate, typeof prepare, ...rendered]));`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', code, assumeRole], { cwd: folder });
  expect(JSON.parse(stdout)).toEqual([1, 'function', 'function', true, true, true]);
});

it('has types that a strict program compiles against', async () => {
  const code = `
    import { diagnose, parseDenials, renderText, type Diagnosis } from 'whydenied';
    const denials: number = parseDenials('').length;
    const diagnosis: Diagnosis = await diagnose({ text: '' });
    export const text: string = renderText(diagnosis) + denials;`;
  await writeFile(join(folder, 'program.ts'), code);
  await symlink(join(root, 'node_modules/typescript'), join(folder, 'node_modules/typescript'));
  const options = ['--noEmit', '--strict', '--module', 'node20', '--target', 'es2023', 'program.ts'];
  const compiled = run(process.execPath, ['node_modules/typescript/bin/tsc', ...options], { cwd: folder });
  await expect(compiled.catch((error: { stdout: string }) => error.stdout)).resolves.toMatchObject({ stdout: '' });
});

it('reads playbooks from YAML and validates them, without a schema compiler', async () => {
  const bin = join(folder, 'node_modules/.bin/whydenied');
  const playbooks = join(root, 'playbooks');
  const { stdout } = await run(bin, ['playbook', 'validate', playbooks, '--format', 'json'], { cwd: folder });
  expect(stdout).not.toBe('');
});
