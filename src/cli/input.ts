// Brings the text to diagnose from the arguments, a file or stdin, whatever its encoding, and refuses what is no text.
import { InputError } from '../model/input-error.ts';
import { only, type Call } from './call.ts';
import { unpacked } from './packed.ts';
import { readFileTail, readStreamTail, type Tail } from './tail.ts';
import { isTerminal, say } from './streams.ts';

export interface Input {
  readonly text: string;
  /** The input was too large, and only its end was read. */
  readonly cut: boolean;
}

/** What is read at most: of more, the end, where a log has its newest lines. */
const cap = 64 * 1024 * 1024;

/** Undefined when no text was given and stdin is a terminal that was not asked for. */
export async function readInput(call: Call): Promise<Input | undefined> {
  const file = only(call, 'file');
  const dash = call.words.length === 1 && call.words[0] === '-';
  if (file !== undefined && call.words.length > 0) {
    throw new InputError('The error was given twice: as text and as --file', 'give one of them');
  }
  if (file !== undefined && file !== '-')
    return decoded(await unpacked(await readFileTail(file, cap), file, cap), file);
  if (call.words.length > 0 && !dash) return { text: call.words.join(' '), cut: false };
  if (!dash && file === undefined && isTerminal('stdin')) return undefined;
  const reminder = 'whydenied: reading the error from stdin; Ctrl-D ends it';
  const read = await reminded(readStreamTail(process.stdin, cap), reminder);
  return decoded(await unpacked(read, 'stdin', cap), 'stdin');
}

/** Somebody who waits in front of a silent program is told what it waits for. */
export async function reminded(reading: Promise<Tail>, reminder: string): Promise<Tail> {
  const timer = setTimeout(() => {
    say(reminder);
  }, 1000);
  try {
    return await reading;
  } finally {
    clearTimeout(timer);
  }
}

function decoded({ bytes, cut }: Tail, from: string): Input {
  if (cut) say(`whydenied: ${from} is larger than 64 MiB: only its last 64 MiB are read`);
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  if (text.includes('\0')) {
    throw new InputError(`${from} is binary, not text`, 'give the error message as text; unpack a packed log first');
  }
  return { text, cut };
}

/** PowerShell writes UTF-16 with a byte order mark. */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}
