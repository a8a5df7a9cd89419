// Finds the playbook files a command is about, with the fragments and playbooks they may refer to.
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { InputError } from '../model/input-error.ts';
import type { Fragment } from '../model/playbook.ts';
import { readBuiltIn } from '../playbook/built-in.ts';
import { compile, type CompiledSet } from '../playbook/compile.ts';
import { knownFragment } from '../playbook/known-fragment.ts';
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

/** Fragments and ids beside the files, else those that come with the program. */
async function around(
  sources: readonly SourceFile[],
): Promise<{ fragments: readonly Fragment[]; ids: readonly string[] }> {
  if (!sources.some(({ text }) => refers.test(text))) return { fragments: [], ids: [] };
  const homes = await homesOf(sources);
  const near = await read(await fragmentsIn(homes, sources));
  const known = new Set([...near.map(({ id }) => id), ...sources.map(({ path }) => nameOf(path))]);
  const isNear = homes.length > 0 && [...usedIn(sources)].every((id) => known.has(id));
  const builtIn = isNear ? { fragments: [], playbooks: [] } : await readBuiltIn();
  const beside = (await Promise.all(homes.map((home) => readdir(home, { recursive: true })))).flat().map(nameOf);
  return { fragments: [...builtIn.fragments, ...near], ids: [...beside, ...builtIn.playbooks.map(({ id }) => id)] };
}

/** Those that are known already need no reading. */
async function read(fragments: readonly SourceFile[]): Promise<readonly Fragment[]> {
  const known = await Promise.all(fragments.map(({ text }) => knownFragment(text)));
  const fresh = fragments.filter((_, index) => known[index] === undefined);
  const { files } = await compile(fresh);
  return [...known, ...files.map(({ fragment }) => fragment)].flatMap((fragment) => fragment ?? []);
}

const nameOf = (path: string): string => basename(path).replace(/\.ya?ml$/, '');

const usedIn = (sources: readonly SourceFile[]): ReadonlySet<string> =>
  new Set(sources.flatMap(({ text }) => [...text.matchAll(/\buse:[ "']*([a-z0-9-]+)/g)].map(([, id = '']) => id)));

const refers = /^[ ]*- +\{? *use:|^related:/m;

/** The folders of playbooks around the files: those with a folder of fragments. */
async function homesOf(sources: readonly SourceFile[]): Promise<readonly string[]> {
  const near = [...new Set(sources.flatMap(({ path }) => [dirname(resolve(path)), dirname(dirname(resolve(path)))]))];
  const homes: string[] = [];
  for (const home of near) if (await isFolder(join(home, 'fragments'))) homes.push(home);
  return homes;
}

/** Only those that are used, and not given anyway. */
async function fragmentsIn(homes: readonly string[], sources: readonly SourceFile[]): Promise<readonly SourceFile[]> {
  const given = new Set(sources.map(({ path }) => resolve(path)));
  const used = usedIn(sources);
  const read = await Promise.all(homes.map((home) => readSources(join(home, 'fragments'))));
  return read.flatMap((files) => files.sources).filter(({ path }) => !given.has(path) && used.has(nameOf(path)));
}
