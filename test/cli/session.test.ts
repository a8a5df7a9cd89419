// The command `session`: what is on the shelf is listed, shown, gone on with and removed; what cannot be read is told of. And the wizard saves there.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { quoted } from '../../src/playbook/shell.ts';
import { Program } from '../wizard/program.ts';
import { assumeRole, holds, whydenied, type Row } from './program.ts';

const secret = `AKIAIOSFODNN7${'EXAMPLE'}`;

const session = (id: string, more: object = {}) => ({
  schema: 'whydenied/session@1',
  id,
  version: '1.0.0',
  started: '2026-01-01T00:00:00.000Z',
  saved: '2026-01-02T03:04:05.000Z',
  title: 'sts:AssumeRole on role/Deploy',
  state: 'open',
  causes: { confirmed: 1, open: 2, ruledOut: 3 },
  live: [],
  progress: {
    text: assumeRole,
    denial: 0,
    answers: { 'assume-role-denied/trust-no-deny': 'fail' },
    keptAnswers: {},
    passed: [],
    trail: [{ screen: 'read' }, { screen: 'from a later version' }],
  },
  given: { facts: { 'decision.identity': 'allowed' }, files: ['/nowhere/facts.json'], policies: [], playbooks: [] },
  ...more,
});

/** A shelf with these files. */
function shelf(files: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const state = mkdtempSync(join(tmpdir(), 'whydenied-shelf-'));
  const folder = join(state, 'whydenied/sessions');
  mkdirSync(folder, { recursive: true });
  for (const [id, content] of Object.entries(files))
    writeFileSync(join(folder, `${id}.json`), typeof content === 'string' ? content : JSON.stringify(content));
  return { XDG_STATE_HOME: state };
}

const empty = shelf({});
const one = shelf({ '3lmu0001': session('3lmu0001') });
const live = shelf({ '3lmu0001': session('3lmu0001', { live: ['caller.arn', 'caller.account'] }) });
const mixed = shelf({
  '3lmu0001': session('3lmu0001'),
  '3lmu0002': session('3lmu0002', { schema: 'whydenied/session@2' }),
  '3lmu0003': '{"schema": "whydenied/sess',
  '3lmu0004': session('3lmu0004', { progress: { denial: 'first' } }),
  '3lmu0005': { facts: {} },
});

const told: readonly Row[] = [
  { says: 'none', argv: ['session'], env: empty, code: 0, stdout: [], stderr: ['no session is saved'] },
  {
    says: 'one',
    argv: ['session', 'list'],
    env: one,
    code: 0,
    stdout: ['3lmu0001  2026-01-02 03:04Z  sts:AssumeRole on role/Deploy  (open, 1 confirmed, 2 open)'],
    stderr: [],
  },
  { says: 'as JSON, without the text', argv: ['session', '--json'], env: one, code: 0, stdout: ['"characters"'] },
  {
    says: 'the readable ones, and what is wrong with the others',
    argv: ['session', 'list'],
    env: mixed,
    code: 0,
    stdout: ['3lmu0001'],
    stderr: ['newer version', 'not JSON', 'damaged: /progress', 'no session of this program'],
  },
  {
    says: 'shown: what was answered and what flags said',
    argv: ['session', 'show', '3lmu0001'],
    env: one,
    code: 0,
    stdout: ["The role's trust policy denies the caller", 'CONFIRMED, answered'],
    stderr: ['/nowhere/facts.json is not there any more'],
  },
  { says: 'the last one', argv: ['session', 'show', '--json'], env: one, code: 0, stdout: ['"whydenied/diagnosis@1"'] },
  { says: 'what was read live', argv: ['session', 'show'], env: live, code: 0, stderr: ['had read 2 facts', '--live'] },
  { says: 'resumed where nobody can be asked', argv: ['session', 'resume'], env: one, code: 0, stdout: ['CONFIRMED'] },
];

