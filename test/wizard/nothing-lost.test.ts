// Going back and forward loses nothing, changing an answer recomputes only what depends on it, and the result is never out of reach.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { loadPlaybooks } from '../../src/playbook/load.ts';
import { optionsAt } from '../../src/wizard/state/options.ts';
import { isTyping } from '../../src/wizard/state/step-options.ts';
import type { WizardState } from '../../src/wizard/state/wizard-state.ts';
import { bareError, callerArn } from './playbooks.ts';
import { Session } from './session.ts';

vi.setConfig({ testTimeout: 60_000 });

const toWho = ['enter', 'enter'];
const toNoDeny = [...toWho, callerArn, 'enter'];
const toConditions = [...toNoDeny, '1', '4', 'enter'];

const begun = () => new Session({ text: bareError });

describe('going back and forward', () => {
  it('returns to the very place, with its cursor', async () => {
    const session = await begun().press(...toNoDeny, '1', 'down', 'down');
    const { place } = session.state;
    await session.press('b', 'right');
    expect(session.state.place).toEqual(place);
    await session.press('v', 'b', 'b', 'f');
    expect(session.state.place).toEqual(place);
  });

  it('keeps a text that was typed and not sent', async () => {
    const session = await begun().press(...toWho, 'arn:aws:iam', 'escape', 'enter');
    expect(session.state.place).toMatchObject({ at: { step: 'who' }, draft: { text: 'arn:aws:iam' } });
  });

  it('keeps marks that were not confirmed', async () => {
    const session = await begun().press(...toConditions, '2', '3', 'b', 'enter');
    expect(session.state.place).toMatchObject({ at: { step: 'conditions' }, marked: ['region', 'network'] });
  });
});

describe('going back', () => {
  it('keeps the text of another error that was begun', async () => {
    const session = await begun().press('3', 'another', 'escape', '3');
    expect(session.state.place).toMatchObject({ screen: 'input', draft: { text: 'another' } });
  });

  it('keeps nothing of what was sent', async () => {
    const session = await begun().press(...toNoDeny, 'b', 'ctrlU', 'enter', 'a', '2');
    expect(session.state.place).toMatchObject({ at: { step: 'who' }, draft: { text: '' } });
  });

  it('corrects the text with its answers kept where it stays the same', async () => {
    const session = await begun().press(...toNoDeny, '1', 'b', 'b', 'b', 'b', 'e', 'ctrlD');
    expect(session.state.answers).toMatchObject({ 'describe/no-deny': 'pass' });
  });
});

const set = await loadPlaybooks();
const assumeRole =
  'An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:iam::123456789012:user/test is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::123456789012:role/EC2-FullAccess';

const stepsOf = ({ diagnosis }: WizardState) => new Map((diagnosis?.steps ?? []).map((step) => [step.id, step]));

describe('changing an answer', () => {
  it('changes the step itself and those that ask for it, and no other', async () => {
    const session = await begun().press(...toConditions);
    const before = stepsOf(session.state);
    await session.press('a', '3', '2');
    const after = stepsOf(session.state);
    const changed = [...after].filter(([id, step]) => JSON.stringify(step) !== JSON.stringify(before.get(id)));
    expect(changed.map(([id]) => id)).toEqual(['no-deny', 'after-deny']);
    expect(session.state.answers).toMatchObject({ 'describe/who': callerArn, 'describe/place': 'role' });
  });

  it('leaves the outcomes of the real steps before it as they are', async () => {
    const session = await new Session({ text: assumeRole, playbooks: set.playbooks }).press(
      'enter',
      'enter',
      '1',
      '1',
      '2',
    );
    const before = stepsOf(session.state);
    await session.press('a', '3', 'enter', '1');
    const after = stepsOf(session.state);
    for (const id of ['role-exists', 'trust-no-deny', 'scp-no-deny'])
      expect(after.get(id)?.outcome).toBe(before.get(id)?.outcome);
    expect(after.get('trust-names-caller')?.outcome).toBe('pass');
  });
});

const keys = [
  '1',
  '2',
  '3',
  's',
  'a',
  'v',
  'b',
  'f',
  '?',
  '/',
  'o',
  'c',
  'e',
  'p',
  'enter',
  'down',
  'right',
  'escape',
  'tab',
];

/** Leaves what is typed, and takes what leads to the result. */
async function toResult(session: Session): Promise<void> {
  for (let tries = 0; tries < 60 && session.screen !== 'result'; tries += 1) {
    const { state } = session;
    const result = optionsAt(state, state.place).findIndex((o) => o.kind === 'action' && o.action === 'result');
    const isFirst = state.place.screen === 'read' && state.diagnosis !== undefined;
    if (isTyping(state) && state.place.screen !== 'step') await session.press('escape');
    else if (isTyping(state)) await session.press('ctrlU', 'tab');
    else if (isFirst) await session.press('home', 'enter');
    else if (result >= 0) await session.press(String(result + 1));
    else await session.press(['match', 'step', 'steps', 'causes'].includes(state.place.screen) ? 'r' : 'escape');
  }
}

describe('the result', () => {
  it('can be reached from wherever keys lead', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...keys), { maxLength: 20 }), async (pressed) => {
        const session = await begun().press(...pressed);
        await toResult(session);
        expect(session.screen).toBe('result');
      }),
      { numRuns: 40 },
    ));
});

describe('the state', () => {
  it('is plain data at every moment, so that it can be kept', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...keys), { maxLength: 15 }), async (pressed) => {
        const { playbooks, ...state } = (await begun().press(...pressed)).state;
        expect(playbooks.length).toBeGreaterThan(0);
        expect(JSON.parse(JSON.stringify(state))).toEqual(JSON.parse(JSON.stringify(structuredClone(state))));
      }),
      { numRuns: 20 },
    ));
});
