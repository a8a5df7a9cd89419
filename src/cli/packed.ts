// Unpacks gzip, as CloudTrail delivers its files, keeping only the end of what comes out where that is too large.
import { InputError } from '../model/input-error.ts';
import { readStreamTail, type Tail } from './tail.ts';

const isPacked = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Anything that is not packed comes back as it is. */
export async function unpacked(tail: Tail, from: string, most: number): Promise<Tail> {
  if (!isPacked(tail.bytes)) return tail;
  const [{ Readable }, { createGunzip }] = await Promise.all([import('node:stream'), import('node:zlib')]);
  const packed = Readable.from([tail.bytes]);
  try {
    return await readStreamTail(packed.pipe(createGunzip()), most);
  } catch {
    throw new InputError(`${from} is packed, and cannot be unpacked`, 'the file may be cut off: fetch it again');
  }
}
