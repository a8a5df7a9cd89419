// Reads a text file that the person named, or says why it could not be read.
import { readFile } from 'node:fs/promises';
import { InputError } from '../model/input-error.ts';
import { reasonOf } from './file-reasons.ts';

export async function readTextFile(path: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch (error) {
    const reason = error instanceof TypeError ? 'it is not UTF-8 text' : reasonOf(error);
    throw new InputError(`${path} could not be read: ${reason}`);
  }
}
