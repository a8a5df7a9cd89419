// Folds the engine's result tree into three values beside the condition as written: a leaf is unknown when a side is undefined.
import type { Explanation } from '../model/diagnosis.ts';
import type { FactValue } from '../model/fact.ts';
import type { Condition, Leaf } from '../model/playbook.ts';
import { isLeaf, isReference } from './compile.ts';
import type { Scope } from './scope.ts';
import { allOf, anyOf, notOf, strongestOf, weakestOf } from './tri.ts';

/** A node of the engine's result: groups carry their kind as key, leaves what they saw. */
export interface ResultNode {
  readonly all?: readonly ResultNode[];
  readonly any?: readonly ResultNode[];
  readonly not?: ResultNode;
  readonly result?: boolean;
  readonly factResult?: unknown;
  readonly valueResult?: unknown;
}

/** The result of a root that was wrapped in `all` for the engine's sake. */
const unwrap = (condition: Condition, node: ResultNode): ResultNode =>
  (isLeaf(condition) || 'condition' in condition) && node.all?.length === 1 ? (node.all[0] ?? node) : node;

export const explainRoot = (condition: Condition, node: ResultNode, scope: Scope): Explanation =>
  explain(condition, unwrap(condition, node), scope);

function explain(condition: Condition, node: ResultNode, scope: Scope): Explanation {
  if (isLeaf(condition)) return explainLeaf(condition, node, scope);
  if ('all' in condition) return explainGroup('all', condition.all, node.all ?? [], scope);
  if ('any' in condition) return explainGroup('any', condition.any, node.any ?? [], scope);
  if ('not' in condition) {
    const child = explain(condition.not, node.not ?? {}, scope);
    return { kind: 'not', value: notOf(child.value), child };
  }
  const named = scope.conditions[condition.condition];
  if (named === undefined) return { kind: 'any', value: 'unknown', children: [], name: condition.condition };
  return nameIt(explainRoot(named, node, scope), condition.condition);
}

const nameIt = (explanation: Explanation, name: string): Explanation =>
  explanation.kind === 'leaf'
    ? { kind: 'all', value: explanation.value, children: [explanation], name }
    : { ...explanation, name };

function explainGroup(
  kind: 'all' | 'any',
  conditions: readonly Condition[],
  nodes: readonly ResultNode[],
  scope: Scope,
): Explanation {
  const children = conditions.map((condition, position) => explain(condition, nodes[position] ?? {}, scope));
  const values = children.map((child) => child.value);
  return { kind, value: kind === 'all' ? allOf(values) : anyOf(values), children };
}

function explainLeaf(leaf: Leaf, node: ResultNode, scope: Scope): Explanation {
  const reference = isReference(leaf.value) ? leaf.value.fact : undefined;
  const actual = node.factResult as FactValue | undefined;
  const expected = (reference === undefined ? leaf.value : node.valueResult) as FactValue | undefined;
  const isUnknown = leaf.operator !== 'known' && (actual === undefined || expected === undefined);
  const grade = weakestOf([scope.gradeOf(leaf.fact), reference === undefined ? undefined : scope.gradeOf(reference)]);
  return {
    kind: 'leaf',
    value: isUnknown ? 'unknown' : node.result === true,
    fact: leaf.fact,
    operator: leaf.operator,
    ...(expected === undefined ? {} : { expected }),
    ...(reference === undefined ? {} : { expectedFact: reference }),
    ...(actual === undefined ? {} : { actual }),
    ...(isUnknown || grade === undefined ? {} : { grade }),
    ...(leaf.path === undefined ? {} : { path: leaf.path }),
    ...(leaf.params === undefined ? {} : { params: leaf.params }),
  };
}

/** The grade of what makes the condition true or false: the weakest part where all count, the strongest where one does. */
export function gradeOf(explanation: Explanation) {
  if (explanation.kind === 'leaf') return explanation.grade;
  if (explanation.kind === 'not') return gradeOf(explanation.child);
  const deciding = explanation.children.filter((child) => child.value === explanation.value);
  const needsAll = (explanation.kind === 'all') === (explanation.value === true);
  const grades: ReturnType<typeof weakestOf>[] = deciding.map(gradeOf);
  return needsAll ? weakestOf(grades) : strongestOf(grades);
}

export type LeafExplanation = Extract<Explanation, { kind: 'leaf' }>;

export function leavesOf(explanation: Explanation): readonly LeafExplanation[] {
  if (explanation.kind === 'leaf') return [explanation];
  return explanation.kind === 'not' ? leavesOf(explanation.child) : explanation.children.flatMap(leavesOf);
}
