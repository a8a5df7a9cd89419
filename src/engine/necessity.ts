// What a condition cannot do without: facts that must be known, and the only values with which it can hold.
import type { Condition, Leaf } from '../model/playbook.ts';
import { isLeaf, isReference } from './compile.ts';

export type Key = string | number | boolean;

export interface Necessity {
  /** Facts that must be known: an unknown one leaves the condition unknown at best. */
  readonly known: ReadonlySet<string>;
  /** fact → the values it must be one of. */
  readonly values: ReadonlyMap<string, ReadonlySet<Key>>;
  /** Leaves over one fact and a literal that must all hold. */
  readonly leaves: readonly Leaf[];
}

type Named = Readonly<Record<string, Condition>>;

const nothing: Necessity = { known: new Set(), values: new Map(), leaves: [] };

/** Exact: whoever does not meet it makes the condition false or unknown. `not` demands nothing that could be told cheaply. */
export function necessityOf(condition: Condition, named: Named): Necessity {
  if (isLeaf(condition)) return ofLeaf(condition);
  if ('all' in condition) return condition.all.map((child) => necessityOf(child, named)).reduce(both, nothing);
  if ('any' in condition) return ofAny(condition.any.map((child) => necessityOf(child, named)));
  if ('not' in condition) return nothing;
  const { [condition.condition]: target, ...rest } = named;
  return target === undefined ? nothing : necessityOf(target, rest);
}

export const isKey = (value: unknown): value is Key => ['string', 'number', 'boolean'].includes(typeof value);

function ofLeaf(leaf: Leaf): Necessity {
  const isOwn = /^(answers|steps)\./.test(leaf.fact);
  if (isOwn || leaf.params !== undefined || leaf.operator === 'known') return nothing;
  const isPlain = leaf.path === undefined && !isReference(leaf.value);
  const admitted = isPlain ? admittedBy(leaf) : undefined;
  return {
    known: new Set([leaf.fact]),
    values: admitted === undefined ? new Map() : new Map([[leaf.fact, new Set(admitted)]]),
    leaves: isPlain ? [leaf] : [],
  };
}

/** The values a leaf admits, when it admits only listed ones. */
function admittedBy({ operator, value }: Leaf): readonly Key[] | undefined {
  const listed: unknown = value;
  if (operator === 'equal') return isKey(listed) ? [listed] : undefined;
  return operator === 'in' && Array.isArray(listed) && listed.every(isKey) ? listed : undefined;
}

function both(left: Necessity, right: Necessity): Necessity {
  const values = new Map(left.values);
  for (const [fact, admitted] of right.values) {
    const before = values.get(fact);
    values.set(fact, before === undefined ? admitted : new Set([...admitted].filter((value) => before.has(value))));
  }
  return { known: new Set([...left.known, ...right.known]), values, leaves: [...left.leaves, ...right.leaves] };
}

/** Of alternatives only what all of them demand is necessary. */
function ofAny(alternatives: readonly Necessity[]): Necessity {
  const [first, ...others] = alternatives;
  if (first === undefined) return nothing;
  const known = [...first.known].filter((fact) => others.every((other) => other.known.has(fact)));
  const shared = [...first.values.keys()].filter((fact) => others.every((other) => other.values.has(fact)));
  return {
    known: new Set(known),
    leaves: [],
    values: new Map(
      shared.map((fact) => [fact, new Set(alternatives.flatMap(({ values }) => [...(values.get(fact) ?? [])]))]),
    ),
  };
}
