// Finds the playbooks that could match at all, from an index over conditions their match cannot do without.
import type { FactValue } from '../model/fact.ts';
import type { Condition, Leaf, LoadedPlaybook, PlaybookSet } from '../model/playbook.ts';
import { isLeaf, isReference } from './compile.ts';

type Key = string | number | boolean;

export interface PlaybookIndex {
  /** fact → value → positions of the playbooks that need one of their facts to have it. */
  readonly byFact: ReadonlyMap<string, ReadonlyMap<Key, readonly number[]>>;
  /** Positions of those that no single fact can exclude. */
  readonly always: readonly number[];
}

/** Facts that tell playbooks apart, the most telling first. */
const telling = ['error.action', 'error.operation', 'error.service', 'error.policyType', 'error.code', 'error.class'];

const rank = (fact: string): number => (telling.includes(fact) ? telling.indexOf(fact) : telling.length);

/** The leaves that must hold for the condition to hold: those reached through `all` only. */
function necessaryLeaves(condition: Condition, named: LoadedPlaybook['conditions'], depth = 0): readonly Leaf[] {
  if (isLeaf(condition)) return [condition];
  if ('all' in condition) return condition.all.flatMap((child) => necessaryLeaves(child, named, depth));
  if (!('condition' in condition) || named === undefined || depth > 8) return [];
  const target = Object.hasOwn(named, condition.condition) ? named[condition.condition] : undefined;
  return target === undefined ? [] : necessaryLeaves(target, named, depth + 1);
}

const isKey = (value: unknown): value is Key => ['string', 'number', 'boolean'].includes(typeof value);

/** The values a leaf admits, when it admits only listed ones. */
function admitted(leaf: Leaf): readonly Key[] | undefined {
  if (leaf.path !== undefined || leaf.params !== undefined || isReference(leaf.value)) return undefined;
  if (/^(answers|steps)\./.test(leaf.fact)) return undefined;
  const values: unknown = leaf.value;
  if (leaf.operator === 'equal') return isKey(values) ? [values] : undefined;
  return leaf.operator === 'in' && Array.isArray(values) && values.every(isKey) ? values : undefined;
}

function discriminator(
  playbook: LoadedPlaybook,
): { readonly fact: string; readonly values: readonly Key[] } | undefined {
  return necessaryLeaves(playbook.match, playbook.conditions)
    .flatMap((leaf) => {
      const values = admitted(leaf);
      return values === undefined ? [] : [{ fact: leaf.fact, values }];
    })
    .sort((a, b) => rank(a.fact) - rank(b.fact) || a.values.length - b.values.length)[0];
}

export function indexPlaybooks(playbooks: readonly LoadedPlaybook[]): PlaybookIndex {
  const byFact = new Map<string, Map<Key, number[]>>();
  const always: number[] = [];
  playbooks.forEach((playbook, position) => {
    const found = discriminator(playbook);
    if (found === undefined) always.push(position);
    for (const value of new Set(found?.values)) {
      const values = byFact.get(found?.fact ?? '') ?? new Map<Key, number[]>();
      const positions = values.get(value) ?? [];
      positions.push(position);
      values.set(value, positions);
      byFact.set(found?.fact ?? '', values);
    }
  });
  return { byFact, always };
}

const indexes = new WeakMap<PlaybookSet, PlaybookIndex>();

/** Exact: a playbook left out cannot match, since a condition it needs is false or unknown. */
export function candidatesOf(
  set: PlaybookSet,
  valueOf: (fact: string) => FactValue | undefined,
): readonly LoadedPlaybook[] {
  const index = indexes.get(set) ?? indexPlaybooks(set.playbooks);
  indexes.set(set, index);
  const found = [...index.byFact].flatMap(([fact, values]) => {
    const value = valueOf(fact);
    return isKey(value) ? (values.get(value) ?? []) : [];
  });
  return [...index.always, ...found]
    .sort((a, b) => a - b)
    .flatMap((position) => set.playbooks[position] ?? [])
    .filter((playbook) => playbook.status === 'stable' || playbook.status === 'beta');
}
