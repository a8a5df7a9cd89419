// Writes the table of error classes into playbooks/README.md, from the built-in playbooks.
import { readFileSync, writeFileSync } from 'node:fs';
import { loadPlaybooks } from '../src/playbook/load.ts';
import { withClassTable } from './class-table.ts';

const guide = new URL('../playbooks/README.md', import.meta.url);
const { playbooks } = await loadPlaybooks();
writeFileSync(guide, withClassTable(readFileSync(guide, 'utf8'), playbooks));
