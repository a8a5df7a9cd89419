// Gives the playbooks that come with the program. From source they are read as YAML; the build puts a module in place that reads them precompiled.
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Fragment, PlaybookSet } from '../model/playbook.ts';
import { readSources } from './files.ts';

export interface BuiltIn extends PlaybookSet {
  /** Playbooks of other folders may use them as well. */
  readonly fragments: readonly Fragment[];
}

let reading: Promise<BuiltIn> | undefined;

export function readBuiltIn(): Promise<BuiltIn> {
  reading ??= readFromSource();
  return reading;
}

async function readFromSource(): Promise<BuiltIn> {
  const { compile } = await import('./compile.ts');
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const { sources } = await readSources(`${root}playbooks`);
  const named = sources.map((source) => ({ ...source, path: relative(root, source.path) }));
  const { playbooks, problems, fragments } = await compile(named);
  return { playbooks, problems, fragments };
}
