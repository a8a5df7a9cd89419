// What a key does to a line being typed, and what the terminal echoes.
import { expect, it } from 'vitest';
import { edited, type TypedKey } from '../../src/wizard/accessible/line-editor.ts';

const control = (name: string): TypedKey => ({ name, ctrl: true });

const cases: readonly (readonly [
  says: string,
  line: string,
  text: string | undefined,
  key: TypedKey,
  after: string,
  echo: string,
])[] = [
  ['a letter', 'a', 'b', { name: 'b' }, 'ab', 'b'],
  ['a letter beyond ASCII', '', '日', {}, '日', '日'],
  ['a tab is shown as a space', '', '\t', { name: 'tab' }, '\t', ' '],
  ['backspace', 'ab', '\u007f', { name: 'backspace' }, 'a', '\b \b'],
  ['backspace over two columns', 'a日', undefined, { name: 'backspace' }, 'a', '\b \b\b \b'],
  ['backspace over a surrogate pair', 'a😀', undefined, { name: 'backspace' }, 'a', '\b \b\b \b'],
  ['backspace with nothing left', '', undefined, { name: 'backspace' }, '', ''],
  ['Ctrl-U', 'abc', '\u0015', control('u'), '', '\b \b\b \b\b \b'],
  ['Ctrl-W', 'one two ', '\u0017', control('w'), 'one ', '\b \b\b \b\b \b\b \b'],
  ['an arrow does nothing', 'a', undefined, { name: 'up' }, 'a', ''],
  ['another control key does nothing', 'a', '\u0001', control('a'), 'a', ''],
  ['Alt with a letter does nothing', 'a', 'x', { name: 'x', meta: true }, 'a', ''],
];

it.each(cases)('%s', (_, line, text, key, after, echo) => {
  expect(edited(line, text, key)).toEqual({ line: after, echo });
});
