// `playbook docs`: writes one Markdown page per playbook and an index.
import { join, resolve } from 'node:path';
import { InputError } from '../../model/input-error.ts';
import { guarded, readArguments } from '../arguments.ts';
import { loadAll } from '../choose.ts';
import { said, type Run } from '../command.ts';
import { count } from '../diagnostics/text.ts';
import { documentation } from '../pages/documentation.ts';
import { compilePaths } from '../sources.ts';
import { writeText } from '../write.ts';

export const docs: Run = (argv, input) =>
  guarded(async () => {
    const args = readArguments(argv, { out: { type: 'string', short: 'o' } });
    const out = args.text('out');
    if (out === undefined) throw new InputError('docs need a folder to go to', 'give --out DIR');
    const folder = input?.folder ?? '.';
    const set = args.words.length > 0 ? await compilePaths(args.words, folder) : await loadAll([], input);
    const pages = documentation(set.playbooks);
    for (const { path, text } of pages) await writeText(join(resolve(folder, out), path), text, true);
    const err = set.problems.map(({ file, message }) => `${file}: ${message}\n`).join('');
    return said(`${count(pages.length, 'page')} in ${out}\n`, err === '' ? 0 : 1, err);
  });
