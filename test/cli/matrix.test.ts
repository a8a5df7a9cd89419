// The program in a real terminal of every make: with and without colours, dumb, narrow and wide, without UTF-8, unattended. No escape where none belongs, no row too wide, and the codes; and signals at any moment leave the terminal as it was.
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { quoted } from '../../src/playbook/shell.ts';
import { columnsOf } from '../../src/render/text/width.ts';
import { command, Program } from '../wizard/program.ts';
import { pause } from '../wizard/screen.ts';
import { assumeRole } from './program.ts';

const cwd = mkdtempSync(join(tmpdir(), 'whydenied-matrix-'));

type Form = 'report' | 'screens' | 'plain';

interface Terminal {
  readonly words: string;
  readonly form: Form;
  readonly columns: number;
  readonly env: Readonly<Record<string, string>>;
}

const either = [false, true] as const;
const settings = [40, 80, 200].flatMap((columns) =>
  either.flatMap((plain) =>
    either.flatMap((dumb) => either.flatMap((ascii) => either.map((ci) => ({ columns, plain, dumb, ascii, ci })))),
  ),
);

const envOf = ({ plain, dumb, ascii, ci }: (typeof settings)[number]): Readonly<Record<string, string>> => ({
  ...(plain ? { NO_COLOR: '1' } : {}),
  ...(dumb ? { TERM: 'dumb' } : {}),
  ...(ascii ? { LANG: 'C' } : {}),
  ...(ci ? { CI: 'true' } : {}),
});

/** What each setting leads to, and the numbered questions where they are asked for. */
const terminals: readonly Terminal[] = settings.flatMap((setting) => {
  const { columns, dumb, ci } = setting;
  const at = { columns, env: envOf(setting) };
  const asked: Terminal = { ...at, words: '', form: ci ? 'report' : dumb ? 'plain' : 'screens' };
  return ci || dumb ? [asked] : [asked, { ...at, words: '--accessible', form: 'plain' }];
});

const says = ({ words, form, columns, env }: Terminal): string =>
  [form, `${columns} columns`, words, ...Object.entries(env).map(([name, value]) => `${name}=${value}`)].join(' ');

const ends = { report: 'code=', screens: '1 Continue', plain: 'Type 1 to' } as const;
const leaves: Readonly<Record<Form, readonly string[]>> = { report: [], screens: ['q'], plain: ['quit\r'] };

async function shown({ words, form, columns, env }: Terminal): Promise<Program> {
  // The shell waits for a key: what is written just before a terminal closes can be lost.
  const line = `whydenied --no-save ${words} ${quoted(assumeRole)}; echo "code=$?"; read -r _`;
  const program = new Program(line, { cwd, columns, rows: 60, env });
  await program.screen.sees(ends[form]);
  await program.type(...leaves[form]);
  await program.screen.sees('code=');
  await program.type('\r');
  await program.ended;
  return program;
}

/** Of colours, of the cursor and of modes. */
const commands = /\u001b\[[0-9;?]*[A-Za-z]/g;
const colours = /^\u001b\[[0-9;]*m$/;
const exempt = /arn:|https:|--answer|aws /;

function expectFits({ form, columns, env }: Terminal, { written }: Program): void {
  const sent = written.match(commands) ?? [];
  const isPlain = 'NO_COLOR' in env || env['TERM'] === 'dumb';
  if (isPlain) expect(sent.filter((one) => colours.test(one))).toEqual([]);
  if (form !== 'screens') expect(sent.filter((one) => !colours.test(one))).toEqual([]);
  const lines = written.replace(commands, '').split(/\r?\n/);
  if (form !== 'screens') expect(lines.filter((line) => columnsOf(line) > columns && !exempt.test(line))).toEqual([]);
  if (env['LANG'] === 'C') expect(written.replace(commands, '')).toMatch(/^[\r\n\b -~]*$/);
  expect(written).toMatch(/code=0\s*$/);
}

describe('a terminal of every make', () => {
  it.concurrent.each(terminals.map((terminal) => [says(terminal), terminal] as const))('%s', async (_, terminal) => {
    expectFits(terminal, await shown(terminal));
  });
});

const signals = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const;
const forms = ['screens', 'plain', 'dumb'] as const;
const moments = [60, 600];
const cases = signals.flatMap(([signal, code]) =>
  forms.flatMap((form) =>
    moments.map((moment) => [signal, form, moment + Math.floor(Math.random() * 500), code] as const),
  ),
);

describe('a signal at any moment', () => {
  it.concurrent.each(cases)('%s, %s, after %i ms', async (signal, form, moment, code) => {
    const folder = mkdtempSync(join(cwd, 'signal-'));
    const words = [...command, '--no-save', ...(form === 'plain' ? ['--accessible'] : []), assumeRole];
    const start = `sh -c 'echo $$ > pid; exec "$0" "$@"' ${words.map(quoted).join(' ')}`;
    const sane = `stty -a | tr ' ;' '\\n\\n' | grep -x -e icanon -e echo -e isig | tr '\\n' ' '`;
    const env = form === 'dumb' ? { TERM: 'dumb' } : {};
    const program = new Program(`${start}; echo "code=$?"; ${sane}; read -r _`, { cwd: folder, env, rows: 40 });
    await pause(moment);
    process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')), signal);
    await program.screen.sees('code=', 'icanon', 'isig', 'echo');
    await program.type('\r');
    await program.ended;
    const end = program.written.slice(program.written.lastIndexOf('code='));
    expect(end).toMatch(new RegExp(`^code=${code}\\b`));
    expect(program.screen.isPasteMarked).toBe(false);
  });
});
