// Decides which playbooks match the facts, and in which order they are shown.
import type { Explanation } from '../model/diagnosis.ts';
import type { FactValue } from '../model/fact.ts';
import { specificities, type LoadedPlaybook, type PlaybookSet } from '../model/playbook.ts';
import { candidatesOf } from './candidates.ts';
import { evaluateRules } from './evaluate.ts';
import { leavesOf, type LeafExplanation } from './explain.ts';
import type { Scope } from './scope.ts';

export interface Match {
  readonly playbook: LoadedPlaybook;
  readonly explanation: Explanation;
  /** The leaves that held. */
  readonly held: readonly LeafExplanation[];
}

export type ScopeOf = (playbook: LoadedPlaybook) => Scope;

const shownAtMost = 3;
const tier = (match: Match): number => specificities.indexOf(match.playbook.specificity);

const byRank = (left: Match, right: Match): number =>
  tier(left) - tier(right) ||
  right.held.length - left.held.length ||
  (left.playbook.id < right.playbook.id ? -1 : left.playbook.id > right.playbook.id ? 1 : 0);

/** All playbooks whose match is true, the best first. */
export async function matchPlaybooks(set: PlaybookSet, scopeOf: ScopeOf): Promise<readonly Match[]> {
  const anyScope = (fact: string): FactValue | undefined => firstScope?.valueOf(fact);
  const firstScope = set.playbooks[0] === undefined ? undefined : scopeOf(set.playbooks[0]);
  const candidates = candidatesOf(set, anyScope);
  const explanations = await evaluateRules(
    candidates.map((playbook) => ({ key: playbook.id, condition: playbook.match, scope: scopeOf(playbook) })),
  );
  return candidates
    .flatMap((playbook): Match[] => {
      const explanation = explanations.get(playbook.id);
      if (explanation?.value !== true) return [];
      return [{ playbook, explanation, held: leavesOf(explanation).filter((leaf) => leaf.value === true) }];
    })
    .sort(byRank);
}

/** The few a person is shown: a fall-back only where nothing says more, one companion kept among them. */
export function shownMatches(matches: readonly Match[]): readonly Match[] {
  const isSpecific = ({ playbook }: Match): boolean => ['exact', 'service'].includes(playbook.specificity);
  const useful = matches.some(isSpecific)
    ? matches.filter((match) => match.playbook.specificity !== 'generic')
    : matches;
  const companions = useful.filter((match) => match.playbook.specificity === 'companion');
  const others = useful.filter((match) => match.playbook.specificity !== 'companion');
  const room = Math.max(shownAtMost - companions.length, others.length > 0 ? shownAtMost - 1 : 0);
  return [...others.slice(0, room), ...companions].slice(0, shownAtMost);
}
