// Emits the type declarations of the library: those that its entry reaches, and no others.
import { execFile } from 'node:child_process';
import { readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { root } from './root.ts';

const compiler = join(root, 'node_modules/typescript/bin/tsc');

export async function emitTypes(folder: string): Promise<void> {
  const options = ['--project', join(root, '.ci/tsconfig.types.json'), '--outDir', folder];
  await promisify(execFile)(process.execPath, [compiler, ...options]).catch((error: { stdout?: string }) => {
    throw new Error(`the types do not compile:\n${error.stdout ?? String(error)}`);
  });
  await keepReached(folder);
}

/** The compiler writes a declaration for every file it looks at. */
async function keepReached(folder: string): Promise<void> {
  const reached = new Set<string>();
  const open = [join(folder, 'index.d.ts')];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    const text = await readFile(file, 'utf8');
    for (const [, path = ''] of text.matchAll(/(?:from |import\()['"](\.[^'"]+)['"]/g))
      open.push(resolve(dirname(file), path).replace(/\.(?:js|tsx?)$/, '.d.ts'));
  }
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  await Promise.all(files.filter((file) => !reached.has(file)).map((file) => rm(file)));
}
