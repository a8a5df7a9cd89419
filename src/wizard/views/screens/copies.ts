// What can be copied, each whole and from the left margin, for those who rather select it.
import type { Copy } from '../../state/copies.ts';
import { heading, spaced, text, type Block } from '../../layout/blocks.ts';
import type { View } from '../view.ts';
import { copyTitles } from '../words.ts';

const blocksOf = ({ kind, text: words, note }: Copy, position: number): readonly Block[] => [
  text(`${position + 1} ${copyTitles[kind]}`, 'hint'),
  kind === 'policy' ? { kind: 'preformatted', text: words } : { kind: 'command', run: words },
  ...(note === undefined ? [] : [text(note, 'hint')]),
];

export const copiesView = (copies: readonly Copy[]): View => ({
  blocks: spaced([heading('What to copy?')], ...copies.map(blocksOf)),
});
