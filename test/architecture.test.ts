// Reads the import lines of src/ and fails when a room imports from a room to its right.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { expect, it } from 'vitest';

const source = resolve(import.meta.dirname, '../src');
const ranks = [
  ['model'],
  ['reference'],
  ['parse', 'policy', 'playbook'],
  ['facts'],
  ['engine'],
  ['fix'],
  ['diagnose.ts'],
  ['render'],
  ['author', 'wizard'],
  ['cli'],
];
const rankOf = (room: string) => ranks.findIndex((rooms) => rooms.includes(room));
const roomOf = (path: string) => relative(source, path).split(sep)[0] ?? '';
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));

function violations(file: string): string[] {
  const path = join(source, file);
  const room = roomOf(path);
  return [...readFileSync(path, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)]
    .map((line) => roomOf(resolve(path, '..', line[1] ?? '')))
    .filter((other) => other !== room && rankOf(other) >= rankOf(room))
    .map((other) => `${file} imports from ${other}`);
}

it('finds source files to read', () => expect(files.length).toBeGreaterThan(0));
it('every file stands in a known room', () =>
  expect(files.filter((file) => rankOf(roomOf(join(source, file))) < 0)).toEqual([]));
it('no room imports from its right', () => expect(files.flatMap(violations)).toEqual([]));
