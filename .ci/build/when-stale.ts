// Builds the program before tests that run it, unless what is built is newer than all it is made from.
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from './build.ts';
import { root } from './root.ts';

const sources = ['src', 'playbooks', '.ci/build', 'package.json'];

export async function setup(): Promise<void> {
  const built = await changed('dist/metafile.json');
  const newest = Math.max(...(await Promise.all(sources.map(newestIn))));
  if (built < newest) await build({ types: true });
}

const changed = async (path: string): Promise<number> =>
  (await stat(join(root, path)).catch(() => undefined))?.mtimeMs ?? 0;

async function newestIn(path: string): Promise<number> {
  const names = await readdir(join(root, path), { recursive: true }).catch(() => []);
  const times = await Promise.all([path, ...names.map((name) => join(path, name))].map(changed));
  return Math.max(...times);
}
