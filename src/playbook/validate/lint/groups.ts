// Checks groups of conditions: contradictions, repetitions, and lists that would satisfy a condition by being empty.
import type { Condition, Leaf } from '../../../model/playbook.ts';
import type { Path } from '../../yaml.ts';
import { childrenOf, conditionsOf, isLeaf, nodesOf, type PlacedNode, type Role } from '../conditions.ts';
import type { Finding } from '../diagnostic.ts';
import type { Lint } from '../subject.ts';

export const groups: Lint = (subject) =>
  conditionsOf(subject).flatMap(({ condition, path, role }) => [
    ...nodesOf(condition, path).flatMap((node) => [...repetitions(node), ...contradictions(node)]),
    ...unguarded(condition, path, [], role),
  ]);

function repetitions({ condition, path }: PlacedNode): readonly Finding[] {
  const seen = new Set<string>();
  return childrenOf(condition, path).flatMap((child): readonly Finding[] => {
    const text = JSON.stringify(child.condition);
    if (!seen.has(text)) {
      seen.add(text);
      return [];
    }
    const message = 'this condition stands in the group already';
    return [{ code: 'WD506', path: child.path, part: 'value', message, hint: 'remove it' }];
  });
}

/** Values a fact must have one of, as a leaf of an all group demands. */
function demanded(leaf: Leaf): readonly unknown[] | undefined {
  if (leaf.params !== undefined || leaf.path !== undefined) return undefined;
  if (leaf.operator === 'equal' && typeof leaf.value !== 'object') return [leaf.value];
  return leaf.operator === 'in' && Array.isArray(leaf.value) ? leaf.value : undefined;
}

function contradictions({ condition, path }: PlacedNode): readonly Finding[] {
  if (!('all' in condition)) return [];
  const left = new Map<string, readonly unknown[]>();
  return childrenOf(condition, path).flatMap((child): readonly Finding[] => {
    const values = isLeaf(child.condition) ? demanded(child.condition) : undefined;
    if (values === undefined || !isLeaf(child.condition)) return [];
    const { fact } = child.condition;
    const before = left.get(fact) ?? values;
    const both = before.filter((value) => values.includes(value));
    left.set(fact, both.length === 0 ? before : both);
    if (both.length > 0) return [];
    const message = `never true: the same group already demands ${fact} to be ${before.map(String).join(' or ')}`;
    return [
      { code: 'WD505', path: child.path, part: 'value', message, hint: 'use any, or one leaf with the operator in' },
    ];
  });
}

const emptyHolds = (leaf: Leaf): boolean =>
  leaf.operator.startsWith('everyFact:') || leaf.operator === 'doesNotContain';
const demandsElement = (leaf: Leaf): boolean => leaf.operator === 'contains' || leaf.operator.startsWith('someFact:');

/** Guards are the leaves beside and above, in all groups, that demand an element of the same list. */
function unguarded(condition: Condition, path: Path, guards: readonly string[], role: Role): readonly Finding[] {
  if (isLeaf(condition))
    return emptyHolds(condition) && !guards.includes(condition.fact) ? [guardless(condition, path, role)] : [];
  const beside =
    'all' in condition
      ? condition.all
          .filter(isLeaf)
          .filter(demandsElement)
          .map(({ fact }) => fact)
      : [];
  return childrenOf(condition, path).flatMap((child) =>
    unguarded(child.condition, child.path, [...guards, ...beside], role),
  );
}

function guardless({ fact, operator }: Leaf, path: Path, role: Role): Finding {
  const proof = role.kind === 'cause' && role.cause.strength === 'proves';
  return {
    code: 'WD513',
    path: [...path, 'operator'],
    part: 'value',
    message: `"${operator}" is true for an empty ${fact}`,
    hint: `say in the same all what the list must have: { fact: ${fact}, operator: "someFact:like", value: "*" }; or ask for what is missing with not and contains`,
    ...(proof || operator !== 'doesNotContain' ? {} : { severity: 'warning' as const }),
  };
}
