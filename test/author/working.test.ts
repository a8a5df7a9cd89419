// The author at work: a file laid out, watched while it changes, and started by answering questions.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { commands } from '../../src/author/commands.ts';
import type { AuthorInput, AuthorResult } from '../../src/author/command.ts';
import { arranged } from '../../src/playbook/arrange.ts';
import { compilePaths } from '../../src/author/sources.ts';

const fixture = readFileSync(new URL('../playbook/fixtures/parcel-locker.yaml', import.meta.url), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'working-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const file = join(folder, 'parcel-locker.yaml');

const run = (name: string, argv: readonly string[], input: AuthorInput = {}): Promise<AuthorResult> => {
  const command = commands[name];
  if (command === undefined) throw new Error(`no command ${name}`);
  return command.run(argv, { folder, ...input });
};

const layouts: readonly (readonly [says: string, before: string, after: string])[] = [
  [
    'keys in the order of the format',
    'title: T\nid: a\nformat: fragment/v1\n',
    'format: fragment/v1\nid: a\ntitle: T\n',
  ],
  ['free keys last', 'format: fragment/v1\nx-team: t\nid: a\n', 'format: fragment/v1\nid: a\nx-team: t\n'],
  [
    'comments stay with their keys',
    '# head\nid: a\n# of format\nformat: overlay/v1 # too\n',
    '# head\n# of format\nformat: overlay/v1 # too\nid: a\n',
  ],
  ['lists tight, maps wide', 'tags: [ a,b ]\nreferences: [{url: u}]\n', 'tags: [a, b]\nreferences: [{ url: u }]\n'],
  ['quotes as they are', `id: 'a'\ntitle: "[ b ]"\n`, `id: 'a'\ntitle: "[ b ]"\n`],
];

describe('fmt', { timeout: 60_000 }, () => {
  it.each(layouts)('%s', (_, before, after) => expect(arranged(before)).toBe(after));
  it('does nothing the second time', () => expect(arranged(arranged(fixture) ?? '')).toBe(arranged(fixture)));
  it('leaves what is no YAML', () => expect(arranged('a: [')).toBeUndefined());
  it('tells with --check, and writes without', async () => {
    writeFileSync(file, fixture);
    expect(await run('fmt', ['--check', file])).toMatchObject({
      code: 1,
      out: expect.stringContaining('1 file would change'),
    });
    expect(readFileSync(file, 'utf8')).toBe(fixture);
    expect(await run('fmt', [file])).toMatchObject({ code: 0 });
    expect(await run('fmt', ['--check', file])).toMatchObject({ code: 0 });
  });
  it('needs to be told what', async () => expect(await run('fmt', [])).toMatchObject({ code: 2 }));
});

describe('dev', { timeout: 60_000 }, () => {
  it('does one pass where there is no terminal', async () => {
    writeFileSync(file, fixture);
    const { code, out } = await run('dev', [file]);
    expect(code).toBe(0);
    for (const part of ['no mistakes', '3 tests: 3 passed', '# ']) expect(out).toContain(part);
  });
  it('does another after a change, and tells the mistake', async () => {
    writeFileSync(file, fixture);
    const [shown, stop] = [[] as string[], new AbortController()];
    const show = (text: string) => Promise.resolve(void shown.push(text));
    const done = run('dev', [file], { live: { show, signal: stop.signal } });
    await vi.waitFor(() => expect(shown).toHaveLength(1), 30_000);
    writeFileSync(file, fixture.replace('strength: proves', 'strength: prove'));
    await vi.waitFor(() => expect(shown.at(-1)).toContain('did you mean "proves"?'), 30_000);
    stop.abort();
    expect(await done).toMatchObject({ code: 0 });
  });
  it('says when there is no such file', async () => expect(await run('dev', ['none.yaml'])).toMatchObject({ code: 2 }));
});

const error =
  'An error occurred (AccessDenied) when calling the PutItem operation: User: arn:aws:iam::111122223333:user/ci is not authorized to perform: dynamodb:PutItem on resource: arn:aws:dynamodb:eu-west-1:111122223333:table/Orders';

describe('new, asking', { timeout: 60_000 }, () => {
  it('makes of five answers a playbook that is valid', async () => {
    const questions: string[] = [];
    const line = (question: string, preset: string) => {
      questions.push(question);
      return Promise.resolve(question.startsWith('What went wrong') ? 'No orders today' : preset);
    };
    const text = (question: string) => {
      questions.push(question);
      return Promise.resolve(error);
    };
    expect(await run('new', [], { prompts: (ask) => ask({ line, text }) })).toMatchObject({ code: 0 });
    expect(questions).toHaveLength(5);
    const made = join(folder, '.whydenied/playbooks/drafts/dynamodb-put-item-denied.yaml');
    const { playbooks, problems } = await compilePaths([made]);
    expect(problems).toEqual([]);
    expect(playbooks[0]?.title).toBe('No orders today');
  });
});
