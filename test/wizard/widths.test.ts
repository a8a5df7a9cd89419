// Search, help, copy and request at 40, 80 and 200 columns: what must be in sight on each, and that it fits.
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../src/render/text/width.ts';
import { themeOf } from '../../src/wizard/layout/theme.ts';
import { frameOf, rowsOfFrame, sizeOf } from '../../src/wizard/views/frame.ts';
import { bareError, callerArn } from './playbooks.ts';
import { Session } from './session.ts';

const toFix = ['enter', 'enter', callerArn, 'enter', '2', 'r'];

const screens: readonly (readonly [name: string, keys: readonly string[], parts: readonly string[]])[] = [
  ['all families', ['/'], ['Which kind of denial?', '▏', '1 fall back (1 playbook)', 'Esc back']],
  ['what a word finds', ['/', 'ec2'], ['1 playbook with "ec2".', 'ec2▏', '1 EC2 refused a Describe call']],
  ['what some words find', ['/', 'ec2 zebra'], ['No playbook has all of', '1 EC2 refused']],
  ['a word that was misspelt', ['/', 'servise'], ['No playbook has "servise".', 'Did you mean', '"service"?']],
  ['nothing', ['/', 'xyzzy'], ['No playbook has "xyzzy".', 'Try a service']],
  ['the terms and keys of a screen', [...toFix, '?'], ['Terms on this screen', 'Type a term']],
  ['a term', [...toFix, '?', 'scp'], ['SCP', 'scp▏']],
  ['no such term', ['?', 'xyzzy'], ['No term is called']],
  ['what to copy', [...toFix, 'c'], ['What to copy?', '1 For the identity policy', '2 To verify']],
  ['the request', [...toFix, 'o'], ['To the owner', '# Request', '1 Copy', '2 Save it']],
  ['what was copied', [...toFix, 'c', '2'], ['Copied: aws ec2', 'describe-instances']],
];

const sizes = [
  [40, 20],
  [80, 24],
  [200, 50],
] as const;

describe.each(sizes)('at %i columns and %i rows', (columns, rows) => {
  it.each(screens)('%s', async (_, keys, parts) => {
    const copied: string[] = [];
    const copy = (text: string): Promise<'clipboard'> => {
      copied.push(text);
      return Promise.resolve('clipboard');
    };
    const session = await new Session({ text: bareError }, { copy }).press(...keys);
    await Promise.resolve();
    const showing = { size: sizeOf(columns, rows), scroll: 0, waited: undefined };
    const shown = rowsOfFrame(frameOf(session.state, showing, themeOf({ colour: false, ascii: false })));
    for (const part of parts) expect(shown.join('\n')).toContain(part);
    expect(shown.length).toBeLessThan(rows);
    expect(Math.max(...shown.map(columnsOf))).toBeLessThan(columns);
    if (keys.at(-1) === '2') expect(copied).toEqual(['aws ec2 describe-instances']);
  });
});
