// Turns what Ink hands over into keys and pastes: bracketed pastes arrive in pieces, and quick typing arrives as one string.
import type { Key as InkKey } from 'ink';
import type { Key, NamedKey } from '../state/wizard-state.ts';

export type Input =
  | { readonly kind: 'key'; readonly key: Key }
  /** Marked: the terminal says it is a paste; otherwise it may be keys typed quickly. */
  | { readonly kind: 'paste'; readonly text: string; readonly isMarked: boolean };

/** What the terminal sends around a paste once it is asked to; Ink takes the escape character off. */
const pasteStart = '[200~';
const pasteEnd = '[201~';

type InkFlag = Exclude<keyof InkKey, 'eventType'>;

const named: readonly (readonly [InkFlag, NamedKey])[] = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'pageUp'],
  ['pageDown', 'pageDown'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'enter'],
  ['tab', 'tab'],
  ['escape', 'escape'],
  ['backspace', 'backspace'],
  // The key above Enter sends the character that Ink takes for the delete key.
  ['delete', 'backspace'],
];

const controls: Readonly<Record<string, NamedKey>> = { c: 'ctrlC', d: 'ctrlD', u: 'ctrlU', z: 'ctrlZ' };

const characters: Readonly<Record<string, NamedKey>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\t': 'tab',
  '\u007f': 'backspace',
  '\b': 'backspace',
  '\u0003': 'ctrlC',
  '\u0004': 'ctrlD',
  '\u0015': 'ctrlU',
  '\u001a': 'ctrlZ',
};

const keyInput = (key: Key): Input => ({ kind: 'key', key });

/** A single character as the key it stands for. */
export const keyOfCharacter = (character: string): Key => characters[character] ?? { char: character };

function namedKey(input: string, key: InkKey): NamedKey | undefined {
  if (key.ctrl) return controls[input];
  return named.find(([flag]) => key[flag])?.[1];
}

/** Several characters at once: typed ahead, or pasted where the terminal does not mark pastes. A last Enter is a key. */
function severalCharacters(input: string): readonly Input[] {
  const text = input.replace(/[\r\n]$/, '');
  return [{ kind: 'paste', text, isMarked: false }, ...(text === input ? [] : [keyInput('enter')])];
}

function inputsOf(input: string, key: InkKey): readonly Input[] {
  const name = namedKey(input, key);
  if (name !== undefined) return [keyInput(name)];
  if (key.ctrl || key.meta || input === '') return [];
  return [...input].length === 1 ? [keyInput(keyOfCharacter(input))] : severalCharacters(input);
}

const pastedPiece = (input: string, key: InkKey): string => (key.return ? '\n' : key.tab ? '\t' : input);

export function createKeyReader(): (input: string, key: InkKey) => readonly Input[] {
  let paste: string | undefined;
  return (input, key) => {
    if (key.ctrl && input === 'c') {
      paste = undefined;
      return [keyInput('ctrlC')];
    }
    if (input === pasteStart) {
      paste = '';
      return [];
    }
    if (paste === undefined) return inputsOf(input, key);
    if (input !== pasteEnd) {
      paste += pastedPiece(input, key);
      return [];
    }
    const text = paste;
    paste = undefined;
    return [{ kind: 'paste', text, isMarked: true }];
  };
}
