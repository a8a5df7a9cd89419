// Compiles the built-in playbooks to JSON files: what decides a match, the other parts, each found by its place, and the fragments beside their texts.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Fragment, LoadedPlaybook, Step, UseStep } from '../../src/model/playbook.ts';
import { readBuiltIn } from '../../src/playbook/built-in.ts';
import { root } from './root.ts';

/** Read only of the playbooks that match. */
const lateKeys = ['steps', 'causes', 'tests', 'references'] as const satisfies readonly (keyof LoadedPlaybook)[];
export type LateKey = (typeof lateKeys)[number];

/** Where in the file of parts, in bytes. */
export type Place = readonly [offset: number, length: number];

export interface Compiled {
  readonly playbooks: readonly (Omit<LoadedPlaybook, LateKey> & { readonly parts: Readonly<Record<LateKey, Place>> })[];
  readonly fragments: Place;
}

/** A fragment and the text it was read from. */
export interface KnownFragment {
  readonly text: string;
  readonly fragment: Fragment;
}

const withText = async (fragment: Fragment): Promise<KnownFragment> => ({
  text: await readFile(join(root, 'playbooks/fragments', `${fragment.id}.yaml`), 'utf8'),
  fragment,
});

export async function compilePlaybooks(folder: string): Promise<void> {
  const { playbooks, problems, fragments } = await readBuiltIn();
  for (const { file, message } of problems) process.stderr.write(`left out: ${file}: ${message}\n`);
  const parts = partsFile();
  const fragmentsAt = parts.keep(fragments);
  // Parts of one kind stand together: they resemble each other, and so compress well.
  const places = lateKeys.map((key) =>
    playbooks.map((playbook) => parts.keep(key === 'steps' ? usesOf(playbook.steps, fragments) : playbook[key])),
  );
  const compiled: Compiled = {
    playbooks: playbooks.map((playbook, index) => ({
      ...headOf(playbook),
      parts: Object.fromEntries(lateKeys.map((key, of) => [key, places[of]?.[index]])) as Record<LateKey, Place>,
    })),
    fragments: fragmentsAt,
  };
  await writeFile(join(folder, 'playbooks.json'), JSON.stringify(compiled));
  await writeFile(join(folder, 'playbook-parts.json'), parts.bytes());
  await writeFile(join(folder, 'fragments.json'), JSON.stringify(await Promise.all(fragments.map(withText))));
}

const headOf = ({ steps, causes, tests, references, ...head }: LoadedPlaybook) => {
  void [steps, causes, tests, references];
  return head;
};

function partsFile() {
  const parts: Buffer[] = [];
  let end = 0;
  return {
    keep(value: unknown): Place {
      const bytes = Buffer.from(`${JSON.stringify(value) ?? 'null'}\n`);
      parts.push(bytes);
      end += bytes.length;
      return [end - bytes.length, bytes.length];
    },
    bytes: () => Buffer.concat(parts),
  };
}

/** The steps with every whole run of a fragment's steps written as its use again. */
function usesOf(steps: readonly Step[], fragments: readonly Fragment[]): readonly (Step | UseStep)[] {
  const runAt = (start: number): Fragment | undefined =>
    fragments.find(({ steps: run }) => isDeepStrictEqual(steps.slice(start, start + run.length), run));
  const uses: (Step | UseStep)[] = [];
  for (let at = 0; at < steps.length;) {
    const fragment = runAt(at);
    const step = steps[at];
    if (fragment !== undefined) uses.push({ use: fragment.id });
    else if (step !== undefined) uses.push(step);
    at += fragment?.steps.length ?? 1;
  }
  return uses;
}
