// Writes the result to stdout or a file, and everything else to stderr.
import { writeFile } from 'node:fs/promises';
import { InputError } from '../model/input-error.ts';
import { sanitise } from '../render/sanitise.ts';
import { reasonOf } from './file-reasons.ts';

/** A line for the person, which is never part of the result. Parts of it may come from outside. */
export function say(line: string): void {
  process.stderr.write(`${sanitise(line)}\n`);
}

/** What a room has made safe already, colours and all. */
export function sayRaw(text: string): void {
  process.stderr.write(text.endsWith('\n') ? text : `${text}\n`);
}

export async function deliver(result: string, file: string | undefined): Promise<void> {
  const text = result.endsWith('\n') ? result : `${result}\n`;
  if (file === undefined || file === '-') {
    await written(text);
    return;
  }
  await writeFile(file, text).catch((error: unknown) => {
    throw new InputError(`${file} could not be written: ${reasonOf(error)}`);
  });
}

const written = (text: string): Promise<void> =>
  new Promise((resolve) => {
    process.stdout.write(text, () => {
      resolve();
    });
  });
