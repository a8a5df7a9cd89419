// Reads the last bytes of a file or stream, so that input of any size needs bounded memory.
import { open } from 'node:fs/promises';
import { InputError } from '../model/input-error.ts';
import { reasonOf } from './file-reasons.ts';

export interface Tail {
  readonly bytes: Buffer;
  readonly cut: boolean;
}

export async function readStreamTail(stream: AsyncIterable<Buffer | string>, most: number): Promise<Tail> {
  const chunks: Buffer[] = [];
  let [held, cut] = [0, false];
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    chunks.push(bytes);
    held += bytes.length;
    while (held - (chunks[0]?.length ?? 0) >= most) {
      held -= chunks.shift()?.length ?? 0;
      cut = true;
    }
  }
  const bytes = Buffer.concat(chunks);
  return { bytes: bytes.subarray(Math.max(0, bytes.length - most)), cut: cut || bytes.length > most };
}

export async function readFileTail(path: string, most: number): Promise<Tail> {
  const file = await open(path).catch((error: unknown) => {
    throw new InputError(`${path} could not be read: ${reasonOf(error)}`);
  });
  try {
    const entry = await file.stat();
    if (entry.isDirectory()) throw new InputError(`${path} is a folder`, 'give the file that holds the error');
    if (!entry.isFile()) return await readStreamTail(file.createReadStream({ autoClose: false }), most);
    const length = Math.min(entry.size, most);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, entry.size - length);
    return { bytes: buffer.subarray(0, bytesRead), cut: entry.size > most };
  } finally {
    await file.close();
  }
}
