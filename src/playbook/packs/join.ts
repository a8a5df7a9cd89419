// Joins the playbooks of all packs into one set: an id stays with the first that has it, unless a later one says that it replaces it.
import type { LoadedPlaybook, PlaybookSet } from '../../model/playbook.ts';
import { isSelected } from './selection.ts';

export interface Replaced {
  readonly id: string;
  /** The file that stands in, and the one that no longer counts. */
  readonly file: string;
  readonly before: string;
}

export interface Disabled {
  readonly id: string;
  readonly pattern: string;
  readonly config: string;
}

interface Joined {
  readonly playbooks: readonly LoadedPlaybook[];
  readonly problems: PlaybookSet['problems'];
  readonly replaced: readonly Replaced[];
}

export function joined(all: readonly LoadedPlaybook[]): Joined {
  const byId = new Map<string, LoadedPlaybook>();
  const problems: { file: string; message: string }[] = [];
  const replaced: Replaced[] = [];
  for (const playbook of all) {
    const { id, file } = playbook;
    const before = byId.get(id);
    if (before !== undefined && playbook.replaces !== id) problems.push({ file, message: collision(id, before.file) });
    else byId.set(id, playbook);
    if (before !== undefined && playbook.replaces === id) replaced.push({ id, file, before: before.file });
  }
  return { playbooks: [...byId.values()], problems, replaced };
}

const collision = (id: string, file: string): string =>
  `WD801 "${id}" is loaded already from ${file}, which stays (write replaces: ${id} to stand in for it)`;

/** A pattern of a configuration, which file it stands in. */
export interface Disabling {
  readonly pattern: string;
  readonly config: string;
}

export function withoutDisabled(playbooks: readonly LoadedPlaybook[], patterns: readonly Disabling[]) {
  const disabled = patterns.flatMap(({ pattern, config }): readonly Disabled[] =>
    playbooks.filter((playbook) => isSelected(playbook, [pattern])).map(({ id }) => ({ id, pattern, config })),
  );
  const ids = new Set(disabled.map(({ id }) => id));
  const vain = patterns.filter(({ pattern }) => !disabled.some((one) => one.pattern === pattern));
  return {
    playbooks: playbooks.filter(({ id }) => !ids.has(id)),
    disabled,
    problems: vain.map(({ pattern, config }) => ({
      file: config,
      message: `WD802 disable: "${pattern}" matches no playbook`,
    })),
  };
}
