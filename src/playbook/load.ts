// Loads the playbooks that come with the program and those of packs around it into one set; what cannot be used is told, never silent.
import type { PlaybookSet } from '../model/playbook.ts';
import { readBuiltIn, type BuiltIn } from './built-in.ts';
import type { PackSet } from './packs/load-packs.ts';
import { findPlaces, type Surroundings } from './packs/places.ts';

export interface LoadOptions {
  /** Folders or files with further playbooks, the later ones of higher rank. */
  readonly folders?: readonly string[];
  /** Whether to load those that come with the program; true when left out. */
  readonly builtIn?: boolean;
  /** Where to look for the configuration and the playbooks of the person and of the project; nowhere when left out. */
  readonly around?: Surroundings;
}

const nothing: BuiltIn = { playbooks: [], problems: [], fragments: [] };

export async function loadPlaybooks(options: LoadOptions = {}): Promise<PlaybookSet> {
  const builtIn = options.builtIn === false ? nothing : await readBuiltIn();
  const places = options.around === undefined ? {} : findPlaces(options.around);
  const folders = options.folders ?? [];
  const isAlone = folders.length === 0 && places.user === undefined && places.project === undefined;
  if (isAlone) return { playbooks: builtIn.playbooks, problems: builtIn.problems };
  const { playbooks, problems } = await packsOf(builtIn, options);
  return { playbooks, problems };
}

/** The same with all that is to say about it: which packs there are, what is replaced, disabled and added. */
export async function loadPackSet(options: LoadOptions = {}): Promise<PackSet> {
  return packsOf(options.builtIn === false ? nothing : await readBuiltIn(), options);
}

async function packsOf(builtIn: BuiltIn, { around, folders = [] }: LoadOptions): Promise<PackSet> {
  const { loadPacks } = await import('./packs/load-packs.ts');
  return loadPacks(builtIn, around === undefined ? {} : findPlaces(around), folders);
}
