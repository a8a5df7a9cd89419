// What the terminal, the environment and the flags allow: colour, width, glyphs, and whether somebody can be asked.
import { closeSync, openSync } from 'node:fs';
import type { ReadStream, WriteStream } from 'node:tty';
import { has, type Call } from './call.ts';
import { isTerminal, type Output } from './streams.ts';

/** A variable counts when it is set and not empty. */
const isSet = (name: string): boolean => (process.env[name] ?? '') !== '';
const isOn = (name: string): boolean => isSet(name) && !['0', 'false'].includes(process.env[name] ?? '');

export function usesColour(call: Call, output: Output): boolean {
  if (has(call, 'no-color') || isSet('NO_COLOR')) return false;
  if (isSet('FORCE_COLOR')) return isOn('FORCE_COLOR');
  return process.env['TERM'] !== 'dumb' && isTerminal(output);
}

/** The locale is asked only where it says something: many machines set none and show UTF-8 all the same. */
export function usesAscii(call: Call): boolean {
  const locale = ['LC_ALL', 'LC_CTYPE', 'LANG'].map((name) => process.env[name] ?? '').find((value) => value !== '');
  return has(call, 'ascii') || (locale !== undefined && !/utf-?8/i.test(locale));
}

const narrowest = 40;
const usual = 80;
const widest = 100;

export function widthOf(output: Output): number {
  const stated = Number(process.env['COLUMNS']);
  const columns =
    Number.isInteger(stated) && stated > 0 ? stated : isTerminal(output) ? process[output].columns : usual;
  return Math.min(Math.max(columns, narrowest), widest);
}

/** Where the questions are drawn and where the keys come from. */
export interface Dialogue {
  readonly keys: ReadStream;
  readonly output: WriteStream;
  readonly colour: boolean;
  /** Screens, or numbered questions line after line. */
  readonly form: 'screens' | 'plain';
  /** Gives the terminal back. */
  end(): void;
}

export const isDumb = (): boolean => process.env['TERM'] === 'dumb';

/** Ink draws nothing before its end where one of these is set at all, even to nothing. */
function letDraw(): void {
  for (const name of ['CI', 'CONTINUOUS_INTEGRATION']) process.env[name] = 'false';
}

/** Undefined when nobody can be asked. A piped stdin leaves the terminal itself as the source of keys. */
export async function openDialogue(call: Call): Promise<Dialogue | undefined> {
  if (has(call, 'no-input') || isOn('WHYDENIED_NO_INPUT') || isOn('CI')) return undefined;
  const screen = (['stdout', 'stderr'] as const).find(isTerminal);
  if (screen === undefined) return undefined;
  if (wantsPlain(call, screen)) return openPlain();
  letDraw();
  const { output, colour } = { output: process[screen], colour: usesColour(call, screen) };
  const keys = await openKeys();
  return keys === undefined ? undefined : { ...keys, output, colour, form: 'screens' };
}

/** Below this the screens have no room. */
const smallest = { columns: 40, rows: 12 } as const;

/** A size of 0 says nothing. */
const isSmall = ({ columns, rows }: WriteStream): boolean =>
  (columns > 0 && columns < smallest.columns) || (rows > 0 && rows < smallest.rows);

const wantsPlain = (call: Call, screen: Output): boolean =>
  has(call, 'accessible') || isOn('ACCESSIBLE') || isDumb() || isSmall(process[screen]);

/** The questions leave stdout to the result: they stand on stderr, else on the terminal itself. A dumb terminal asks only where stdin is one, too: elsewhere nobody may be there. */
async function openPlain(): Promise<Dialogue | undefined> {
  if (isDumb() && !isTerminal('stdin')) return undefined;
  const own = isTerminal('stderr')
    ? undefined
    : await openTerminal((tty, descriptor) => new tty.WriteStream(descriptor));
  const output = isTerminal('stderr') ? process.stderr : own;
  const keys = output === undefined ? undefined : await openKeys();
  if (output === undefined || keys === undefined) {
    own?.destroy();
    return undefined;
  }
  const end = (): void => {
    keys.end();
    own?.destroy();
  };
  return { keys: keys.keys, output, colour: false, form: 'plain', end };
}

async function openKeys(): Promise<Pick<Dialogue, 'keys' | 'end'> | undefined> {
  if (isTerminal('stdin')) return { keys: process.stdin, end: () => process.stdin.pause() };
  const keys = await openTerminal((tty, descriptor) => new tty.ReadStream(descriptor));
  return keys === undefined ? undefined : { keys, end: () => keys.destroy() };
}

/** Undefined where the program has no terminal. */
async function openTerminal<Stream>(make: (tty: Tty, descriptor: number) => Stream): Promise<Stream | undefined> {
  const tty = await import('node:tty');
  let descriptor: number | undefined;
  try {
    descriptor = openSync('/dev/tty', 'r+');
    return make(tty, descriptor);
  } catch {
    if (descriptor !== undefined) closeSync(descriptor);
    return undefined;
  }
}

type Tty = typeof import('node:tty');
