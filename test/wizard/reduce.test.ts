// What each key leads to, as paths: the keys pressed, then the screen and the answers there.
import { describe, expect, it } from 'vitest';
import { bareError, callerArn, secondError } from './playbooks.ts';
import { Session } from './session.ts';

const toWho = ['enter', 'enter'];
const toNoDeny = [...toWho, callerArn, 'enter'];
const denied = { 'describe/who': callerArn, 'describe/no-deny': 'fail' };
const toPlace = [...toNoDeny, '1'];
const toConditions = [...toPlace, '4', 'enter'];

const paths: readonly (readonly [name: string, keys: readonly string[], screen: string, answers: object])[] = [
  ['starts at what was read', [], 'read', {}],
  ['goes on to the playbook', ['enter'], 'match', {}],
  ['passes a step that settled itself', toWho, 'step', {}],
  ['takes a pasted text', toNoDeny, 'step', { 'describe/who': callerArn }],
  ['refuses a text that cannot be read', [...toWho, 'nobody', 'enter'], 'step', {}],
  ['takes no empty text for an answer', [...toWho, 'enter'], 'step', {}],
  ['a digit chooses', toPlace, 'step', { 'describe/who': callerArn, 'describe/no-deny': 'pass' }],
  ['arrows and Enter choose', [...toWho, 'tab', 'down', 'enter'], 'step', { 'describe/no-deny': 'fail' }],
  ['the arrow wraps', [...toWho, 'tab', 'up', 'enter'], 'step', { 'describe/no-deny': 'unknown' }],
  ['digits only move in a long list', [...toWho, 'tab', 's', '1', '0'], 'step', {}],
  ['two digits reach the tenth', [...toWho, 'tab', 's', '1', '0', 'enter'], 'step', { 'describe/place': 'other' }],
  ['I do not know leaves it open', [...toWho, 'tab', 's', '1', '1', 'enter'], 'step', {}],
  [
    'marks and confirms several',
    [...toWho, 'tab', 's', 's', '1', '3', 'enter'],
    'step',
    { 'describe/conditions': ['mfa', 'network'] },
  ],
  [
    'a mark can be taken back',
    [...toWho, 'tab', 's', 's', ' ', ' ', 'enter'],
    'step',
    { 'describe/conditions': ['mfa'] },
  ],
  ['skipping all leads to the result', [...toWho, 'tab', 's', 's', 's', 's', 's'], 'result', {}],
  ['skip takes an answer back', [...toPlace, 'escape', 's'], 'step', { 'describe/who': callerArn }],
  [
    'an answer can be changed',
    [...toPlace, 'escape', '2'],
    'step',
    { 'describe/who': callerArn, 'describe/no-deny': 'fail' },
  ],
  ['shows all causes', [...toPlace, 'v'], 'causes', { 'describe/who': callerArn, 'describe/no-deny': 'pass' }],
  ['shows the result at any time', [...toNoDeny, 'r'], 'result', { 'describe/who': callerArn }],
  ['lists all steps', [...toNoDeny, 'a'], 'steps', { 'describe/who': callerArn }],
  ['turns to another playbook', ['enter', '2', 'enter'], 'step', {}],
  ['copies the only command at once', [...toNoDeny, 'c'], 'step', { 'describe/who': callerArn }],
  ['lets choose what of the fix to copy', [...toNoDeny, '2', 'r', 'c'], 'copies', denied],
  ['shows help', [...toNoDeny, '?'], 'help', { 'describe/who': callerArn }],
  ['browses all playbooks', ['4'], 'search', {}],
  ['shows the request to the owner', [...toNoDeny, '2', 'r', 'o'], 'request', denied],
  ['saves the request', [...toNoDeny, '2', 'r', 'o', 's'], 'export', denied],
  ['searches from anywhere', [...toNoDeny, '/'], 'search', { 'describe/who': callerArn }],
  ['opens the text again', ['e'], 'input', {}],
  [
    'goes from conditions on',
    [...toConditions, 'enter'],
    'step',
    {
      'describe/who': callerArn,
      'describe/no-deny': 'pass',
      'describe/place': 'role',
      'describe/conditions': ['mfa'],
    },
  ],
];

describe('keys lead on', () => {
  it.each(paths)('%s', async (_, keys, screen, answers) => {
    const session = await new Session({ text: bareError }).press(...keys);
    expect(session.screen).toBe(screen);
    expect(session.state.answers).toEqual(answers);
  });
});

describe('back', () => {
  it.each(paths)('undoes the last step forward: %s', async (_, keys) => {
    const session = await new Session({ text: bareError }).press(...keys);
    const { place, history } = session.state;
    await session.press('escape');
    expect(session.state.history.length).toBe(Math.max(0, history.length - 1));
    expect(session.state.place).toEqual(history.at(-1) ?? place);
  });

  it('shows the answer that was given', async () => {
    const session = await new Session({ text: bareError }).press(...toNoDeny, '2', 'a', '3');
    expect(session.state.place).toMatchObject({ screen: 'step', at: { step: 'no-deny' }, cursor: 1 });
  });

  it('passes over a step that an answer made pointless', async () => {
    const session = await new Session({ text: bareError }).press(...toNoDeny, '2');
    expect(session.state.place).toMatchObject({ at: { step: 'after-deny' } });
    await session.press('enter', 'a', '3', '1', 'b', 'b', 'b');
    expect(session.state.place).not.toMatchObject({ at: { step: 'after-deny' } });
  });
});

