// Finds the playbook a command is about: by its id among those that are loaded, or as a file.
import { resolve } from 'node:path';
import { InputError } from '../model/input-error.ts';
import type { LoadedPlaybook, PlaybookSet } from '../model/playbook.ts';
import type { CompiledFile } from '../playbook/compile.ts';
import { loadPlaybooks } from '../playbook/load.ts';
import { suggestion } from '../playbook/validate/nearest.ts';
import type { AuthorInput } from './command.ts';
import { diagnosticText } from './diagnostics/text.ts';
import { compilePaths } from './sources.ts';

export interface Chosen {
  readonly playbook: LoadedPlaybook;
  /** Present when it was given as a file: knows the lines. */
  readonly source?: CompiledFile;
}

/** The playbooks as a diagnosis in this folder would have them, and those of the folders given. */
export async function loadAll(
  folders: readonly string[] = [],
  { folder = '.', userFolder }: AuthorInput = {},
): Promise<PlaybookSet> {
  const around = { folder, ...(userFolder === undefined ? {} : { userFolder }) };
  return loadPlaybooks({ folders: folders.map((path) => (folder === '.' ? path : resolve(folder, path))), around });
}

export async function choose(name: string | undefined, input: AuthorInput = {}): Promise<Chosen> {
  if (name === undefined)
    throw new InputError('which playbook?', 'give its id or its file; "whydenied playbook list" shows them');
  if (/\.ya?ml$/.test(name) || name.includes('/')) return fromFile(name, input.folder);
  const { playbooks } = await loadAll([], input);
  const playbook = playbooks.find(({ id }) => id === name);
  if (playbook !== undefined) return { playbook };
  throw new InputError(
    `there is no playbook "${name}"`,
    suggestion(
      name,
      playbooks.map(({ id }) => id),
    ),
  );
}

async function fromFile(path: string, folder?: string): Promise<Chosen> {
  const found = await compilePaths([path], folder);
  const [unread] = found.unread;
  if (unread !== undefined)
    throw new InputError(`${unread.file}: ${unread.message}`, 'give the path of a playbook file');
  const source = found.files.find(({ playbook }) => playbook !== undefined);
  const playbook = found.playbooks.find(({ id }) => id === source?.playbook?.id);
  if (playbook !== undefined && source !== undefined) return { playbook, source };
  const faults = found.files.flatMap(({ diagnostics, source: { text } }) =>
    diagnostics.filter(({ severity }) => severity === 'error').map((one) => diagnosticText(one, () => text)),
  );
  throw new InputError(
    [`${path} has mistakes`, ...faults].join('\n'),
    'correct them first: whydenied playbook validate',
  );
}
