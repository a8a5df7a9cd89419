// Turns the texts of playbook and fragment files into a set: each file on its own, so that a broken one disables no other.
import type { Fragment, LoadedPlaybook, Playbook, PlaybookSet } from '../model/playbook.ts';
import type { SourceFile } from './files.ts';
import { expandedSteps, isUse, type Fragments } from './fragments.ts';
import type { Diagnostic } from './validate/diagnostic.ts';
import { checkFile, type Checked } from './validate/pipeline.ts';

export interface CompiledFile extends Checked {
  readonly source: SourceFile;
}

export interface CompiledSet extends PlaybookSet {
  readonly fragments: readonly Fragment[];
  readonly files: readonly CompiledFile[];
}

const isFragmentText = (text: string): boolean => /^["']?format["']?[ \t]*:[ \t]*["']?fragment\//m.test(text);

/** `around` are the fragments and ids that exist besides these files. */
export async function compile(
  sources: readonly SourceFile[],
  around: { readonly fragments?: readonly Fragment[]; readonly ids?: readonly string[] } = {},
): Promise<CompiledSet> {
  const empty = { fragments: new Map<string, Fragment>() };
  const shared = await each(
    sources.filter(({ text }) => isFragmentText(text)),
    (source) => checked(source, empty),
  );
  const own = shared.flatMap(({ fragment }) => (fragment === undefined ? [] : [fragment]));
  const fragments: Fragments = new Map(
    [...(around.fragments ?? []), ...own].map((fragment) => [fragment.id, fragment]),
  );
  const playbookIds = new Set([...(around.ids ?? []), ...sources.flatMap(({ text }) => idOf(text))]);
  const context = { fragments, playbookIds };
  const rest = await each(
    sources.filter(({ text }) => !isFragmentText(text)),
    (source) => checked(source, context),
  );
  return gathered([...shared, ...rest], own, fragments);
}

function gathered(all: readonly CompiledFile[], own: readonly Fragment[], fragments: Fragments): CompiledSet {
  const files = [...all].sort((a, b) => (a.source.path < b.source.path ? -1 : 1));
  const broken = files.flatMap(({ fragment, usable }) => (fragment === undefined || usable ? [] : [fragment.id]));
  const sound = files.filter(({ usable }) => usable);
  const playbooks = sound.flatMap(({ playbook, source }) => {
    if (playbook === undefined || usesOf(playbook).some((id) => broken.includes(id))) return [];
    return [loaded(playbook, source, fragments)];
  });
  const errors = files.flatMap(({ diagnostics }) => diagnostics.filter(({ severity }) => severity === 'error'));
  const cut = sound.flatMap(({ playbook, source }) => cutOff(playbook, source, broken));
  const usable = own.filter(({ id }) => !broken.includes(id));
  return { playbooks, problems: [...errors.map(problem), ...cut], fragments: usable, files };
}

const usesOf = ({ steps }: Playbook): readonly string[] => steps.flatMap((step) => (isUse(step) ? [step.use] : []));

/** A sound playbook that cannot be used because a fragment of it cannot. */
function cutOff(
  playbook: Playbook | undefined,
  { path }: SourceFile,
  broken: readonly string[],
): PlaybookSet['problems'] {
  const lost = playbook === undefined ? [] : usesOf(playbook).filter((id) => broken.includes(id));
  return lost.map((id) => ({ file: path, message: `it uses the fragment "${id}", which has mistakes of its own` }));
}

/** One after the other: the work is all computation. */
async function each<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}

async function checked(source: SourceFile, context: Parameters<typeof checkFile>[2]): Promise<CompiledFile> {
  return { source, ...(await checkFile(source.text, source.path, context)) };
}

const idOf = (text: string): readonly string[] => {
  const id = /^id[ \t]*:[ \t]*["']?([a-z0-9-]+)/m.exec(text)?.[1];
  return id === undefined || isFragmentText(text) ? [] : [id];
};

function loaded(playbook: Playbook, { path, family }: SourceFile, fragments: Fragments): LoadedPlaybook {
  return { ...playbook, steps: expandedSteps(playbook, fragments), family, file: path };
}

export function problem({ file, line, column, code, message, hint }: Diagnostic): PlaybookSet['problems'][number] {
  return { file: `${file}:${line}:${column}`, message: `${code} ${message}${hint === undefined ? '' : ` (${hint})`}` };
}
