// Emits the type declarations of the library.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './root.ts';

const compiler = join(root, 'node_modules/typescript/bin/tsc');

export async function emitTypes(folder: string): Promise<void> {
  const options = ['--project', join(root, '.ci/tsconfig.types.json'), '--outDir', folder];
  await promisify(execFile)(process.execPath, [compiler, ...options]).catch((error: { stdout?: string }) => {
    throw new Error(`the types do not compile:\n${error.stdout ?? String(error)}`);
  });
}
