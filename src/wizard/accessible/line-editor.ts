// One line being typed: each key changes it and says what the terminal is to echo, as the terminal itself would.
import { columnsOf } from '../../render/text/width.ts';

/** As node:readline tells it. */
export interface TypedKey {
  readonly name?: string | undefined;
  readonly ctrl?: boolean | undefined;
  readonly meta?: boolean | undefined;
}

export interface Edited {
  readonly line: string;
  readonly echo: string;
}

/** Takes the last column back: the one way a terminal without cursor movement knows. */
const rubOut = '\b \b';

const erased = (line: string, kept: string): Edited => ({
  line: kept,
  echo: rubOut.repeat(columnsOf(line.slice(kept.length).replace(/\t/g, ' '))),
});

const withoutLast = (line: string): string => [...line].slice(0, -1).join('');
const withoutWord = (line: string): string => line.replace(/\S*\s*$/, '');

const isText = (text: string): boolean => !/[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/.test(text);

export function edited(line: string, text: string | undefined, key: TypedKey): Edited {
  if (key.name === 'backspace' || key.name === 'delete') return erased(line, withoutLast(line));
  if (key.ctrl === true && key.name === 'u') return erased(line, '');
  if (key.ctrl === true && key.name === 'w') return erased(line, withoutWord(line));
  if (text === undefined || key.ctrl === true || key.meta === true || !isText(text)) return { line, echo: '' };
  return { line: line + text, echo: text.replace(/\t/g, ' ') };
}
