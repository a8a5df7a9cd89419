// Reads a text file that the person named, or says why it could not be read.
import { readFile } from 'node:fs/promises';
import { InputError } from '../model/input-error.ts';
import { reasonOf } from './file-reasons.ts';
import { unpacked } from './packed.ts';

/** More than any document of AWS's; a packed file may hold far more than it seems. */
const largest = 64 * 1024 * 1024;

export async function readTextFile(path: string): Promise<string> {
  try {
    const { bytes } = await unpacked({ bytes: await readFile(path), cut: false }, path, largest);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const reason = error instanceof TypeError ? 'it is not UTF-8 text' : reasonOf(error);
    throw new InputError(`${path} could not be read: ${reason}`);
  }
}
