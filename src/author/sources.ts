// Finds the playbook files a command is about, with the fragments and playbooks they may refer to.
import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { InputError } from '../model/input-error.ts';
import type { Fragment } from '../model/playbook.ts';
import { readBuiltIn } from '../playbook/built-in.ts';
import { compile, type CompiledSet } from '../playbook/compile.ts';
import { readSources, type FileProblem, type SourceFile } from '../playbook/files.ts';

/** Where playbooks are looked for when no path is given: a project's own, then a checkout of this program. */
const usual = ['.whydenied/playbooks', 'playbooks'] as const;

export interface Found extends CompiledSet {
  /** Files that could not be read. */
  readonly unread: readonly FileProblem[];
}

export async function compilePaths(paths: readonly string[], folder = '.'): Promise<Found> {
  const wanted = paths.length > 0 ? paths : [await usualFolder(folder)];
  const read = await Promise.all(wanted.map((path) => readSources(inFolder(folder, path))));
  const unread = read.flatMap(({ problems }) => problems);
  const sources = distinct(read.flatMap((files) => files.sources));
  if (sources.length === 0 && unread.length === 0)
    throw new InputError(
      `no playbooks found in ${wanted.join(', ')}`,
      'a playbook is a .yaml file that starts with format: playbook/v1',
    );
  return { ...(await compile(sources, await around(sources))), unread };
}

const inFolder = (folder: string, path: string): string => (folder === '.' ? path : resolve(folder, path));

async function usualFolder(folder: string): Promise<string> {
  for (const path of usual) if (await isFolder(join(folder, path))) return path;
  throw new InputError(
    'no playbooks found here',
    `give a file or folder, or work where there is ${usual.join(' or ')}`,
  );
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
}

function distinct(sources: readonly SourceFile[]): readonly SourceFile[] {
  return [...new Map(sources.map((source) => [resolve(source.path), source])).values()];
}

/** Fragments and ids beside the files, and those that come with the program; the nearer ones count. */
async function around(
  sources: readonly SourceFile[],
): Promise<{ fragments: readonly Fragment[]; ids: readonly string[] }> {
  const beside = await fragmentsBeside(sources);
  const needsBuiltIn = beside.sources.length === 0 && sources.some(({ text }) => /^\s*- +use:|^related:/m.test(text));
  const builtIn = needsBuiltIn ? await readBuiltIn() : { fragments: [], playbooks: [] };
  const near = await compile(beside.sources);
  const ids = beside.names.length > 0 ? beside.names : builtIn.playbooks.map(({ id }) => id);
  const understood = near.files.flatMap(({ fragment }) => (fragment === undefined ? [] : [fragment]));
  return { fragments: [...builtIn.fragments, ...understood], ids };
}

/** The folder `fragments` next to a file or its family, and the names of the playbooks around it. */
async function fragmentsBeside(sources: readonly SourceFile[]) {
  const given = new Set(sources.map(({ path }) => resolve(path)));
  const homes = [...new Set(sources.flatMap(({ path }) => [dirname(resolve(path)), dirname(dirname(resolve(path)))]))];
  const withFragments: string[] = [];
  for (const home of homes) if (await isFolder(join(home, 'fragments'))) withFragments.push(home);
  const read = await Promise.all(withFragments.map(readSources));
  const all = read.flatMap((files) => files.sources).filter(({ path }) => !given.has(path));
  const fragments = all.filter(({ path }) => basename(dirname(path)) === 'fragments');
  const names = all
    .filter((source) => !fragments.includes(source))
    .map(({ path }) => basename(path).replace(/\.ya?ml$/, ''));
  return { sources: fragments, names };
}
