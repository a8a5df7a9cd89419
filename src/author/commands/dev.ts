// `playbook dev`: checks, tests and previews a file; on a terminal again after each change of it, until Ctrl-C.
import { watch } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { InputError } from '../../model/input-error.ts';
import { guarded, readArguments } from '../arguments.ts';
import { said, type AuthorInput, type AuthorResult, type Run } from '../command.ts';
import { isThere } from '../write.ts';
import { preview } from './preview.ts';
import { test } from './test.ts';
import { validate } from './validate.ts';

export const dev: Run = (argv, input = {}) =>
  guarded(async () => {
    const args = readArguments(argv, { test: { type: 'string', short: 't' } });
    const [file] = args.words;
    if (file === undefined) throw new InputError('which file?', 'whydenied playbook dev FILE');
    const path = resolve(input.folder ?? '.', file);
    if (!(await isThere(path)))
      throw new InputError(`${file}: no such file`, `whydenied playbook new --out ${file} starts one`);
    const named = args.text('test');
    const pass = () => passOver(file, named === undefined ? [] : ['--test', named], input);
    const { live } = input;
    if (live === undefined) return pass();
    await repeat(path, live, async () => live.show(textOf(await pass())));
    return said('');
  });

/** A file with mistakes is neither tested nor shown. */
async function passOver(file: string, chosen: readonly string[], input: AuthorInput): Promise<AuthorResult> {
  const checked = await validate([file], input);
  if (checked.code !== 0) return checked;
  const tested = await test([file], input);
  const shown = await preview([file, '--md', ...chosen], input);
  const parts = [checked, tested, shown];
  return {
    out: [checked.out, tested.out, `\n${shown.out}`].join(''),
    err: parts.map(({ err }) => err).join(''),
    code: Math.max(...parts.map(({ code }) => code)),
  };
}

const textOf = ({ out, err }: AuthorResult): string => `${err}${out}\nwatching; Ctrl-C ends\n`;

/** Editors write a file in several steps, or put a new one in its place: the folder is watched, and a moment waited. */
async function repeat(
  path: string,
  { signal }: NonNullable<AuthorInput['live']>,
  pass: () => Promise<void>,
): Promise<void> {
  await pass();
  let running = Promise.resolve();
  let waiting: NodeJS.Timeout | undefined;
  await new Promise<void>((end) => {
    const watcher = watch(dirname(path), (_, name) => {
      if (name !== null && name !== basename(path)) return;
      clearTimeout(waiting);
      waiting = setTimeout(() => (running = running.then(pass)), 80);
    });
    signal?.addEventListener('abort', () => {
      clearTimeout(waiting);
      watcher.close();
      end();
    });
  });
  await running;
}
