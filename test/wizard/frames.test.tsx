// The screens as a person sees them, drawn by Ink: what must be in sight on each, at the usual size.
import { render } from 'ink-testing-library';
import { describe, expect, it } from 'vitest';
import { App } from '../../src/wizard/app.tsx';
import { terminalOf } from '../../src/wizard/shell/terminal.ts';
import { themeOf } from '../../src/wizard/layout/theme.ts';
import { bareError, callerArn, secondError } from './playbooks.ts';
import { Session } from './session.ts';

const pause = () => new Promise((resolve) => setTimeout(resolve, 20));
const isFrame = (written: string) => !written.startsWith('\u001b[?');

const down = '\u001b[B';
const toNoDeny = ['\r', '\r', callerArn, '\r'];

interface Shown {
  readonly text?: string;
  readonly ascii?: boolean;
  readonly colour?: boolean;
}

/** Types into the wizard as Ink draws it; gives the last frame. */
async function shown({ text, ascii = false, colour = false }: Shown, sent: readonly string[]): Promise<string> {
  const session = await new Session(text === undefined ? {} : { text }).settled();
  const output = Object.assign(new (await import('node:stream')).PassThrough(), { columns: 80, rows: 24 });
  const terminal = terminalOf(output as unknown as NodeJS.WriteStream);
  const app = render(<App store={session.store} theme={themeOf({ colour, ascii })} terminal={terminal} />);
  await pause();
  for (const piece of sent) {
    app.stdin.write(piece);
    await session.settled();
    await pause();
  }
  const frame = app.frames.filter(isFrame).at(-1) ?? '';
  app.unmount();
  return frame;
}

const screens: readonly (readonly [name: string, given: Shown, sent: readonly string[], parts: readonly string[]])[] = [
  ['the input', {}, [], ['[Error]', 'Paste the error', 'Ctrl-D done', 'Tab playbooks']],
  ['a pasted text with its cursor', {}, ['\u001b[200~one\rtwo\u001b[201~'], ['│ one', '│ two▏']],
  [
    'families',
    {},
    ['\t'],
    ['❯ 1 fall back (1 playbook)', '  2 identity (2 playbooks)', '▏ Type a word', 'Enter choose'],
  ],
  [
    'a playbook as a blank list',
    {},
    ['\t', down, '\r', '1'],
    ['An error it knows:', ' 3 No Deny statement covers it', '❯ 1 Go through its steps'],
  ],
  [
    'what was read',
    { text: bareError },
    [],
    ['Who called  unknown', 'API         DescribeInstances', 'When        unknown', 'Read from'],
  ],
  [
    'that nothing was read',
    { text: 'hello' },
    [],
    ['No AWS access-denied error', '❯ 1 Correct this text', '  2 Paste another error', '  3 Search all playbooks'],
  ],
  ['where in the text', { text: `start\n\n${bareError}` }, [], ['Read from line 3 of 3']],
  [
    'other errors',
    { text: `${bareError}\n${secondError}` },
    ['2'],
    ['1 Denied: ec2:DescribeInstances', '2 Denied: RunInstances'],
  ],
  [
    'why a playbook',
    { text: bareError },
    ['\r'],
    ['EC2 refused a Describe call', 'Why this one:', '✓ The service is ec2. (message)', 'Instead: A service refused'],
  ],
  [
    'a step',
    { text: bareError },
    toNoDeny,
    [
      'Step 3 of 7 (A2 in AWS',
      'No Deny statement covers ec2:DescribeInstances',
      'A Deny always wins.',
      'Console: IAM',
      '1 Yes, this is so',
      '3 I cannot tell',
      'c copy',
    ],
  ],
  [
    'a step that settled itself',
    { text: bareError },
    ['\r', '\r'],
    ['✓ The error is an authorization error (pass, message)'],
  ],
  [
    'a command at the left margin',
    { text: bareError },
    toNoDeny,
    ['\naws iam list-attached-user-policies --user-name ci\n'],
  ],
  [
    'what an answer changed',
    { text: bareError },
    [...toNoDeny, '2'],
    ['now confirmed: A policy of the caller denies it', 'Causes: 1 confirmed, 0 open, 1 ruled out'],
  ],
  [
    'an answer given before',
    { text: bareError },
    [...toNoDeny, '2', 'a', '3'],
    ['✗ fail, your answer', 'Take the action out of the Deny statement.', '❯ 2 No, this is not so'],
  ],
  ['marks of several', { text: bareError }, [...toNoDeny, '1', 's', '2'], ['❯ 2 ◉ Region', '  1 ○ MFA']],
  ['causes', { text: bareError }, [...toNoDeny, '2', 'v'], ['Confirmed\n', 'CONFIRMED (your answer)', 'Ruled out\n']],
  [
    'the fix',
    { text: bareError },
    [...toNoDeny, '2', 'r'],
    ['Cause: A policy of the caller denies it', 'Owner: IAM administrator', '"Version": "2012-10-17"'],
  ],
  [
    'the end of the fix',
    { text: bareError },
    [...toNoDeny, '2', 'r', '\u001b[6~'],
    ['Deleting the whole policy.', 'aws ec2 describe-instances'],
  ],
  ['still unknown', { text: bareError }, [...toNoDeny, '2', 'r', '\u001b[6~', '\u001b[6~'], ['Still unknown']],
  [
    'all steps',
    { text: bareError },
    [...toNoDeny, 'a', down],
    ['1 ✓ The error is an authorization error', '❯ 2 ✓ Who is calling?', '3 ○ No Deny statement'],
  ],
  ['the file name', { text: bareError }, ['\r', 'r', 'm'], ['File name:', '│ checklist.md▏']],
  ['that it was saved', { text: bareError }, ['\r', 'r', 'm', '\r'], ['✓ Saved checklist.md']],
  [
    'help',
    { text: bareError },
    [...toNoDeny, '?'],
    ['Terms on this screen', 'caller\nWhoever signed', 'Keys\n', '-- rows', 'Type a term', 'Esc back'],
  ],
  ['signs in ASCII', { text: bareError, ascii: true }, ['\r', '\r'], ['| _ Type or paste', '+ The error is']],
  [
    'hostile text as text',
    { text: bareError.replace('You', 'Y\u001b[31mou\u202e') },
    [],
    ['Denied: ec2:DescribeInstances'],
  ],
];

describe('a person sees', () => {
  it.each(screens)('%s', async (_, given, sent, parts) => {
    const frame = await shown(given, sent);
    for (const part of parts) expect(`\n${frame}\n`).toContain(part);
    expect(frame).not.toContain('\u001b');
  });

  it('colours where they are wanted, and the same words', async () => {
    const [plain, painted] = [
      await shown({ text: bareError }, ['\r']),
      await shown({ text: bareError, colour: true }, ['\r']),
    ];
    expect(painted).toContain('\u001b[');
    expect(painted.replace(/\u001b\[\d+m/g, '')).toBe(plain);
  });
});
