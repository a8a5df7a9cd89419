// Compiles the built-in playbooks to JSON files: what decides a match, the bodies, each found by its place, and the fragments beside their texts.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fragment, LoadedPlaybook } from '../../src/model/playbook.ts';
import { readBuiltIn } from '../../src/playbook/built-in.ts';
import { root } from './root.ts';

/** Read only of the playbooks that match. */
const lateKeys = ['steps', 'causes', 'tests', 'references'] as const satisfies readonly (keyof LoadedPlaybook)[];
export type LateKey = (typeof lateKeys)[number];

/** Where in the file of bodies, in bytes. */
export interface Body {
  readonly offset: number;
  readonly length: number;
}

export interface Compiled {
  readonly playbooks: readonly (Omit<LoadedPlaybook, LateKey> & {
    readonly keys: readonly LateKey[];
    readonly body: Body;
  })[];
  readonly fragments: Body;
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
  const bodies: Buffer[] = [];
  const keep = (value: unknown): Body => {
    const bytes = Buffer.from(JSON.stringify(value));
    const offset = bodies.reduce((sum, { length }) => sum + length, 0);
    bodies.push(bytes);
    return { offset, length: bytes.length };
  };
  const compiled: Compiled = {
    playbooks: playbooks.map(({ steps, causes, tests, references, ...head }) => {
      return { ...head, keys: lateKeys, body: keep({ steps, causes, tests, references }) };
    }),
    fragments: keep(fragments),
  };
  await writeFile(join(folder, 'playbooks.json'), JSON.stringify(compiled));
  await writeFile(join(folder, 'playbook-bodies.json'), Buffer.concat(bodies));
  await writeFile(join(folder, 'fragments.json'), JSON.stringify(await Promise.all(fragments.map(withText))));
}
