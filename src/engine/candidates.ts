// Finds the playbooks that could match at all. Most are told by the first fact they need, so that looking at each is cheaper than an index of them.
import type { FactValue } from '../model/fact.ts';
import type { LoadedPlaybook, PlaybookSet } from '../model/playbook.ts';
import { mayHold, type ValueOf } from './may-hold.ts';

/** Exact: a playbook left out cannot match, since something it needs is false or unknown. */
export function candidatesOf({ playbooks }: PlaybookSet, valueOf: ValueOf): readonly LoadedPlaybook[] {
  const known = remembered(valueOf);
  return playbooks.filter(
    ({ status, match, conditions = {} }) =>
      (status === 'stable' || status === 'beta') && mayHold(match, conditions, known),
  );
}

function remembered(valueOf: ValueOf): ValueOf {
  const known = new Map<string, FactValue | undefined>();
  return (fact) => {
    if (!known.has(fact)) known.set(fact, valueOf(fact));
    return known.get(fact);
  };
}
