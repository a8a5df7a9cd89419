// The wizard on a terminal: history stays, a resize leaves no ghosts, and the terminal is given back.
import { describe, expect, it, vi } from 'vitest';
import type { WizardResult } from '../../src/wizard/contract.ts';
import { bareError, callerArn, playbooks } from './playbooks.ts';
import { VirtualTerminal } from './virtual-terminal.ts';

// Ink draws nothing where it believes to run unattended, and it looks when it is loaded.
vi.stubEnv('CI', 'false');
const { runWizard } = await import('../../src/wizard/run.tsx');

vi.setConfig({ testTimeout: 30_000 });

const start = (terminal: VirtualTerminal, text = bareError): Promise<WizardResult> =>
  runWizard({
    text,
    playbooks,
    input: terminal.input,
    output: terminal.output,
    colour: true,
    ascii: false,
    version: '0',
    save: () => Promise.resolve(),
  });

async function withHistory(columns: number, rows: number) {
  const terminal = new VirtualTerminal(columns, rows);
  const history = Array.from({ length: 60 }, (_, at) => `earlier line ${at + 1}`);
  terminal.output.write(`${history.join('\n')}\n`);
  const result = start(terminal);
  await terminal.screen.sees('1 Continue');
  return { terminal, history, result };
}

const tour: readonly (readonly [keys: readonly string[], sight: string])[] = [
  [['\r'], 'Why this one'],
  [['\r'], 'Who is calling?'],
  [[callerArn, '\r'], 'Step 3 of 7'],
  [['2'], 'Step 4 of 8'],
  [['v'], 'Confirmed'],
  [['b', 'r'], 'Cause: '],
  [['\u001b[6~'], '"Effect": "Allow"'],
  [['?'], 'Terms on this screen'],
  [['\u001b'], 'Save Markdown'],
  [['/'], 'Which kind of denial?'],
  [['e', 'c', '2'], '1 playbook with "ec2"'],
  [['\u001b'], 'Save Markdown'],
  [['c'], 'What to copy?'],
  [['\u001b'], 'Save Markdown'],
];

const heads = (terminal: VirtualTerminal) => terminal.screen.inSight.filter((line) => line.startsWith('whydenied'));

describe('a terminal', () => {
  it('keeps its history through every screen, and afterwards', async () => {
    const { terminal, history, result } = await withHistory(80, 20);
    for (const [key, sight] of tour) {
      await terminal.type(...key);
      await terminal.screen.sees(sight);
    }
    expect(terminal.screen.lines.slice(0, 60)).toEqual(history);
    expect(heads(terminal)).toHaveLength(1);
    await terminal.type('q');
    await result;
    expect(terminal.screen.lines).toEqual(history);
  });
});

describe('a terminal whose size changes', () => {
  it.each([
    [80, 24, 44, 20],
    [100, 30, 40, 24],
    [50, 20, 90, 30],
    [80, 24, 80, 14],
  ])('shows one frame after a resize from %i×%i to %i×%i', async (columns, rows, toColumns, toRows) => {
    const { terminal, result } = await withHistory(columns, rows);
    await terminal.type('\r', '\r', callerArn, '\r');
    await terminal.screen.sees('Step 3 of 7');
    terminal.resize(toColumns, toRows);
    // Another screen is drawn after the resize, and with the resize behind it.
    await terminal.type('b');
    await terminal.screen.sees('Enter done');
    await terminal.type('\r');
    await terminal.screen.sees('Step 3 of 7', '1 Yes, this is so');
    expect(heads(terminal)).toHaveLength(1);
    expect(terminal.screen.inSight.filter((line) => line.includes('1 Yes, this is so'))).toHaveLength(1);
    await terminal.type('q');
    await result;
  });
});

describe('a terminal at the end', () => {
  it.each([
    ['q', 0],
    ['\u0003', 130],
  ])('is given back by %j with code %i, and the flags repeat the answers', async (key, code) => {
    const { terminal, result } = await withHistory(80, 24);
    expect([terminal.isRaw, terminal.screen.isPasteMarked]).toEqual([true, true]);
    await terminal.type('\r', '\r', callerArn, '\r', '2', key);
    expect(await result).toMatchObject({
      code,
      flags: ['--answer', `describe/who=${callerArn}`, '--answer', 'describe/no-deny=fail'],
      diagnosis: { causes: [{ id: 'deny', state: 'confirmed' }, {}] },
    });
    expect([terminal.isRaw, terminal.screen.isPasteMarked]).toEqual([false, false]);
  });
});
