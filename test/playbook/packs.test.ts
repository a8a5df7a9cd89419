// Packs around the built-in playbooks: which files are found, what stands in for what, what is disabled and added, and that nothing is lost in silence.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadPackSet, loadPlaybooks } from '../../src/playbook/load.ts';
import type { PackSet } from '../../src/playbook/packs/load-packs.ts';
import { findPlaces } from '../../src/playbook/packs/places.ts';

const fixture = readFileSync(new URL('fixtures/parcel-locker.yaml', import.meta.url), 'utf8');
const root = mkdtempSync(join(tmpdir(), 'packs-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});

const another = fixture.replace('id: parcel-locker', 'id: parcel-locker\nreplaces: parcel-locker');
const overlay = (lines: string): string => `format: overlay/v1\nid: acme\n${lines}\n`;
const pb = '.whydenied/playbooks/parcel-locker.yaml';
const config = '.whydenied/config.yaml';
const userPb = 'xdg/whydenied/playbooks/parcel-locker.yaml';

interface Case {
  readonly says: string;
  readonly files: Readonly<Record<string, string>>;
  /** What is in use of `parcel-locker`, by the end of its file's path; false for nothing. */
  readonly uses: string | false;
  /** Parts of the problems, one each; all of them. */
  readonly problems: readonly string[];
}

const cases: readonly Case[] = [
  { says: 'nothing around', files: { '.git': '' }, uses: false, problems: [] },
  { says: 'a playbook of the project', files: { [pb]: fixture }, uses: pb, problems: [] },
  { says: 'a playbook of the person', files: { [userPb]: fixture }, uses: userPb, problems: [] },
  {
    says: 'the same id twice: the lower one stays',
    files: { [userPb]: fixture, [pb]: fixture },
    uses: userPb,
    problems: ['WD801'],
  },
  { says: 'the same id with replaces', files: { [userPb]: fixture, [pb]: another }, uses: pb, problems: [] },
  { says: 'disabled by id', files: { [pb]: fixture, [config]: 'disable: [parcel-locker]' }, uses: false, problems: [] },
  {
    says: 'disabled by a star',
    files: { [pb]: fixture, [config]: 'disable: ["parcel-*"]' },
    uses: false,
    problems: [],
  },
  {
    says: 'disabled by a tag',
    files: { [pb]: fixture, [config]: 'disable: [tag:fixture]' },
    uses: false,
    problems: [],
  },
  {
    says: 'disabled by the person',
    files: { [pb]: fixture, 'xdg/whydenied/config.yaml': 'disable: ["*-locker"]' },
    uses: false,
    problems: [],
  },
  {
    says: 'a pattern that matches nothing',
    files: { [pb]: fixture, [config]: 'disable: ["s4-*", "tag:zz"]' },
    uses: pb,
    problems: ['"s4-*" matches no playbook', '"tag:zz" matches'],
  },
  {
    says: 'a pattern longer than what it would match',
    files: { [pb]: fixture, [config]: 'disable: ["parcel-*-locker"]' },
    uses: pb,
    problems: ['WD802'],
  },
  { says: 'an empty configuration', files: { [pb]: fixture, [config]: '# nothing yet\n' }, uses: pb, problems: [] },
  {
    says: 'a configuration with a mistake is not used',
    files: { [pb]: fixture, [config]: 'disbale: [parcel-locker]' },
    uses: pb,
    problems: ['did you mean "disable"?'],
  },
  { says: 'a pack that is not installed', files: { [config]: 'packs: [acme]' }, uses: false, problems: ['WD804'] },
  {
    says: 'a package',
    files: { [config]: 'packs: ["@acme/pack"]', 'node_modules/@acme/pack/parcel-locker.yaml': fixture },
    uses: '@acme/pack/parcel-locker.yaml',
    problems: [],
  },
  {
    says: 'a folder beside the configuration',
    files: { [config]: 'packs: [./shared]', '.whydenied/shared/parcel-locker.yaml': fixture },
    uses: 'shared/parcel-locker.yaml',
    problems: [],
  },
  { says: 'a pack outside its place', files: { [config]: 'packs: [../../etc]' }, uses: false, problems: ['WD206'] },
  {
    says: 'a broken file beside a sound one',
    files: { [pb]: fixture, '.whydenied/playbooks/bad.yaml': 'format: playbook/v1\nid: bad' },
    uses: pb,
    problems: ['more: whydenied playbook validate'],
  },
  {
    says: 'an overlay',
    files: {
      [pb]: fixture,
      '.whydenied/playbooks/acme.yaml': overlay(
        'applies_to: [tag:fixture]\nnote: Ask first.\ndisable_steps: [right-caller]',
      ),
    },
    uses: pb,
    problems: [],
  },
  {
    says: 'an overlay for nothing',
    files: { [pb]: fixture, '.whydenied/playbooks/acme.yaml': overlay('applies_to: [nosuch]\nnote: x') },
    uses: pb,
    problems: ['applies_to "nosuch"'],
  },
  {
    says: 'an overlay that leaves out what is not there',
    files: {
      [pb]: fixture,
      '.whydenied/playbooks/acme.yaml': overlay('applies_to: [parcel-locker]\ndisable_steps: [zz]'),
    },
    uses: pb,
    problems: ['WD803'],
  },
];

let next = 0;
async function loadIn(files: Case['files'], below = ''): Promise<PackSet> {
  const home = join(root, String((next += 1)));
  for (const [path, text] of Object.entries({ '.git/HEAD': '', ...files })) write(join(home, path), text);
  if (below !== '') mkdirSync(join(home, below), { recursive: true });
  return loadPackSet({
    around: { folder: join(home, below), userFolder: join(home, 'xdg/whydenied') },
    builtIn: false,
  });
}

function write(path: string, text: string): void {
  if (path.endsWith('/.git')) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

describe('packs', () => {
  it.each(cases)('$says', async ({ files, uses, problems }) => {
    const set = await loadIn(files);
    const used = set.playbooks.find(({ id }) => id === 'parcel-locker')?.file ?? false;
    expect(uses === false ? used : String(used).endsWith(uses)).toBe(uses !== false);
    const told = set.problems.map(({ file, message }) => `${file}: ${message}`);
    expect(told).toHaveLength(problems.length);
    problems.forEach((part, index) => expect(told[index]).toContain(part));
  });
});

describe('an overlay', () => {
  const files = {
    [pb]: fixture,
    '.whydenied/playbooks/acme.yaml': overlay(
      'applies_to: [parcel-*]\nnote: Ask first.\ncontact: "#lockers"\nreferences: [{ title: Ours, url: https://acme.example/iam }]\ndisable_steps: [right-caller]',
    ),
  };
  it('puts its note first, its pages first, and leaves steps out', async () => {
    const [playbook] = (await loadIn(files)).playbooks;
    expect(playbook?.steps[0]).toMatchObject({ type: 'guide', title: 'acme: Ask first. Ask: #lockers' });
    expect(playbook?.steps.some(({ id }) => id === 'right-caller')).toBe(false);
    expect(playbook?.references[0]).toEqual({ title: 'Ours', url: 'https://acme.example/iam' });
  });
});

describe('places', () => {
  it('are looked for upward to the root of the repository', async () =>
    expect((await loadIn({ [pb]: fixture }, 'deep/er')).playbooks).toHaveLength(1));
  it('further up belong to somebody else', () => {
    mkdirSync(join(root, 'nest/.whydenied'), { recursive: true });
    mkdirSync(join(root, 'nest/repo/.git'), { recursive: true });
    expect(findPlaces({ folder: join(root, 'nest/repo') })).toEqual({});
    mkdirSync(join(root, 'nest/none'));
    expect(findPlaces({ folder: join(root, 'nest/none') })).toEqual({});
  });
  it('do not count where nobody names them', async () =>
    expect((await loadPlaybooks({})).problems).toEqual((await loadPackSet({})).problems));
});

const hostile: readonly (readonly [what: string, file: string, text: string, code: string])[] = [
  ['escapes in a note', 'acme.yaml', overlay('applies_to: [parcel-locker]\nnote: "\\e[2J"'), 'WD701'],
  [
    'a link of another kind',
    'acme.yaml',
    overlay('applies_to: [parcel-locker]\nreferences: [{ title: x, url: javascript:x }]'),
    'WD705',
  ],
  ['the prototype', 'acme.yaml', overlay('applies_to: [parcel-locker]\n__proto__: {}'), 'WD704'],
  ['an alias', 'acme.yaml', overlay('applies_to: &a [parcel-locker]\ndisable_steps: *a'), 'WD703'],
  ['code', 'acme.yaml', overlay('applies_to: [parcel-locker]\nnote: !!js/function x'), 'WD703'],
  ['a script in an overlay', 'acme.yaml', overlay('applies_to: [parcel-locker]\nrun: rm -rf /'), 'WD207'],
  ['a configuration with a script', '../config.yaml', 'packs: []\npostinstall: rm -rf /', 'WD201'],
  ['a configuration that reads a url', '../config.yaml', 'packs: ["https://evil.example/p"]', 'WD206'],
  ['a configuration of hidden characters', '../config.yaml', 'disable: [parcel\u202e-locker]', 'WD701'],
  ['a configuration without end', '../config.yaml', `disable: ${'['.repeat(50_000)}`, 'WD706'],
];

describe('hostile packs', () => {
  it.each(hostile)('%s is refused, and the others stay', async (_, file, text, code) => {
    const set = await loadIn({ [pb]: fixture, [`.whydenied/playbooks/${file}`]: text });
    expect(set.playbooks.map(({ id }) => id)).toEqual(['parcel-locker']);
    expect(set.playbooks[0]?.steps[0]?.id).not.toMatch(/^overlay/);
    expect(set.problems.map(({ message }) => message).join()).toContain(code);
  });
});
