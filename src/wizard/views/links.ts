// The pages a playbook rests on, as links.
import type { PlaybookReference } from '../../model/playbook.ts';
import { heading, type Block } from '../layout/blocks.ts';

export const links = (references: readonly PlaybookReference[]): readonly Block[] =>
  references.length === 0
    ? []
    : [heading('Read more'), ...references.map(({ title, url }): Block => ({ kind: 'link', title, url }))];