describe('a text', () => {
  const typed: readonly (readonly [string, readonly string[], string])[] = [
    ['ends by Ctrl-D', [bareError, 'ctrlD'], 'read'],
    ['ends by Enter on an empty line', [bareError, 'enter', 'enter'], 'read'],
    ['goes on after one Enter', [bareError, 'enter'], 'input'],
    ['cannot be empty', ['ctrlD'], 'input'],
    ['can be replaced by a playbook from the list', ['tab'], 'search'],
    ['that holds no denial asks again', ['just a line', 'ctrlD', '2'], 'input'],
  ];
  it.each(typed)('%s', async (_, keys, screen) => {
    expect((await new Session().press(...keys)).screen).toBe(screen);
  });
});

describe('a text being typed', () => {
  it('is edited by the usual keys', async () => {
    const session = await new Session().press('ab', 'left', 'x', 'home', 'y', 'end', 'backspace', 'enter', 'up', 'z');
    expect(session.state.place).toMatchObject({ draft: { text: 'zyax\n' } });
  });
});

describe('a text of several errors', () => {
  it('keeps answers for each of its errors', async () => {
    const session = await new Session({ text: `${bareError}\n${secondError}` }).press(...toPlace);
    const { answers } = session.state;
    await session.press('escape', 'escape', 'escape', 'escape', '2', '2');
    expect(session.state).toMatchObject({
      denial: 1,
      answers: {},
      diagnosis: { denial: { operation: 'RunInstances' } },
    });
    await session.press('2', '1');
    expect(session.state).toMatchObject({
      denial: 0,
      answers,
      diagnosis: { denial: { operation: 'DescribeInstances' } },
    });
  });
});

describe('answers given beforehand', () => {
  const answers = { 'describe/who': callerArn };
  it.each([
    ['a text', [bareError, 'ctrlD', '1', '1']],
    ['a playbook from the list', ['tab', 'down', 'enter', '1', '1', '1']],
  ])('hold for %s', async (_, keys) => {
    const session = await new Session({ answers }).press(...keys);
    expect(session.state.place).toMatchObject({ screen: 'step', at: { step: 'no-deny' } });
    expect(session.state.answers).toEqual(answers);
  });
});

describe('without a text', () => {
  it('a playbook chosen from the list is walked', async () => {
    const session = await new Session().press('tab', 'down', 'enter', '1', '1', '1');
    expect(session.state.place).toMatchObject({ screen: 'step', at: { playbook: 'describe', step: 'who' } });
    await session.press('tab', '2', 'r', 'm', 'enter');
    expect(session.files.get('checklist.md')).toContain('A policy of the caller denies it');
    expect(session.state.diagnosis?.causes).toMatchObject([{ id: 'deny', state: 'confirmed' }, { state: 'ruledOut' }]);
  });
});

describe('saving', () => {
  const toResult = ['enter', '4'];

  it('offers a name, and writes the checklist there', async () => {
    const session = await new Session({ text: bareError }).press(...toResult, 'm', 'enter');
    expect(session.files.get('checklist.md')).toContain('DescribeInstances');
    expect(session.state).toMatchObject({
      place: { screen: 'result' },
      notice: { kind: 'saved', path: 'checklist.md' },
    });
  });

  it('asks before it overwrites, and by default does not', async () => {
    const session = new Session({ text: bareError });
    session.files.set('checklist.json', 'mine');
    await session.press(...toResult, 'j', 'enter');
    expect(session.screen).toBe('overwrite');
    await session.press('enter');
    expect(session.screen).toBe('export');
    expect(session.files.get('checklist.json')).toBe('mine');
    await session.press('enter', '1');
    expect(JSON.parse(session.files.get('checklist.json') ?? '')).toMatchObject({ schema: 'whydenied/diagnosis@1' });
  });

  it('says when it could not', async () => {
    const save = () => Promise.reject(new Error('no such folder'));
    const session = await new Session({ text: bareError }, { save }).press(...toResult, 'm', 'enter');
    expect(session.state.notice).toMatchObject({ kind: 'notSaved', detail: 'no such folder' });
  });
});

describe('leaving', () => {
  it.each([
    ['q', 0],
    ['ctrlC', 130],
  ])('%s ends with %i', async (key, code) => {
    const session = await new Session({ text: bareError }).press(key);
    expect(session.state.exit).toBe(code);
  });

  it('Ctrl-C works while a diagnosis is under way', () => {
    const session = new Session({ text: bareError });
    session.store.send([{ kind: 'key', key: 'ctrlC' }]);
    expect(session.state.exit).toBe(130);
  });
});

describe('keys pressed ahead', () => {
  it('wait for the diagnosis they follow', async () => {
    const session = new Session({ text: bareError });
    session.store.send(toWho.map(() => ({ kind: 'key', key: 'enter' })));
    await session.settled();
    expect(session.state.place).toMatchObject({ screen: 'step', at: { step: 'who' } });
  });

  it('are as many keys on a screen of choices, and a text where one is typed', async () => {
    const session = new Session({ text: bareError });
    session.store.send([{ kind: 'paste', text: '\r1rb', isMarked: false }]);
    await session.settled();
    expect(session.state.place).toMatchObject({ screen: 'step', draft: { text: 'rb' } });
  });
});
