// Finds the playbooks that could match at all, from an index over what their match cannot do without.
import type { FactValue } from '../model/fact.ts';
import type { LoadedPlaybook, PlaybookSet } from '../model/playbook.ts';
import { tryOperator } from './operators.ts';
import { isKey, necessityOf, type Key, type Necessity } from './necessity.ts';

export interface PlaybookIndex {
  /** fact → value → positions of the playbooks that need this fact to have one of their values. */
  readonly byFact: ReadonlyMap<string, ReadonlyMap<Key, readonly number[]>>;
  /** Positions of those that no single value can exclude. */
  readonly always: readonly number[];
  /** By position: all that the match cannot do without. */
  readonly necessities: readonly Necessity[];
}

/** Facts that tell playbooks apart, the most telling first. */
const telling = ['error.action', 'error.operation', 'error.service', 'error.code', 'error.policyType', 'error.class'];

const rank = (fact: string): number => (telling.includes(fact) ? telling.indexOf(fact) : telling.length - 1.5);

/** The one fact a playbook is found by: the most telling, with the fewest values. */
function discriminator({ values }: Necessity): readonly [string, ReadonlySet<Key>] | undefined {
  return [...values].sort(([a, left], [b, right]) => rank(a) - rank(b) || left.size - right.size)[0];
}

export function indexPlaybooks(playbooks: readonly LoadedPlaybook[]): PlaybookIndex {
  const byFact = new Map<string, Map<Key, number[]>>();
  const always: number[] = [];
  const necessities = playbooks.map(({ match, conditions = {} }) => necessityOf(match, conditions));
  necessities.forEach((necessity, position) => {
    const found = discriminator(necessity);
    if (found === undefined) always.push(position);
    for (const value of found?.[1] ?? []) {
      const values = byFact.get(found?.[0] ?? '') ?? new Map<Key, number[]>();
      const positions = values.get(value) ?? [];
      positions.push(position);
      values.set(value, positions);
      byFact.set(found?.[0] ?? '', values);
    }
  });
  return { byFact, always, necessities };
}

const indexes = new WeakMap<PlaybookSet, PlaybookIndex>();

type ValueOf = (fact: string) => FactValue | undefined;

/** Exact: a playbook left out cannot match, since something it needs is false or unknown. */
export function candidatesOf(set: PlaybookSet, valueOf: ValueOf): readonly LoadedPlaybook[] {
  const index = indexes.get(set) ?? indexPlaybooks(set.playbooks);
  indexes.set(set, index);
  const found = [...index.byFact].flatMap(([fact, values]) => {
    const value = valueOf(fact);
    return isKey(value) ? (values.get(value) ?? []) : [];
  });
  return [...index.always, ...found]
    .filter((position) => meets(index.necessities[position], valueOf))
    .sort((a, b) => a - b)
    .flatMap((position) => set.playbooks[position] ?? [])
    .filter((playbook) => playbook.status === 'stable' || playbook.status === 'beta');
}

function meets(necessity: Necessity | undefined, valueOf: ValueOf): boolean {
  if (necessity === undefined) return true;
  for (const fact of necessity.known) if (valueOf(fact) === undefined) return false;
  for (const [fact, admitted] of necessity.values) {
    const value = valueOf(fact);
    if (!isKey(value) || !admitted.has(value)) return false;
  }
  return necessity.leaves.every(({ fact, operator, value }) => tryOperator(operator, valueOf(fact), value) !== false);
}
