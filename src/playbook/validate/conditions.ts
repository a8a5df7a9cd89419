// Walks the conditions of a playbook: where each stands, what it is for, and the leaves it comes down to.
import type { Condition, Leaf, Playbook, PlaybookCause } from '../../model/playbook.ts';
import type { Path } from '../yaml.ts';
import type { PlacedStep, Subject } from './subject.ts';

export type Role =
  | { readonly kind: 'match' }
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'when' | 'expect'; readonly step: PlacedStep }
  | { readonly kind: 'cause'; readonly cause: PlaybookCause };

export interface PlacedCondition {
  readonly condition: Condition;
  readonly path: Path;
  readonly role: Role;
}

export interface PlacedLeaf {
  readonly leaf: Leaf;
  readonly path: Path;
}

export const isLeaf = (condition: Condition): condition is Leaf => 'fact' in condition;

/** The conditions as authored in this file, not those of its fragments. */
export function conditionsOf({ playbook, steps, isFragment }: Subject): readonly PlacedCondition[] {
  const named = Object.entries(playbook.conditions ?? {}).map(([name, condition]): PlacedCondition => ({
    condition,
    path: ['conditions', name],
    role: { kind: 'named', name },
  }));
  const causes = playbook.causes.map((cause, index): PlacedCondition => ({
    condition: cause.when,
    path: ['causes', index, 'when'],
    role: { kind: 'cause', cause },
  }));
  const match: PlacedCondition = { condition: playbook.match, path: ['match'], role: { kind: 'match' } };
  return [...(isFragment ? [] : [match]), ...named, ...steps.flatMap(conditionsOfStep), ...causes];
}

function conditionsOfStep(placed: PlacedStep): readonly PlacedCondition[] {
  const { step, path } = placed;
  if (path === undefined) return [];
  const when =
    step.when === undefined ? [] : [{ condition: step.when, path: [...path, 'when'], kind: 'when' } as const];
  const expect =
    step.type === 'check' ? [{ condition: step.expect, path: [...path, 'expect'], kind: 'expect' } as const] : [];
  return [...when, ...expect].map(({ kind, ...rest }) => ({ ...rest, role: { kind, step: placed } }));
}

export interface PlacedNode {
  readonly condition: Condition;
  readonly path: Path;
}

/** The condition and all inside it, without following names. */
export function nodesOf(condition: Condition, path: Path): readonly PlacedNode[] {
  return [{ condition, path }, ...childrenOf(condition, path).flatMap((child) => nodesOf(child.condition, child.path))];
}

export function childrenOf(condition: Condition, path: Path): readonly PlacedNode[] {
  if ('all' in condition)
    return condition.all.map((child, index) => ({ condition: child, path: [...path, 'all', index] }));
  if ('any' in condition)
    return condition.any.map((child, index) => ({ condition: child, path: [...path, 'any', index] }));
  return 'not' in condition ? [{ condition: condition.not, path: [...path, 'not'] }] : [];
}

export function leavesOf(condition: Condition, path: Path): readonly PlacedLeaf[] {
  return nodesOf(condition, path).flatMap((node) =>
    isLeaf(node.condition) ? [{ leaf: node.condition, path: node.path }] : [],
  );
}

/** Every leaf a condition comes down to, through names; a circle is walked once. */
export function leavesThrough(condition: Condition, path: Path, playbook: Playbook): readonly PlacedLeaf[] {
  const seen = new Set<string>();
  const walk = (node: Condition, at: Path): readonly PlacedLeaf[] =>
    nodesOf(node, at).flatMap(({ condition: inner, path: place }) => {
      if (isLeaf(inner)) return [{ leaf: inner, path: place }];
      if (!('condition' in inner) || seen.has(inner.condition)) return [];
      seen.add(inner.condition);
      const named = playbook.conditions?.[inner.condition];
      return named === undefined ? [] : walk(named, ['conditions', inner.condition]);
    });
  return walk(condition, path);
}

/** The fact on the right-hand side, where a leaf compares two. */
export function otherFact(leaf: Leaf): string | undefined {
  const { value } = leaf;
  return typeof value === 'object' && 'fact' in value && typeof value.fact === 'string' ? value.fact : undefined;
}
