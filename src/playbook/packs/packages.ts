// Finds the folder of a pack that a configuration names: an installed package, or a folder beside the configuration. Nothing in it is run.
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { ConfigFile } from './config.ts';

export interface PackPlace {
  readonly name: string;
  /** The configuration that names it. */
  readonly config: string;
  /** Missing when it is not there. */
  readonly folder?: string;
}

export const packPlaces = ({ file, config }: ConfigFile): readonly PackPlace[] =>
  (config.packs ?? []).map((name) => {
    const folder = name.startsWith('./') ? there(resolve(dirname(file), name)) : installed(name, dirname(file));
    return { name, config: file, ...(folder === undefined ? {} : { folder }) };
  });

const there = (folder: string): string | undefined => (existsSync(folder) ? folder : undefined);

/** As Node looks for packages: in node_modules of the folder and of those above it. */
function installed(name: string, start: string): string | undefined {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    const found = there(join(folder, 'node_modules', name));
    if (found !== undefined || dirname(folder) === folder) return found;
  }
}
