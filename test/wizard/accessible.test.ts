// The numbered questions: lines in, words out, the same reducer behind them; nothing that moves a cursor, and nothing wider than the terminal.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Kept, WizardResult } from '../../src/wizard/contract.ts';
import { runPlain, type PlainOptions } from '../../src/wizard/accessible/run.ts';
import { bareError, callerArn, playbooks, secondError } from './playbooks.ts';
import { pause } from './screen.ts';
import { VirtualTerminal } from './virtual-terminal.ts';

vi.setConfig({ testTimeout: 30_000 });

/** A person takes longer than a paste. */
const later = '(later)';

interface Held {
  readonly lines: readonly string[];
  readonly result: WizardResult;
  readonly written: string;
  readonly kept: readonly Kept[];
}

/** Says one line after the other, each once the program asks for it. */
async function held(said: readonly string[], given: Partial<PlainOptions> = {}, columns = 80): Promise<Held> {
  const { text = bareError, ...others } = given;
  const terminal = new VirtualTerminal(columns, 500);
  const written: string[] = [];
  const kept: Kept[] = [];
  const write = terminal.output.write.bind(terminal.output);
  const output = Object.assign(terminal.output, {
    write: (text: string) => {
      written.push(text);
      return write(text);
    },
  });
  const running = runPlain({
    ...(text === '' ? {} : { text }),
    ...{ playbooks, input: terminal.input, output, colour: false, ascii: false, version: '0' },
    ...{ save: () => Promise.resolve(), keep: (now: Kept) => kept.push(now), isDumb: false },
    onInterrupt: () => () => undefined,
    ...others,
  });
  for (const line of said) {
    if (line === later) await pause(200);
    else await terminal.type(`${line}\r`);
  }
  const result = await running;
  return { lines: written.join('').split('\n'), result, written: written.join(''), kept };
}

const identity = `"UserId": "AIDA", "Account": "111122223333", "Arn": "${callerArn}"`;

const toWho = ['', ''];
const toNoDeny = [...toWho, callerArn];

const paths: readonly (readonly [says: string, said: readonly string[], answers: object, shown: readonly string[]])[] =
  [
    ['Enter takes the way on', ['', 'quit'], {}, ['Part 3 of 5: Playbook', '1. Go through its steps']],
    ['a typed answer', [...toNoDeny, 'quit'], { 'describe/who': callerArn }, ['No Deny statement covers']],
    ['a number', [...toNoDeny, '2', 'quit'], { 'describe/no-deny': 'fail' }, ['now confirmed: A policy of the caller']],
    ['the beginning of a choice', [...toNoDeny, 'no', 'q'], { 'describe/no-deny': 'fail' }, ['Causes: 1 confirmed']],
    ['Enter is no answer', [...toNoDeny, '', 'q'], { 'describe/who': callerArn }, ['Type 1 to 3, or help']],
    ['a number too large', [...toNoDeny, '4', 'q'], {}, ['Type 1 to 3, or help']],
    ['a word that fits nothing', [...toNoDeny, 'maybe', 'q'], {}, ['Type 1 to 3, or help']],
    ['several numbers', [...toWho, '', 's', 's', '1 3', 'q'], { 'describe/conditions': ['mfa', 'network'] }, []],
    [
      'several, one after the other',
      [...toWho, '', 's', 's', '2,3', 'q'],
      { 'describe/conditions': ['region', 'network'] },
      [],
    ],
    ['the tenth choice', [...toWho, '', 's', '10', 'q'], { 'describe/place': 'other' }, ['10. In other']],
    [
      'back, and the answer is in brackets',
      [...toNoDeny, '1', 'back', 'q'],
      { 'describe/no-deny': 'pass' },
      ['Type 1 to 3 [1]:'],
    ],
    ['skip takes an answer back', [...toNoDeny, '1', 'back', 'skip', 'q'], { 'describe/who': callerArn }, []],
    ['a text that cannot be read', [...toWho, 'nobody', 'q'], {}, ['This cannot be read.']],
    ['a document of several lines', [...toWho, '{', identity, '}', 'q'], { 'describe/who': `{\n${identity}\n}` }, []],
    ['help', ['help', 'q'], {}, ['quit: Ends and prints the report.', 'repeat: Says it all again.']],
    ['repeat', ['', 'repeat', 'q'], {}, ['Why this one:']],
    ['all causes and back', [...toNoDeny, 'causes', '', 'q'], {}, ['Enter goes back:']],
    ['search', ['search', 'describe', '1', 'q'], {}, ['EC2 refused a Describe call']],
    ['nothing to type about keys', [...toWho, '', 's', 's', 'q'], {}, ['Numbers of all that apply']],
  ];

describe('said in words', () => {
  it.each(paths)('%s', async (_, said, answers, shown) => {
    const { written, result, kept } = await held(said);
    for (const part of shown) expect(written).toContain(part);
    expect(kept.at(-1)?.progress.answers).toMatchObject(answers);
    expect(written).not.toMatch(/Space or a digit/);
    expect(result.code).toBe(0);
  });

  it('an error over several lines, an empty one among them', async () => {
    const { kept, written } = await held([`$ aws\r\r${bareError}\r`, later, 'q'], { text: '' });
    expect(written).toContain('Paste the error');
    expect(kept.at(-1)?.progress.text).toContain(bareError);
  });

  it('Ctrl-C ends it with 130 and the flags, Ctrl-D as quit does', async () => {
    expect((await held([...toNoDeny, '\u0003'])).result).toMatchObject({
      code: 130,
      flags: ['--answer', `describe/who=${callerArn}`],
    });
    expect((await held(['\u0004'])).result.code).toBe(0);
  });
});

const words = [
  '',
  '1',
  '2',
  '3',
  'back',
  'skip',
  'help',
  'causes',
  'result',
  'all steps',
  'search',
  'copy',
  'nonsense',
  callerArn,
];

/** What is typed behind a question goes on in the next row by itself. */
const exempt = /arn:|https:|: [\w ]{1,9}$/;

describe('whatever is said in whatever order', () => {
  it.each([
    [30, true],
    [80, false],
  ])('fits %i columns and moves no cursor (ASCII %s)', (columns, ascii) =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...words), { maxLength: 12 }), async (said) => {
        const text = `${bareError}\n${secondError}`;
        const { lines, written } = await held([...said, '\u0003'], { text, ascii }, columns);
        expect(written).not.toMatch(/\u001b/);
        if (ascii) expect(written).toMatch(/^[\n\b -~]*$/);
        const wide = lines.filter((line) => line.length > columns && !exempt.test(line));
        expect(wide).toEqual([]);
      }),
      { numRuns: 12 },
    ),
  );
});
