// Whatever is pressed: the answers written as a file, read as --answers reads it, give the same diagnosis by flags; what a session keeps goes on at the same place.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Call } from '../../src/cli/call.ts';
import { readAnswers } from '../../src/cli/known/answers.ts';
import { chosenDenial } from '../../src/cli/readings.ts';
import { diagnose } from '../../src/diagnose.ts';
import type { Progress } from '../../src/wizard/contract.ts';
import { progressOf } from '../../src/wizard/session/progress.ts';
import { answersFile } from '../../src/wizard/shell/answers-file.ts';
import { optionsAt } from '../../src/wizard/state/options.ts';
import type { WizardState } from '../../src/wizard/state/wizard-state.ts';
import { bareError, callerArn, playbooks, secondError } from './playbooks.ts';
import { Session } from './session.ts';

const text = `${bareError}\n${secondError}`;
const hostile = `${callerArn}: "#'\u202e\n- {x`;
const digits = ['1', '2', '3', '4', '5'];
const others = ['s', 'b', 'a', 'r', 'v', ' ', '?', 'enter', 'enter', 'down', 'tab', 'escape', callerArn, hostile];
const keys = fc.array(fc.constantFrom(...digits, ...others), { minLength: 3, maxLength: 25 });
const file = join(mkdtempSync(join(tmpdir(), 'whydenied-answers-')), 'answers.yaml');

const walked = async (pressed: readonly string[]): Promise<WizardState> =>
  (await new Session({ text }).press('enter', 'enter', ...pressed)).state;

/** As the command line would take it. */
async function byFlags({ answers, denial }: WizardState) {
  writeFileSync(file, answersFile(answers, denial));
  const given: Call['given'] = new Map([
    ['answers', [file]],
    ['denial', [String(denial + 1)]],
  ]);
  const call: Call = { command: 'diagnose', words: [], forced: false, given, rest: [], version: '0' };
  return { text, playbooks, answers: await readAnswers(call), ...chosenDenial(call, text) };
}

describe('a file of answers', () => {
  it('repeats every walk', () =>
    fc.assert(
      fc.asyncProperty(keys, async (pressed) => {
        const state = await walked(pressed);
        if (state.text !== text || state.diagnosis === undefined) return;
        const again = await byFlags(state);
        expect(again.answers).toEqual(state.answers);
        expect(await diagnose(again)).toEqual(state.diagnosis);
      }),
      { numRuns: 60 },
    ));
});

describe('a file of answers as it is written', () => {
  it('keeps to visible characters, one line a step', () => {
    const content = answersFile({ 'describe/who': hostile, 'describe/conditions': ['mfa', 'region'] }, 1);
    expect(content.split('\n')).toEqual([
      '# Answers to the steps. With the same error, --answers FILE --denial 2 repeats them.',
      `"describe/who": ${JSON.stringify(hostile).replace('\u202e', '\\u202e')}`,
      '"describe/conditions": ["mfa","region"]',
      '',
    ]);
  });

  it('is saved from the result, under a name of its own', async () => {
    const session = await new Session({ text: bareError }).press('enter', 'enter', callerArn, 'enter', '1', 'r');
    const options = optionsAt(session.state, session.state.place);
    const position = options.findIndex((option) => option.kind === 'action' && option.action === 'answers');
    session.store.tell({ kind: 'chosen', positions: [position] });
    await session.press('enter');
    expect(session.files.get('answers.yaml')).toContain(`"describe/who": "${callerArn}"`);
  });
});

describe('what a session keeps', () => {
  it('goes on at the same place with the same diagnosis', () =>
    fc.assert(
      fc.asyncProperty(keys, async (pressed) => {
        const state = await walked(pressed);
        const progress = progressOf(state);
        if (progress === undefined || state.exit !== undefined) return;
        const { state: again } = await new Session({
          progress: JSON.parse(JSON.stringify(progress)) as Progress,
        }).settled();
        expect(again.answers).toEqual(state.answers);
        if (state.text === undefined || state.busy !== undefined) return;
        expect(again.diagnosis).toEqual(state.diagnosis);
        const last = progress.trail.at(-1)?.screen;
        expect(again.place.screen).toBe(last === 'input' ? 'read' : last);
      }),
      { numRuns: 40 },
    ));
});
