// `playbook show`: one playbook as text, as a blank Markdown checklist, as JSON, or the AWS permissions its facts need.
import { guarded, oneOf, readArguments } from '../arguments.ts';
import { choose } from '../choose.ts';
import { said, type Run } from '../command.ts';
import { blankChecklist } from '../pages/checklist.ts';
import { permissionsOf } from '../pages/facts-read.ts';
import { permissionsText, playbookText } from '../pages/playbook-text.ts';

const formats = ['text', 'markdown', 'json'] as const;

export const show: Run = (argv, input) =>
  guarded(async () => {
    const args = readArguments(argv, {
      format: { type: 'string' },
      permissions: { type: 'boolean' },
      json: { type: 'boolean' },
    });
    const format = args.flag('json') ? 'json' : oneOf('format', args.text('format'), formats);
    const { playbook } = await choose(args.words[0], input);
    if (args.flag('permissions'))
      return said(
        `${format === 'json' ? JSON.stringify(permissionsOf(playbook), null, 2) : permissionsText(playbook)}\n`,
      );
    if (format === 'json') return said(`${JSON.stringify(playbook, null, 2)}\n`);
    return said(format === 'markdown' ? blankChecklist(playbook) : `${playbookText(playbook, input?.width ?? 80)}\n`);
  });
