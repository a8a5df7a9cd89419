// `playbook validate`: checks files and says for each mistake what is wrong, where, and what to do.
import { inOrder, type Diagnostic } from '../../playbook/validate/diagnostic.ts';
import { guarded, oneOf, readArguments } from '../arguments.ts';
import { said, type Run, type AuthorResult } from '../command.ts';
import { asGithub, asJson, asSarif } from '../diagnostics/machine.ts';
import { diagnosticText, summary } from '../diagnostics/text.ts';
import { compilePaths, type Found } from '../sources.ts';

const formats = ['text', 'json', 'github', 'sarif'] as const;

export const validate: Run = (argv, input) =>
  guarded(async () => {
    const args = readArguments(argv, {
      strict: { type: 'boolean' },
      format: { type: 'string' },
      json: { type: 'boolean' },
    });
    const format = args.flag('json') ? 'json' : oneOf('format', args.text('format'), formats);
    const found = await compilePaths(args.words, input?.folder);
    return report(found, format, args.flag('strict'));
  });

function report(found: Found, format: (typeof formats)[number], strict: boolean): AuthorResult {
  const diagnostics = diagnosticsOf(found);
  const bad = diagnostics.some(({ severity }) => strict || severity === 'error') || found.unread.length > 0;
  const err = found.unread.map(({ file, message }) => `${file}: ${message}\n`).join('');
  const code = found.files.length === 0 ? 2 : bad ? 1 : 0;
  const out = found.files.length === 0 && format === 'text' ? '' : `${shown(diagnostics, found, format)}\n`;
  return said(out, code, err);
}

export const diagnosticsOf = ({ files }: Pick<Found, 'files'>): readonly Diagnostic[] =>
  files.flatMap(({ diagnostics }) => inOrder(diagnostics));

function shown(diagnostics: readonly Diagnostic[], { files }: Found, format: (typeof formats)[number]): string {
  if (format === 'json') return asJson(diagnostics, files.length);
  if (format === 'sarif') return asSarif(diagnostics);
  if (format === 'github') return asGithub(diagnostics);
  const textOf = (file: string) => files.find(({ source }) => source.path === file)?.source.text;
  return [...diagnostics.map((one) => `${diagnosticText(one, textOf)}\n`), summary(diagnostics, files.length)].join(
    '\n',
  );
}
