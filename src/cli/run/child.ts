// Runs a command on the same terminal and streams, and keeps what it says on stderr besides passing it on.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { InputError } from '../../model/input-error.ts';
import { exchangeListeners } from '../signals.ts';
import { readStreamTail } from '../tail.ts';

export interface Ended {
  readonly code: number;
  /** What it wrote to stderr; of very much, the end. */
  readonly stderr: string;
}

const kept = 64 * 1024 * 1024;
const forwarded = ['SIGTERM', 'SIGHUP'] as const;

const hearAlone = (signal: NodeJS.Signals, listener: () => void): void => {
  exchangeListeners(signal, process.listeners(signal), [listener]);
};

export async function runChild([command = '', ...words]: readonly string[]): Promise<Ended> {
  // A signal from the terminal reaches the command as well: it decides what to do, and this program outlives it.
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) hearAlone(signal, () => undefined);
  const child = spawn(command, words, { stdio: ['inherit', 'inherit', 'pipe'] });
  const started = new Promise<void>((resolve, reject) => child.once('spawn', resolve).once('error', reject));
  const ended = new Promise<number>((resolve) => {
    child.once('close', (code, signal) => {
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
  await started;
  for (const signal of forwarded) hearAlone(signal, () => child.kill(signal));
  const { bytes } = await readStreamTail(passedOn(child.stderr), kept);
  return { code: await ended, stderr: bytes.toString('utf8') };
}

async function* passedOn(stream: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  for await (const chunk of stream) {
    process.stderr.write(chunk);
    yield chunk;
  }
}

/** As a shell says it: 127 for a command that is not there, 126 for one that cannot be run. */
export function startFailure(error: unknown, command: string): { readonly code: number; readonly error: InputError } {
  const reason = error instanceof Error && 'code' in error ? error.code : undefined;
  if (reason === 'ENOENT') return { code: 127, error: new InputError(`${command}: there is no such command`) };
  return { code: 126, error: new InputError(`${command} could not be run (${String(reason)})`) };
}
