// Tells whether a playbook is meant by an id, an id with `*`, or `tag:word`.
import type { LoadedPlaybook } from '../../model/playbook.ts';

type Selectable = Pick<LoadedPlaybook, 'id' | 'tags'>;

export const isSelected = (playbook: Selectable, patterns: readonly string[]): boolean =>
  patterns.some((pattern) => matches(playbook, pattern));

function matches({ id, tags = [] }: Selectable, pattern: string): boolean {
  return pattern.startsWith('tag:') ? tags.includes(pattern.slice('tag:'.length)) : fits(id, pattern);
}

/** Each part between two stars is looked for behind the one before it. */
function fits(id: string, pattern: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return id === pattern;
  if (!id.startsWith(first) || !id.endsWith(last)) return false;
  let from = first.length;
  for (const part of rest) {
    const found = id.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return from <= id.length - last.length;
}
