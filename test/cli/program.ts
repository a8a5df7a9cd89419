// Runs the built program as a shell would, and holds what it did against what a row of a table says it does.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

export const program = fileURLToPath(new URL('../../dist/bin.js', import.meta.url));

export interface Setting {
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** An environment that says nothing of its own. */
const plainEnv = { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent' };

export function whydenied(argv: readonly string[], setting: Setting = {}): Promise<Outcome> {
  const env = { ...plainEnv, ...setting.env };
  const child = spawn(process.execPath, [program, ...argv], {
    env,
    ...(setting.cwd === undefined ? {} : { cwd: setting.cwd }),
  });
  const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
  child.stdin.on('error', () => undefined);
  child.stdin.end(setting.stdin ?? '');
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, stdout: stdout(), stderr: stderr() });
    });
  });
}

function collect(stream: NodeJS.ReadableStream): () => string {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
}

/** One line of a table: a command line, and what comes of it. */
export interface Row extends Setting {
  readonly says: string;
  readonly argv: readonly string[];
  readonly code: number;
  /** Parts of the streams; an empty list: nothing at all. */
  readonly stdout?: readonly string[];
  readonly stderr?: readonly string[];
}

export async function holds({ argv, code, stdout, stderr, ...setting }: Row): Promise<void> {
  const outcome = await whydenied(argv, setting);
  expect(outcome).toMatchObject({ code });
  expectParts(outcome.stdout, stdout);
  expectParts(outcome.stderr, stderr);
  expect(outcome.stderr).not.toMatch(/^\s+at .*:\d+:\d+/m);
}

function expectParts(text: string, parts: readonly string[] | undefined): void {
  if (parts?.length === 0) expect(text).toBe('');
  for (const part of parts ?? []) expect(text).toContain(part);
}

export const assumeRole =
  'An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:iam::111122223333:user/ci is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/Deploy';
