// Asks for lines on the terminal, one question after the other.
import { createInterface } from 'node:readline';
import type { Prompts } from '../author/command.ts';
import { InputError } from '../model/input-error.ts';

/** Opened with the first question, and closed with the last answer; lines are taken from one queue, so that a pasted text answers as if typed. */
export const prompts: Prompts = async (questions) => {
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  reader.on('SIGINT', () => process.exit(130));
  const lines = reader[Symbol.asyncIterator]();
  const next = async (prompt: string): Promise<string> => {
    process.stderr.write(prompt);
    const { value, done } = await lines.next();
    if (done === true) throw new InputError('the questions were left', 'give the answers as options instead');
    return value;
  };
  try {
    return await questions({
      line: async (question, preset) => (await next(`${question} [${preset}] `)).trim() || preset,
      text: (question) => untilEmpty(question, next),
    });
  } finally {
    reader.close();
  }
};

async function untilEmpty(question: string, next: (prompt: string) => Promise<string>): Promise<string> {
  const read: string[] = [];
  for (let line = await next(`${question}\n`); line.trim() !== '' || read.length === 0; line = await next(''))
    if (line.trim() !== '') read.push(line);
  return read.join('\n');
}
