// What a terminal sends, through Ink's own parser, becomes keys and pastes.
import { render } from 'ink-testing-library';
import { useInput } from 'ink';
import { createElement, useState } from 'react';
import { describe, expect, it } from 'vitest';
import { createKeyReader, type Input } from '../../src/wizard/keys/key-reader.ts';

const key = (name: string): Input => ({ kind: 'key', key: name }) as Input;
const char = (character: string): Input => ({ kind: 'key', key: { char: character } });
const paste = (text: string, isMarked = true): Input => ({ kind: 'paste', text, isMarked });

const cases: readonly (readonly [name: string, sent: readonly string[], inputs: readonly Input[]])[] = [
  ['letters', ['q'], [char('q')]],
  ['capitals', ['Q'], [char('Q')]],
  ['digits', ['7'], [char('7')]],
  ['a space', [' '], [char(' ')]],
  ['letters beyond ASCII', ['é', '日'], [char('é'), char('日')]],
  ['arrows', ['\u001b[A', '\u001b[B', '\u001b[D', '\u001b[C'], [key('up'), key('down'), key('left'), key('right')]],
  ['paging', ['\u001b[5~', '\u001b[6~'], [key('pageUp'), key('pageDown')]],
  ['home and end', ['\u001b[H', '\u001b[F'], [key('home'), key('end')]],
  ['Enter', ['\r'], [key('enter')]],
  ['Tab', ['\t'], [key('tab')]],
  ['the key above Enter', ['\u007f'], [key('backspace')]],
  ['Ctrl-C, Ctrl-D, Ctrl-U', ['\u0003', '\u0004', '\u0015'], [key('ctrlC'), key('ctrlD'), key('ctrlU')]],
  ['no meaning for other control keys', ['\u0001', '\u001bx'], []],
  ['a marked paste', ['\u001b[200~one\rtwo\u001b[201~'], [paste('one\rtwo')]],
  [
    'a marked paste in pieces',
    ['\u001b[200~one', '\r', 'two', '\t', '3\u001b[201~', 'q'],
    [paste('one\ntwo\t3'), char('q')],
  ],
  ['Ctrl-C out of a paste that never ends', ['\u001b[200~one', '\u0003', 'q'], [key('ctrlC'), char('q')]],
  ['keys typed quickly', ['12'], [paste('12', false)]],
  ['a line typed quickly', ['text\r'], [paste('text', false), key('enter')]],
  ['an unmarked paste of lines', ['one\rtwo\r'], [paste('one\rtwo', false), key('enter')]],
];

async function read(sent: readonly string[]): Promise<readonly Input[]> {
  const inputs: Input[] = [];
  const Listener = () => {
    const [reader] = useState(createKeyReader);
    useInput((characters, pressed) => void inputs.push(...reader(characters, pressed)));
    return null;
  };
  const { stdin, unmount } = render(createElement(Listener));
  for (const piece of sent) {
    stdin.write(piece);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  unmount();
  return inputs;
}

describe('a terminal sends', () => {
  it.each(cases)('%s', async (_, sent, inputs) => expect(await read(sent)).toEqual(inputs));
});
