// Compiles the built-in playbooks to two JSON files: what decides a match, and the bodies, each found by its place.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoadedPlaybook } from '../../src/model/playbook.ts';
import { readBuiltIn } from '../../src/playbook/built-in.ts';

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
}
