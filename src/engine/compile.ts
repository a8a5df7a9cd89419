// Turns conditions as written into what one json-rules-engine run takes: facts by unique name, named conditions, wrapped roots.
import type { FactValue } from '../model/fact.ts';
import type { Condition, Leaf } from '../model/playbook.ts';
import type { Rule, Scope } from './scope.ts';

type Compiled = Readonly<Record<string, unknown>>;

export interface Program {
  readonly rules: readonly { readonly name: string; readonly conditions: Compiled }[];
  readonly conditions: ReadonlyMap<string, Compiled>;
  readonly facts: ReadonlyMap<string, FactValue>;
}

interface Draft extends Program {
  readonly conditions: Map<string, Compiled>;
  readonly facts: Map<string, FactValue>;
}

export function compile(rules: readonly Rule[]): Program {
  const draft: Draft = { rules: [], conditions: new Map(), facts: new Map() };
  const compiled = rules.map(({ key, condition, scope }) => ({
    name: key,
    conditions: asRoot(compileNode(condition, scope, draft)),
  }));
  return { ...draft, rules: compiled };
}

export const isLeaf = (condition: Condition): condition is Leaf => 'fact' in condition;

export const isReference = (value: unknown): value is { readonly fact: string } =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, 'fact');

function compileNode(condition: Condition, scope: Scope, draft: Draft): Compiled {
  if (isLeaf(condition)) return compileLeaf(condition, scope, draft);
  if ('all' in condition) return { all: condition.all.map((child) => compileNode(child, scope, draft)) };
  if ('any' in condition) return { any: condition.any.map((child) => compileNode(child, scope, draft)) };
  if ('not' in condition) return { not: compileNode(condition.not, scope, draft) };
  return compileNamed(condition.condition, scope, draft);
}

const compileLeaf = (leaf: Leaf, scope: Scope, draft: Draft): Compiled => ({
  fact: addFact(leaf, scope, draft),
  operator: leaf.operator,
  value: isReference(leaf.value) ? { fact: addFact(leaf.value, scope, draft) } : leaf.value,
  ...(leaf.path === undefined ? {} : { path: leaf.path }),
});

function compileNamed(name: string, scope: Scope, draft: Draft): Compiled {
  const key = `${scope.playbook}/${name}`;
  const named = Object.hasOwn(scope.conditions, name) ? scope.conditions[name] : undefined;
  if (named !== undefined && !draft.conditions.has(key)) {
    draft.conditions.set(key, { all: [] });
    draft.conditions.set(key, asRoot(compileNode(named, scope, draft)));
  }
  return { condition: key };
}

// The engine refuses a bare leaf at the root, and resolves a named condition only below a group.
const asRoot = (node: Compiled): Compiled => ('fact' in node || 'condition' in node ? { all: [node] } : node);

type FactOfLeaf = Pick<Leaf, 'fact' | 'params'>;

function addFact(leaf: FactOfLeaf, scope: Scope, draft: Draft): string {
  const name = engineName(leaf, scope);
  const value = scope.valueOf(leaf.fact, leaf.params);
  if (value !== undefined) draft.facts.set(name, value);
  return name;
}

/** The facts of one playbook's own (answers, steps) and of another request (params) get names of their own. */
function engineName(leaf: FactOfLeaf, scope: Scope): string {
  const own = /^(answers|steps)\./.test(leaf.fact) ? `${scope.playbook}/${leaf.fact}` : leaf.fact;
  return leaf.params === undefined ? own : `${scope.playbook}/${own}?${JSON.stringify(leaf.params)}`;
}
