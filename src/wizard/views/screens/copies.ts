// What can be copied, each whole and from the left margin, for those who rather select it.
import type { Copy } from '../../state/copies.ts';
import { heading, spaced, text, type Block } from '../../layout/blocks.ts';
import type { View } from '../view.ts';
import { copyLabel } from '../choices.ts';
import { copyTitles } from '../words.ts';

const blocksOf = (copy: Copy, position: number): readonly Block[] => {
  const { kind, text: words, note } = copy;
  return [
    text(`${position + 1} ${kind === 'policy' ? copyLabel(copy) : copyTitles[kind]}`, 'hint'),
    kind === 'policy' ? { kind: 'preformatted', text: words } : { kind: 'command', run: words },
    ...(note === undefined ? [] : [text(note, 'hint')]),
  ];
};

export const copiesView = (copies: readonly Copy[]): View => ({
  blocks: spaced([heading('What to copy?')], ...copies.map(blocksOf)),
});
