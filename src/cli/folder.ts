// Reads the text files of a folder and of those below it, in a stable order and within bounds; hidden ones are left out.
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { NamedText } from '../facts/files/given-file.ts';
import { InputError } from '../model/input-error.ts';
import { reasonOf } from './file-reasons.ts';
import { readTextFile } from './text-file.ts';

export interface FolderTexts {
  /** Paths are relative to the folder. */
  readonly texts: readonly NamedText[];
  /** Folders with nothing in them. */
  readonly empty: readonly string[];
}

/** A whole organization, one folder for each of its resources. */
const mostFiles = 100_000;
const mostCharacters = 512 * 1024 * 1024;

export async function isFolder(path: string): Promise<boolean> {
  const entry = await stat(path).catch((error: unknown) => {
    throw new InputError(`${path} could not be read: ${reasonOf(error)}`);
  });
  return entry.isDirectory();
}

export async function readFolder(root: string): Promise<FolderTexts> {
  const files: string[] = [];
  const empty: string[] = [];
  const waiting = [''];
  for (let folder = waiting.shift(); folder !== undefined; folder = waiting.shift()) {
    const entries = await entriesOf(join(root, folder));
    if (entries.length === 0 && folder !== '') empty.push(folder);
    for (const { name, isFolder: below } of entries) {
      const path = folder === '' ? name : `${folder}/${name}`;
      (below ? waiting : files).push(path);
    }
    if (files.length + waiting.length > mostFiles)
      throw new InputError(`${root} holds more than ${mostFiles} files`, 'hand over the folder of one account only');
  }
  const texts: NamedText[] = [];
  let characters = 0;
  for (const path of files.sort()) {
    const text = await readTextFile(join(root, path));
    characters += text.length;
    if (characters > mostCharacters)
      throw new InputError(`${root} holds more than 512 MiB`, 'hand over the folder of one account only');
    texts.push({ path, text });
  }
  return { texts, empty };
}

async function entriesOf(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw new InputError(`${folder} could not be read: ${reasonOf(error)}`);
  });
  return entries
    .filter((entry) => !entry.name.startsWith('.') && (entry.isFile() || entry.isDirectory()))
    .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
}
