// The leaves of a condition that alone make it hold or fail: what a person is told when asking why, or why not.
import type { Explanation } from '../../model/diagnosis.ts';
import type { LeafExplanation } from './conditions.ts';

/** One failing part is enough for all of them to fail, and one that holds for any of them to hold. */
export function decidingLeaves(explanation: Explanation): readonly LeafExplanation[] {
  if (explanation.kind === 'leaf') return [explanation];
  if (explanation.kind === 'not') return decidingLeaves(explanation.child);
  return explanation.children.filter(({ value }) => value === explanation.value).flatMap(decidingLeaves);
}
