// Loads the playbooks that come with the program and those of given folders into one set; what cannot be used is told, never silent.
import type { LoadedPlaybook, PlaybookSet } from '../model/playbook.ts';
import { readBuiltIn, type BuiltIn } from './built-in.ts';
import { readSources } from './files.ts';

export interface LoadOptions {
  /** Folders or files with further playbooks, the later ones of higher rank. */
  readonly folders?: readonly string[];
  /** Whether to load those that come with the program; true when left out. */
  readonly builtIn?: boolean;
}

type Problems = PlaybookSet['problems'];

export async function loadPlaybooks(options: LoadOptions = {}): Promise<PlaybookSet> {
  const builtIn: BuiltIn =
    options.builtIn === false ? { playbooks: [], problems: [], fragments: [] } : await readBuiltIn();
  const folders = options.folders ?? [];
  if (folders.length === 0) return { playbooks: builtIn.playbooks, problems: builtIn.problems };
  const read = await Promise.all(folders.map(readSources));
  const { compile } = await import('./compile.ts');
  const around = { fragments: builtIn.fragments, ids: builtIn.playbooks.map(({ id }) => id) };
  const set = await compile(
    read.flatMap(({ sources }) => sources),
    around,
  );
  const joined = join([...builtIn.playbooks, ...set.playbooks]);
  const unread = read.flatMap(({ problems }) => problems);
  return {
    playbooks: joined.playbooks,
    problems: [...builtIn.problems, ...unread, ...set.problems, ...joined.problems],
  };
}

/** An id that is loaded already stays with the first playbook, unless the later one says that it replaces it. */
function join(all: readonly LoadedPlaybook[]): {
  readonly playbooks: readonly LoadedPlaybook[];
  readonly problems: Problems;
} {
  const byId = new Map<string, LoadedPlaybook>();
  const problems: { file: string; message: string }[] = [];
  for (const playbook of all) {
    const before = byId.get(playbook.id);
    if (before === undefined || playbook.replaces === playbook.id) byId.set(playbook.id, playbook);
    else problems.push({ file: playbook.file, message: collision(playbook.id, before.file) });
  }
  return { playbooks: [...byId.values()], problems };
}

const collision = (id: string, file: string): string =>
  `WD801 "${id}" is loaded already from ${file}, which stays (write replaces: ${id} to stand in for it)`;
