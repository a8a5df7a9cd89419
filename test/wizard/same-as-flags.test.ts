// The wizard and the flags lead to the same place: the worked examples of AWS's article, walked at random, give the same JSON either way.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { version } from '../../src/cli/version.ts';
import { diagnose } from '../../src/diagnose.ts';
import { loadPlaybooks } from '../../src/playbook/load.ts';
import { renderJson } from '../../src/render/json.ts';
import { quoted } from '../../src/playbook/shell.ts';
import { flagsOf } from '../../src/wizard/shell/flags.ts';
import { optionsAt } from '../../src/wizard/state/options.ts';
import { isTyping } from '../../src/wizard/state/step-options.ts';
import type { WizardState } from '../../src/wizard/state/wizard-state.ts';
import { command } from './program.ts';
import { Session } from './session.ts';

vi.setConfig({ testTimeout: 60_000 });

const bare = 'You are not authorized to perform this operation.';
const examples = {
  A: `An error occurred (UnauthorizedOperation) when calling the DescribeInstances operation: ${bare}`,
  B: 'An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:iam::123456789012:user/test is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::123456789012:role/EC2-FullAccess',
  C: 'An error occurred (AccessDenied) when calling the GetSessionToken operation: Cannot call GetSessionToken with session credentials',
  D: `An error occurred (UnauthorizedOperation) when calling the AssociateIamInstanceProfile operation: ${bare} Encoded authorization failure message: ${'aB3dE5gH-jK9mN1pQ_'.repeat(20)}`,
} as const;

const texts = [
  'arn:aws:iam::123456789012:user/test',
  'arn:aws:sts::111122223333:assumed-role/app/i-0abc',
  '{"UserId": "AIDAEXAMPLE", "Account": "123456789012", "Arn": "arn:aws:iam::123456789012:user/o\'neill"}',
  '{"allowed": false, "explicitDeny": true, "context": {"action": "iam:PassRole", "resource": "arn:aws:iam::123456789012:role/web"}}',
  'prod',
];

const set = await loadPlaybooks();

function keysAt(state: WizardState, dice: number): readonly string[] {
  if (isTyping(state)) return dice % 4 === 0 ? ['tab'] : ['ctrlU', texts[dice % texts.length] ?? '', 'enter'];
  const options = optionsAt(state, state.place).length;
  return ['home', ...Array.from({ length: dice % options }, () => 'down'), 'enter'];
}

/** Answers each step by the throw of a die, until the result or the last throw. */
async function walk(text: string, dice: readonly number[]): Promise<Session> {
  const session = await new Session({ text, playbooks: set.playbooks }).press('enter');
  const steps = optionsAt(session.state, session.state.place).findIndex(
    (option) => option.kind === 'action' && option.action === 'walk',
  );
  await session.press(String(steps + 1));
  for (const throwOf of dice) {
    if (session.screen !== 'step') break;
    await session.press(...keysAt(session.state, throwOf));
    // A text that its question does not take is left out.
    if (session.state.notice?.kind === 'unreadable') await session.press('ctrlU', 'tab');
  }
  return session;
}

const dice = fc.array(fc.nat({ max: 59 }), { minLength: 3, maxLength: 20 });
const names = Object.keys(examples) as readonly (keyof typeof examples)[];

describe('the same answers', () => {
  it.each(names)('give the same JSON at random: example %s', (name) =>
    fc.assert(
      fc.asyncProperty(dice, async (throws) => {
        const { state } = await walk(examples[name], throws);
        const again = await diagnose({ text: examples[name], playbooks: set, answers: state.answers });
        expect(state.diagnosis === undefined ? '' : renderJson(state.diagnosis)).toBe(renderJson(again));
      }),
      { numRuns: 20 },
    ),
  );

  it.each(names)('give the same JSON as flags on a command line: example %s', async (name) => {
    const { state } = await walk(examples[name], [1, 2, 0, 1, 2, 3, 1, 0, 2, 1, 2, 7, 1, 1]);
    const line = [...command.map(quoted), '--json', '--no-input', quoted(examples[name]), ...flagsOf(state)].join(' ');
    const { stdout } = await promisify(execFile)('/bin/sh', ['-c', line]);
    expect(Object.keys(state.answers).length).toBeGreaterThan(0);
    expect(JSON.parse(stdout)).toEqual(
      JSON.parse(state.diagnosis === undefined ? '' : renderJson(state.diagnosis, { version })),
    );
  });
});
