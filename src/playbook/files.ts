// Finds the YAML files of a folder that are meant as playbooks or fragments, and reads their text.
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { yamlLimits } from './yaml-limits.ts';

export interface SourceFile {
  /** As given, joined with the place inside the folder. */
  readonly path: string;
  /** The name of the folder the file stands in. */
  readonly family: string;
  readonly text: string;
}

export interface FileProblem {
  readonly file: string;
  readonly message: string;
}

export interface FilesRead {
  readonly sources: readonly SourceFile[];
  readonly problems: readonly FileProblem[];
}

/** A file is read when it says the format, or was meant to; other YAML files in the folder are no concern of ours. */
const meant = /^["']?format["']?[ \t]*:|\b(?:playbook|fragment|overlay)\/v\d/m;

/** Reads a folder, or one file, which then is taken for a playbook whatever it says. */
export async function readSources(path: string): Promise<FilesRead> {
  try {
    const entry = await stat(path);
    if (!entry.isDirectory()) return joined([await readSource(path)]);
    const names = await readdir(path, { recursive: true });
    const files = names.filter((name) => /\.ya?ml$/.test(name) && !name.includes('node_modules')).sort();
    const read = await Promise.all(files.map((name) => readSource(join(path, name))));
    return joined(read.filter((file) => !('text' in file) || meant.test(file.text)));
  } catch (error) {
    return { sources: [], problems: [{ file: path, message: reasonOf(error) }] };
  }
}

function joined(read: readonly (SourceFile | FileProblem)[]): FilesRead {
  return {
    sources: read.filter((file): file is SourceFile => 'text' in file),
    problems: read.filter((file): file is FileProblem => !('text' in file)),
  };
}

async function readSource(path: string): Promise<SourceFile | FileProblem> {
  try {
    const entry = await stat(path);
    if (!entry.isFile()) return { file: path, message: 'not a regular file' };
    if (entry.size > yamlLimits.characters * 4)
      return { file: path, message: `larger than a playbook may be (${entry.size} bytes)` };
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(path));
    return { path, family: basename(dirname(path)), text };
  } catch (error) {
    return { file: path, message: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof TypeError) return 'not UTF-8 text: save it as UTF-8';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasons[code] ?? `could not be read${code === '' ? '' : ` (${code})`}`;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'no permission to read it',
  EISDIR: 'a folder, not a file',
};