const refused: readonly Row[] = [
  { says: 'none there', argv: ['session', 'show'], env: empty, code: 2, stderr: ['No session is saved'] },
  { says: 'another id', argv: ['session', 'show', '3lmu0009'], env: one, code: 2, stderr: ['did you mean "3lmu0001"'] },
  { says: 'several', argv: ['session', 'show', '3lmu'], env: mixed, code: 2, stderr: ['begins 5 sessions'] },
  {
    says: 'a newer one',
    argv: ['session', 'show', '3lmu0002'],
    env: mixed,
    code: 2,
    stderr: ['session@2', 'session@1'],
  },
  { says: 'a path', argv: ['session', 'rm', '../x'], env: one, code: 2, stderr: ['There is no session'] },
  { says: 'rm of nothing', argv: ['session', 'rm'], env: one, code: 2, stderr: ['--all'] },
  { says: 'an unknown word', argv: ['session', 'lst'], env: one, code: 2, stderr: ['did you mean "list"'] },
  { says: '--all elsewhere', argv: ['session', 'show', '--all'], env: one, code: 2, stderr: ['belongs to session rm'] },
];

describe('told', () => it.each(told)('$says', holds));
describe('refused', () => it.each(refused)('$says', holds));

const filesIn = ({ XDG_STATE_HOME: state = '' }: Readonly<Record<string, string>>): readonly string[] =>
  readdirSync(join(state, 'whydenied/sessions')).sort();

describe('removed', () => {
  it('one, then all', async () => {
    const env = shelf({ '3lmu0001': session('3lmu0001'), '3lmu0002': session('3lmu0002'), '3lmu0003': '' });
    await whydenied(['session', 'rm', '3lmu0002'], { env });
    expect(filesIn(env)).toEqual(['3lmu0001.json', '3lmu0003.json']);
    expect(await whydenied(['session', 'rm', '--all'], { env })).toMatchObject({ code: 0, stdout: '' });
    expect(filesIn(env)).toEqual([]);
  });
});

const start = (words: string, env: Readonly<Record<string, string>>) =>
  new Program(`whydenied ${words}; echo "code=$?"`, { cwd: tmpdir(), env, rows: 40 });

/** Starts on an error and answers its first step. */
async function answered(env: Readonly<Record<string, string>>): Promise<Program> {
  const program = start(`--set decision.scp=allowed ${quoted(`${assumeRole} key ${secret}`)}`, env);
  await program.screen.sees('1 Continue');
  await program.type('\r');
  await program.screen.sees('Go through its steps');
  await program.type('\r');
  await program.screen.sees('The role Deploy exists');
  await program.type('1');
  await program.screen.sees('No Deny statement');
  return program;
}

describe('the wizard', () => {
  it('saves each step for its owner alone, without secrets, and says how to go on', async () => {
    const env = shelf({ '3lmu0001': session('3lmu0001') });
    const old = join(env['XDG_STATE_HOME'] ?? '', 'whydenied/sessions/3lmu0001.json');
    utimesSync(old, new Date('2026-01-02'), new Date('2020-01-02'));
    const program = await answered(env);
    const [name = '', ...more] = filesIn(env);
    const path = join(env['XDG_STATE_HOME'] ?? '', 'whydenied/sessions', name);
    expect(more).toEqual([]);
    expect([statSync(path).mode & 0o777, statSync(join(path, '..')).mode & 0o777]).toEqual([0o600, 0o700]);
    const saved = readFileSync(path, 'utf8');
    expect(saved).not.toContain(secret);
    expect(JSON.parse(saved)).toMatchObject({
      state: 'open',
      progress: { answers: { 'assume-role-denied/role-exists': 'pass' } },
      given: { facts: { 'decision.scp': 'allowed' } },
    });
    await program.type('\u0003');
    await program.screen.sees('code=130', `whydenied session resume ${name.slice(0, 8)}`);
    const again = start('session resume', env);
    await again.screen.sees('No Deny statement', 'Step 2 of');
    await again.type('q');
    await again.screen.sees('code=0');
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ state: 'finished' });
  });
});

describe('the wizard saves nothing', () => {
  const off = mkdtempSync(join(tmpdir(), 'whydenied-config-'));
  mkdirSync(join(off, 'whydenied'));
  writeFileSync(join(off, 'whydenied/config.yaml'), 'save_sessions: false\n');
  it.each([
    { says: 'with --no-save', words: '--no-save', more: {} },
    { says: 'where the configuration says so', words: '', more: { XDG_CONFIG_HOME: off } },
  ])('$says', async ({ words, more }) => {
    const env = shelf({});
    const program = start(`${words} ${quoted(assumeRole)}`, { ...env, ...more });
    await program.screen.sees('1 Continue');
    await program.type('\r', 'q');
    await program.screen.sees('code=0');
    expect(filesIn(env)).toEqual([]);
    expect(program.screen.lines.join('\n')).not.toContain('session resume');
  });
});
