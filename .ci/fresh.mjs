// Runs a generator and fails when what it writes differs from what was there: `fresh.mjs FOLDER -- COMMAND…`.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, , command, ...words] = process.argv.slice(2);
const contents = () => new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

const before = contents();
const { status } = spawnSync(command, words, { stdio: 'inherit' });
const stale = [...contents()].filter(([name, text]) => before.get(name) !== text).map(([name]) => name);
if (stale.length > 0) process.stderr.write(`stale, and written anew now: ${stale.join(', ')}\n`);
process.exitCode = status === 0 && stale.length === 0 ? 0 : 1;
