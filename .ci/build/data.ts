// Copies the reference data beside the bundle, JSON without the white space that makes it readable in the source.
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './root.ts';

export async function copyData(folder: string): Promise<void> {
  await cp(join(root, 'src/reference/data'), folder, { recursive: true });
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.json'));
  await Promise.all(files.map((name) => compact(join(folder, name))));
}

async function compact(file: string): Promise<void> {
  await writeFile(file, JSON.stringify(JSON.parse(await readFile(file, 'utf8'))));
}
