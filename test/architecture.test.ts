// Reads the import lines of src/ and fails when a room imports from its right, or an outside package outside its home.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

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
  // The library's entry only passes on what the rooms export.
  ['index.ts'],
];

/** Where each outside package may be imported; `name/` stands for every package of that scope. */
const homes: Readonly<Record<string, readonly string[]>> = {
  'json-rules-engine': ['engine/'],
  yaml: ['playbook/yaml.ts', 'playbook/yaml-functions.ts'],
  ajv: ['playbook/validate/'],
  ink: ['wizard/'],
  react: ['wizard/'],
  '@aws-sdk/': ['facts/aws/'],
  '@aws-crypto/': ['facts/aws/'],
  '@smithy/': ['facts/aws/'],
  'agent-base': ['facts/aws/'],
  'http-proxy-agent': ['facts/aws/'],
  'https-proxy-agent': ['facts/aws/'],
  'proxy-from-env': ['facts/aws/'],
};

/** Node's own modules for disk and process, and where the edges of the program are. */
const edges: Readonly<Record<string, readonly string[]>> = {
  'node:fs': ['cli/', 'author/', 'playbook/', 'reference/data.ts', 'facts/aws/', 'facts/files/'],
  'node:fs/promises': ['cli/', 'author/', 'playbook/', 'facts/aws/', 'facts/files/'],
  'node:process': ['cli/'],
  'node:child_process': ['cli/'],
  'node:http': ['facts/aws/'],
  'node:https': ['facts/aws/'],
  'node:net': ['facts/aws/'],
};

const rankOf = (room: string) => ranks.findIndex((rooms) => rooms.includes(room));
const roomOf = (path: string) => relative(source, path).split(sep)[0] ?? '';
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
const code = new Map(files.map((file) => [file, readFileSync(join(source, file), 'utf8')]));
const importsOf = (file: string): string[] =>
  [...(code.get(file) ?? '').matchAll(/(?:from\s|import\(\s*|import\s)'([^']+)'/g)].map((line) => line[1] ?? '');

function violations(file: string): string[] {
  const path = join(source, file);
  const room = roomOf(path);
  return importsOf(file)
    .filter((name) => name.startsWith('.'))
    .map((name) => roomOf(resolve(path, '..', name)))
    .filter((other) => other !== room && rankOf(other) >= rankOf(room))
    .map((other) => `${file} imports from ${other}`);
}

function strangers(file: string): string[] {
  const outside = importsOf(file).filter((name) => !name.startsWith('.'));
  return outside.flatMap((name) => {
    const home = edges[name] ?? Object.entries(homes).find(([owner]) => belongsTo(name, owner))?.[1];
    if (home === undefined) return name.startsWith('node:') ? [] : [`${file} imports ${name}, which has no home`];
    return home.some((place) => file.split(sep).join('/').startsWith(place)) ? [] : [`${file} imports ${name}`];
  });
}

const belongsTo = (name: string, owner: string): boolean =>
  owner.endsWith('/') ? name.startsWith(owner) : name === owner || name.startsWith(`${owner}/`);

describe('the rooms', () => {
  it('hold source files to read', () => expect(files.length).toBeGreaterThan(0));
  it('are all known', () => expect(files.filter((file) => rankOf(roomOf(join(source, file))) < 0)).toEqual([]));
  it('import only from their left', () => expect(files.flatMap(violations)).toEqual([]));
  it('keep each outside package at its one home', () => expect(files.flatMap(strangers)).toEqual([]));
});

describe('the edges', () => {
  const isEdge = (file: string): boolean => /^(cli|facts\/aws)\//.test(file.split(sep).join('/'));
  it('are the only ones to use the console or the process', () => {
    const touching = files.filter((file) => !isEdge(file) && /\b(?:console|process)\.\w/.test(code.get(file) ?? ''));
    expect(touching).toEqual([]);
  });
  it('are the only ones to reach the network', () => {
    const reaching = files.filter((file) => !isEdge(file) && /\bfetch\(/.test(code.get(file) ?? ''));
    expect(reaching.filter((file) => !/\.fetch\(|fetch\(names/.test(code.get(file) ?? ''))).toEqual([]);
  });
});
