// Writes the result to stdout or a file, and everything else to stderr, straight to the descriptors: Node's streams take long to load.
import { fstatSync, writeSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { InputError } from '../model/input-error.ts';
import { sanitise } from '../render/sanitise.ts';
import { reasonOf } from './file-reasons.ts';

const descriptors = { stdin: 0, stdout: 1, stderr: 2 } as const;
export type Output = 'stdout' | 'stderr';

/** Only a character device can be a terminal; anything else is told without loading the streams. */
export function isTerminal(name: keyof typeof descriptors): boolean {
  try {
    return fstatSync(descriptors[name]).isCharacterDevice() && process[name].isTTY;
  } catch {
    return false;
  }
}

/** A line for the person, which is never part of the result. Parts of it may come from outside. */
export function say(line: string): void {
  writeAll('stderr', `${sanitise(line)}\n`);
}

/** What a room has made safe already, colours and all. */
export function sayRaw(text: string): void {
  writeAll('stderr', text.endsWith('\n') ? text : `${text}\n`);
}

/** To the file; without one, or for -, to the output. */
export async function deliver(result: string, file: string | undefined, output: Output = 'stdout'): Promise<void> {
  const text = result.endsWith('\n') ? result : `${result}\n`;
  if (file === undefined || file === '-') {
    writeAll(output, text);
    return;
  }
  await writeFile(file, text).catch((error: unknown) => {
    throw new InputError(`${file} could not be written: ${reasonOf(error)}`);
  });
}

/** Outputs whose reader was too slow once: their stream waits for it, and keeps the order. */
const waiting = new Set<Output>();

/** A reader that has gone ends the program quietly. */
function writeAll(name: Output, text: string): void {
  let rest = Buffer.from(text);
  if (waiting.has(name)) return writeLater(name, rest);
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(descriptors[name], rest));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EPIPE') process.exit(0);
    if (code !== 'EAGAIN') throw error;
    process[name].on('error', () => process.exit(0));
    waiting.add(name);
    writeLater(name, rest);
  }
}

function writeLater(name: Output, rest: Buffer): void {
  process[name].write(rest);
}
