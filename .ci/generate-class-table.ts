// Writes the table of error classes into playbooks/README.md and the table of families into README.md, from the built-in playbooks.
import { readFileSync, writeFileSync } from 'node:fs';
import { loadPlaybooks } from '../src/playbook/load.ts';
import { withClassTable, withFamilyTable } from './class-table.ts';

const { playbooks } = await loadPlaybooks();
const pages = [
  ['../playbooks/README.md', withClassTable],
  ['../README.md', withFamilyTable],
] as const;
for (const [name, written] of pages) {
  const file = new URL(name, import.meta.url);
  writeFileSync(file, written(readFileSync(file, 'utf8'), playbooks));
}
