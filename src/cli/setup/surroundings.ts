// Tells where this run looks for configuration and further playbooks: the current folder, and the person's own by the XDG rules.
import { isAbsolute, join } from 'node:path';
import type { Surroundings } from '../../playbook/packs/places.ts';

export function surroundings(): Surroundings {
  const userFolder = userFolderFrom(process.env);
  return { folder: process.cwd(), ...(userFolder === undefined ? {} : { userFolder }) };
}

/** A relative XDG_CONFIG_HOME counts as not set. */
function userFolderFrom({ XDG_CONFIG_HOME: xdg = '', HOME: home = '' }: NodeJS.ProcessEnv): string | undefined {
  if (isAbsolute(xdg)) return join(xdg, 'whydenied');
  return home === '' ? undefined : join(home, '.config', 'whydenied');
}
