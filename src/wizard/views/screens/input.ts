// The first screen: room for the error itself.
import type { Draft } from '../../state/draft.ts';
import { heading, text } from '../../layout/blocks.ts';
import type { View } from '../view.ts';
import { plural } from '../words.ts';

export const inputView = (draft: Draft, playbooks: number): View => ({
  blocks: [
    heading('Paste the error'),
    text(
      'All of it, with the line that says what was denied. Several lines, a log or a CloudTrail event are fine. Then press Enter on an empty line, or Ctrl-D.',
    ),
  ],
  field: { draft, hint: `Nothing to paste? Tab lists all ${plural(playbooks, 'playbook')}.`, isTall: true },
});
