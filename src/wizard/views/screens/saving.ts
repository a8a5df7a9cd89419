// Asks for a file name, and before a file is overwritten.
import type { Draft } from '../../state/draft.ts';
import type { ExportFormat } from '../../state/wizard-state.ts';
import { heading, text } from '../../layout/blocks.ts';
import type { View } from '../view.ts';

const titles = {
  markdown: 'Save the checklist as Markdown',
  request: 'Save the request to the owner',
  json: 'Save the diagnosis as JSON',
  answers: 'Save the answers for --answers',
} as const satisfies Record<ExportFormat, string>;

export const exportView = (format: ExportFormat, draft: Draft): View => ({
  blocks: [heading(titles[format]), text('File name:')],
  field: { draft, hint: 'A name for the file', isTall: false },
});

export const overwriteView = (path: string): View => ({
  blocks: [heading(`${path} is there already.`)],
});
