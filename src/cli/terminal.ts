// What the terminal, the environment and the flags allow: colour, width, glyphs, and whether somebody can be asked.
import { closeSync, openSync } from 'node:fs';
import type { ReadStream } from 'node:tty';
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
  readonly screen: Output;
  /** Gives the terminal back. */
  end(): void;
}

/** Ink draws nothing before its end where one of these is set at all, even to nothing. */
function letDraw(): void {
  for (const name of ['CI', 'CONTINUOUS_INTEGRATION']) process.env[name] = 'false';
}

/** Undefined when nobody can be asked. A piped stdin leaves the terminal itself as the source of keys. */
export async function openDialogue(call: Call): Promise<Dialogue | undefined> {
  if (has(call, 'no-input') || isOn('WHYDENIED_NO_INPUT') || isOn('CI') || process.env['TERM'] === 'dumb')
    return undefined;
  const screen = (['stdout', 'stderr'] as const).find(isTerminal);
  if (screen === undefined) return undefined;
  letDraw();
  if (isTerminal('stdin')) return { keys: process.stdin, screen, end: () => process.stdin.pause() };
  const keys = await openTerminal();
  return keys === undefined ? undefined : { keys, screen, end: () => keys.destroy() };
}

async function openTerminal(): Promise<ReadStream | undefined> {
  const { ReadStream } = await import('node:tty');
  let descriptor: number | undefined;
  try {
    descriptor = openSync('/dev/tty', 'r+');
    return new ReadStream(descriptor);
  } catch {
    if (descriptor !== undefined) closeSync(descriptor);
    return undefined;
  }
}
