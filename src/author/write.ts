// Writes files an author asked for: never over an existing one unless told to.
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { InputError } from '../model/input-error.ts';

export const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

export async function writeText(path: string, text: string, over = false): Promise<void> {
  if (!over && (await isThere(path)))
    throw new InputError(`${path} is there already`, 'choose another id, or another --out');
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new InputError(`${path} could not be written${code}`, 'choose another place with --out');
  }
}
