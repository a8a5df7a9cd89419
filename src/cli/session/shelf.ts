// Where saved sessions stand: one file each, which its owner alone may read, written whole or not at all; old ones are thrown out.
import { randomInt } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { InputError } from '../../model/input-error.ts';
import { suggestion } from '../../playbook/validate/nearest.ts';
import { reasonOf } from '../file-reasons.ts';
import { mostDays, mostSessions } from './limits.ts';

/** A relative XDG_STATE_HOME counts as not set. */
export function sessionsFolder({ XDG_STATE_HOME: xdg = '', HOME: home = '' }: NodeJS.ProcessEnv): string | undefined {
  if (isAbsolute(xdg)) return join(xdg, 'whydenied', 'sessions');
  return home === '' ? undefined : join(home, '.local', 'state', 'whydenied', 'sessions');
}

/** The seconds since 2020 and two letters of chance: the order of the names is that of their beginning. */
export function newId(now: Date): string {
  const seconds = Math.floor((now.getTime() - Date.UTC(2020)) / 1000);
  return (
    seconds.toString(36).padStart(6, '0') +
    randomInt(36 * 36)
      .toString(36)
      .padStart(2, '0')
  );
}

const fileName = /^([a-z0-9]{8})\.json$/;

export const fileOf = (folder: string, id: string): string => join(folder, `${id}.json`);

/** In the order in which they began. */
export function idsIn(folder: string | undefined): readonly string[] {
  if (folder === undefined) return [];
  try {
    return readdirSync(folder)
      .flatMap((file) => fileName.exec(file)?.[1] ?? [])
      .sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw new InputError(`${folder} could not be read: ${reasonOf(error)}`);
  }
}

/** The one that was saved last. */
export function latestIn(folder: string | undefined): string | undefined {
  if (folder === undefined) return undefined;
  const times = idsIn(folder).map((id) => [id, savedAt(folder, id)] as const);
  return times.toSorted(([, one], [, two]) => two - one)[0]?.[0];
}

const savedAt = (folder: string, id: string): number => {
  try {
    return statSync(fileOf(folder, id)).mtimeMs;
  } catch {
    return 0;
  }
};

/** The whole name of a session, or the beginning of just one. */
export function foundIn(folder: string | undefined, wanted: string): { readonly folder: string; readonly id: string } {
  const ids = idsIn(folder);
  const found = ids.includes(wanted) ? [wanted] : ids.filter((id) => wanted !== '' && id.startsWith(wanted));
  const [id] = found;
  if (folder !== undefined && id !== undefined && found.length === 1) return { folder, id };
  if (found.length > 1)
    throw new InputError(`${wanted} begins ${found.length} sessions`, `one of: ${found.join(', ')}`);
  throw new InputError(
    `There is no session ${JSON.stringify(wanted)}`,
    ids.length === 0 ? 'none is saved here' : suggestion(wanted, ids, 10),
  );
}

export function readContent(folder: string, id: string): string {
  try {
    return readFileSync(fileOf(folder, id), 'utf8');
  } catch (error) {
    throw new InputError(`${fileOf(folder, id)} could not be read: ${reasonOf(error)}`);
  }
}

/** Whoever reads meanwhile sees the file from before, or the new one. */
export function writeContent(folder: string, id: string, content: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if ((statSync(folder).mode & 0o077) !== 0) chmodSync(folder, 0o700);
  const half = join(folder, `.${id}.${process.pid}`);
  rmSync(half, { force: true });
  writeFileSync(half, content, { mode: 0o600, flag: 'wx' });
  renameSync(half, fileOf(folder, id));
}

export const removeFrom = (folder: string, id: string): void => rmSync(fileOf(folder, id), { force: true });

/** Throws out what is too old, and the oldest of too many, never the one named. */
export function tidy(folder: string, kept: string, now: Date): void {
  const oldest = now.getTime() - mostDays * 24 * 3600 * 1000;
  const others = idsIn(folder)
    .filter((id) => id !== kept)
    .map((id) => ({ id, at: savedAt(folder, id) }))
    .toSorted((one, two) => two.at - one.at);
  for (const [position, { id, at }] of others.entries())
    if (position >= mostSessions - 1 || at < oldest) removeFrom(folder, id);
}
