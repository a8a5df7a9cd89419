// Checks that named conditions do not multiply: each name used twice by the next would double the work, again and again.
import type { Playbook } from '../../../model/playbook.ts';
import { conditionsOf, nodesOf } from '../conditions.ts';
import type { Lint } from '../subject.ts';

const most = 1000;

export const size: Lint = (subject) => {
  const sizes = new Map<string, number>();
  const large = conditionsOf(subject).find(({ condition }) => expanded(condition, subject.playbook, sizes) > most);
  if (large === undefined) return [];
  const message = `with all names written out this condition has more than ${most} parts`;
  return [{ code: 'WD706', path: large.path, part: 'key', message, hint: 'use each named condition once' }];
};

/** A name inside its own definition counts as nothing here: circles have a message of their own. */
function expanded(condition: Playbook['match'], playbook: Playbook, sizes: Map<string, number>): number {
  return nodesOf(condition, []).reduce((sum, { condition: node }) => {
    if (!('condition' in node)) return sum + 1;
    const known = sizes.get(node.condition);
    if (known !== undefined) return sum + known;
    sizes.set(node.condition, 0);
    const named = playbook.conditions?.[node.condition];
    const parts = named === undefined ? 0 : Math.min(most + 1, expanded(named, playbook, sizes));
    sizes.set(node.condition, parts);
    return sum + parts;
  }, 0);
}
