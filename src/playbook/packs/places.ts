// Finds the folders outside the program that may hold configuration and playbooks, by looking whether they exist and no more.
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

export interface Surroundings {
  /** The folder the program was started in. */
  readonly folder: string;
  /** Where the person keeps settings of this program: `~/.config/whydenied`. */
  readonly userFolder?: string;
}

export interface Places {
  /** Both hold `config.yaml` and a folder `playbooks`, if anything. */
  readonly user?: string;
  readonly project?: string;
}

export const projectFolder = '.whydenied';

export function findPlaces({ folder, userFolder }: Surroundings): Places {
  const project = nearest(resolve(folder));
  return {
    ...(userFolder !== undefined && existsSync(userFolder) ? { user: userFolder } : {}),
    ...(project === undefined ? {} : { project }),
  };
}

/** Upward to the root of the repository; outside of one only here, since a folder further up may belong to anybody. */
function nearest(start: string): string | undefined {
  const passed: string[] = [];
  for (let folder = start; ; folder = dirname(folder)) {
    passed.push(folder);
    if (existsSync(join(folder, '.git'))) break;
    if (dirname(folder) === folder) {
      passed.splice(1);
      break;
    }
  }
  return passed.map((folder) => join(folder, projectFolder)).find((folder) => existsSync(folder));
}
