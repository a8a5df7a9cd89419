// Files meant to do harm: each is refused, quickly, with its place; and no value from outside reaches a shell as more than a word.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { afterAll, describe, expect, it } from 'vitest';
import { loadPlaybooks } from '../../src/playbook/load.ts';
import { expandCommand } from '../../src/playbook/template.ts';
import { validatePlaybook } from '../../src/playbook/validate/pipeline.ts';

const fixture = readFileSync(new URL('fixtures/parcel-locker.yaml', import.meta.url), 'utf8');
const named = (count: number) =>
  Array.from(
    { length: count },
    (_, n) => `  c${n}: { all: [{ condition: c${n + 1} }, { any: [{ condition: c${n + 1} }] }] }\n`,
  );
const withConditions = (lines: readonly string[]) => fixture.replace('conditions:\n', `conditions:\n${lines.join('')}`);

const files: readonly (readonly [what: string, text: string, code: string])[] = [
  ['terminal escapes', fixture.replace('help: Think', 'help: \u001b[2JThink'), 'WD701'],
  ['terminal escapes written as escapes', fixture.replace('help: Think of the parcel.', 'help: "\\e[2J"'), 'WD701'],
  [
    'a link of the terminal',
    fixture.replace('help: Think of the parcel.', 'help: "\\x1b]8;;https://x\\x07y"'),
    'WD701',
  ],
  ['text turned around', fixture.replace('help: Think', 'help: \u202eThink'), 'WD701'],
  ['a hidden character in a key', fixture.replace('x-team', '"x-\\u200bteam"'), 'WD701'],
  ['a null byte', fixture.replace('help: Think', 'help: \u0000Think'), 'WD701'],
  [
    'an alias bomb',
    `a: &a [x, x]\n${'bcdefgh'
      .split('')
      .map((k, i) => `${k}: &${k} [*${'abcdefg'[i] ?? ''}, *${'abcdefg'[i] ?? ''}]\n`)
      .join('')}`,
    'WD703',
  ],
  ['a merge key', fixture.replace('x-team: lockers', '<<: { a: 1 }'), 'WD201'],
  ['a tag that runs code elsewhere', fixture.replace('x-team: lockers', 'x-team: !!js/function "f"'), 'WD703'],
  ['the prototype', fixture.replace('x-team', '__proto__'), 'WD704'],
  ['the constructor inside a policy', fixture.replace('Effect: Allow', 'constructor: Allow'), 'WD704'],
  ['a prototype in a condition', fixture.replace('any:\n      - {', 'any:\n      - { "__proto__": 1,'), 'WD704'],
  ['a regular expression', fixture.replace('operator: contains', 'operator: matches'), 'WD204'],
  ['a path into the value', fixture.replace('fact: error.class,', 'fact: error.class, path: "$..[?(@.a)]",'), 'WD206'],
  ['a file of the reader in place of a fact', fixture.replace('fact: error.class', 'fact: file./etc/passwd'), 'WD309'],
  ['a variable of the environment in a template', fixture.replace('{{error.action}}.', '{{env.HOME}}.'), 'WD403'],
  ['a script in place of a link', fixture.replace('url: https://docs', 'url: javascript://docs'), 'WD705'],
  ['brackets without end', '['.repeat(200_000), 'WD706'],
  ['hyphens without end', `${'- '.repeat(100_000)}a`, 'WD706'],
  ['a very large file', `a: ${'x'.repeat(300_000)}`, 'WD706'],
  [
    'names that multiply',
    withConditions([...named(40), '  c40: { fact: error.code, operator: equal, value: X }\n']),
    'WD706',
  ],
  ['names in a circle', withConditions(['  a: { condition: b }\n', '  b: { not: { condition: a } }\n']), 'WD304'],
  ['a loop of steps', fixture.replace('fact: steps.right-caller', 'fact: steps.owner-allows'), 'WD302'],
];

describe('hostile files', () => {
  it.each(files)('%s', async (_, text, code) => {
    const start = performance.now();
    const found = await validatePlaybook(text, 'parcel-locker.yaml', { fragments: new Map() });
    expect(found.filter(({ severity }) => severity === 'error').map((one) => one.code)).toContain(code);
    expect(found.every(({ line, column }) => line >= 1 && column >= 1)).toBe(true);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

const folder = mkdtempSync(join(tmpdir(), 'playbooks-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('a folder with broken files', () => {
  it('keeps the sound ones and tells of the others', async () => {
    writeFileSync(join(folder, 'parcel-locker.yaml'), fixture);
    writeFileSync(join(folder, 'broken.yaml'), fixture.replace('title: Not', 'titel: Not'));
    writeFileSync(join(folder, 'bytes.yaml'), Buffer.from([0x66, 0x6f, 0xff, 0xfe]));
    writeFileSync(join(folder, 'other.yaml'), 'on: push\njobs: {}\n');
    writeFileSync(join(folder, 'twin.yaml'), fixture);
    const { playbooks, problems } = await loadPlaybooks({ folders: [folder], builtIn: false });
    expect(playbooks.map(({ id, file }) => [id, file])).toEqual([
      ['parcel-locker', join(folder, 'parcel-locker.yaml')],
    ]);
    const told = problems.map(({ file, message }) => `${file.slice(folder.length + 1)} ${message.slice(0, 23).trim()}`);
    expect(told.sort()).toEqual([
      'broken.yaml:2:5 skipped: WD307 the id "',
      'bytes.yaml skipped: not UTF-8 text',
      'twin.yaml:2:5 skipped: WD307 the id "',
    ]);
  });
});

const values = [
  '$(touch pwned)',
  '`touch pwned`',
  "'; touch pwned; '",
  '" && touch pwned',
  'a b',
  '*',
  '~',
  '|| touch pwned',
  '\\',
  "it's",
  '!!',
  '#',
];

describe('values in commands', () => {
  it.each(values)('%s stays one word', (value) => {
    const command = expandCommand('printf %s/ {{target.name}}', () => value);
    expect(execFileSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' })).toBe(`${value}/`);
  });
});
