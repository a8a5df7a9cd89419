// `playbook fmt`: lays files out the usual way; with --check only tells which are not.
import { resolve } from 'node:path';
import { InputError } from '../../model/input-error.ts';
import { arranged } from '../../playbook/arrange.ts';
import { readSources, type SourceFile } from '../../playbook/files.ts';
import { guarded, readArguments } from '../arguments.ts';
import { said, type Run } from '../command.ts';
import { count } from '../diagnostics/text.ts';
import { writeText } from '../write.ts';

export const fmt: Run = (argv, input) =>
  guarded(async () => {
    const args = readArguments(argv, { check: { type: 'boolean' } });
    if (args.words.length === 0)
      throw new InputError('which files?', 'give files or folders: whydenied playbook fmt FILE');
    const read = await Promise.all(args.words.map((path) => readSources(inFolder(path, input?.folder))));
    const files = read.flatMap(({ sources }) => sources).map((source) => ({ source, text: arranged(source.text) }));
    const unread = [
      ...read.flatMap(({ problems }) => problems).map(({ file, message }) => `${file}: ${message}\n`),
      ...files.filter(({ text }) => text === undefined).map(({ source }) => unusable(source)),
    ];
    if (files.length === 0 && unread.length === 0)
      throw new InputError(`no playbooks found in ${args.words.join(', ')}`);
    const changed = files.flatMap(({ source, text }) =>
      text === undefined || text === source.text ? [] : [{ source, text }],
    );
    const check = args.flag('check');
    if (!check) for (const { source, text } of changed) await writeText(source.path, text, true);
    const lines = changed.map(({ source }) => `${source.path}\n`).join('');
    const done = `${count(changed.length, 'file')} ${check ? 'would change' : 'changed'}, of ${files.length}\n`;
    return said(`${lines}${done}`, unread.length > 0 || (check && changed.length > 0) ? 1 : 0, unread.join(''));
  });

const inFolder = (path: string, folder = '.'): string => (folder === '.' ? path : resolve(folder, path));

const unusable = ({ path }: SourceFile): string =>
  `${path}: left as it is: whydenied playbook validate ${path} says why\n`;
