// The properties every evaluation keeps, tried on random requests and policies.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuthorizationRequest, EvaluatedType, Evaluation, PolicySet } from '../../src/model/policy.ts';
import { evaluate } from '../../src/policy/evaluate.ts';
import { addStatement, contextKeys, layerNames, policySet, request, statement } from './arbitrary.ts';

const layerAndStatement = (effect: 'Allow' | 'Deny') =>
  fc.constantFrom(...layerNames).chain((layer) => fc.tuple(fc.constant(layer), statement(layer, effect)));

function property<Values extends [unknown, ...unknown[]]>(
  arbitraries: { [Index in keyof Values]: fc.Arbitrary<Values[Index]> },
  holds: (...values: Values) => void,
): void {
  const quiet = (...values: Values): void => {
    holds(...values);
  };
  fc.assert(fc.property(...arbitraries, quiet), { numRuns: 300 });
}

/** Everything but the order of statements, which follows the documents. */
const summary = ({ decision, decidedBy, grantedBy, failing, layers, restsOn }: Evaluation) => ({
  decision,
  decidedBy,
  grantedBy,
  failing,
  layers: layers.map((layer) => [layer.type, layer.decision]),
  restsOn: [...(restsOn ?? [])].sort(),
});

describe('more statements', () => {
  it('an added Deny turns no denial into an allow', () =>
    property([request, policySet, layerAndStatement('Deny')], (asked, set, [layer, added]) => {
      if (evaluate(asked, set).decision === 'allowed') return;
      const present = set[layer] !== undefined || layer === 'identity' || layer === 'resource';
      if (present) expect(evaluate(asked, addStatement(set, layer, added)).decision).not.toBe('allowed');
    }));

  it('an added Allow removes no explicit deny', () =>
    property([request, policySet, layerAndStatement('Allow')], (asked, set, [layer, added]) => {
      if (evaluate(asked, set).decision !== 'explicitDeny') return;
      expect(evaluate(asked, addStatement(set, layer, added)).decision).toBe('explicitDeny');
    }));
});

const reversed = (value: unknown, order: boolean): unknown => {
  if (Array.isArray(value)) return value.map((item) => reversed(item, false)).reverse();
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, reversed(item, key === 'scps' || key === 'rcps')]);
  return Object.fromEntries(order ? entries : entries.reverse());
};

/** Statements, documents, values and keys backwards; the levels of an organization too, which are all needed. */
const permuted = (set: PolicySet): PolicySet => reversed(set, false) as PolicySet;

describe('order', () => {
  it('permuting statements, documents, values and keys changes nothing', () =>
    property([request, policySet], (asked, set) =>
      expect(summary(evaluate(asked, permuted(set)))).toEqual(summary(evaluate(asked, set))),
    ));
});

const renames = [
  ['555566667777', '121212121212'],
  ['888899990000', '343434343434'],
  ['quarry', 'harbour'],
  ['ines', 'nora'],
  ['Dig', 'Dock'],
  ['morning', 'tide'],
] as const;

const renamed = <Value>(value: Value): Value =>
  JSON.parse(renames.reduce((text, [from, to]) => text.replaceAll(from, to), JSON.stringify(value))) as Value;

describe('names', () => {
  it('the evaluation of a renamed case is the renamed evaluation', () =>
    property([request, policySet], (asked, set) =>
      expect(evaluate(renamed(asked), renamed(set))).toEqual(renamed(evaluate(asked, set))),
    ));
});

const types: readonly EvaluatedType[] = ['identity', 'boundary', 'session', 'resource', 'scp', 'rcp', 'vpcEndpoint'];
const unknownness = fc.record({ policies: fc.subarray([...types]), context: fc.subarray([...contextKeys]) });
type Unknownness = { readonly policies: readonly EvaluatedType[]; readonly context: readonly string[] };

/** The same case before some of its policies and context keys were learnt. */
function forget(asked: AuthorizationRequest, set: PolicySet, unknown: Unknownness): [AuthorizationRequest, PolicySet] {
  const lost = new Set<string>(unknown.policies.map((type) => (type === 'scp' || type === 'rcp' ? `${type}s` : type)));
  const kept = Object.entries(set).filter(([layer]) => !lost.has(layer));
  const context = Object.entries(asked.context).filter(([key]) => !unknown.context.includes(key));
  return [
    { ...asked, context: Object.fromEntries(context) },
    { ...Object.fromEntries(kept), unknown },
  ];
}

describe('what is known', () => {
  it('an evaluation that knows everything never says unknown', () =>
    property([request, policySet], (asked, set) => expect(evaluate(asked, set).decision).not.toBe('unknown')));
});

describe('what is not known', () => {
  it('settling an unknown contradicts nothing that was known', () =>
    property([request, policySet, unknownness], (asked, set, unknown) => {
      const before = evaluate(...forget(asked, set, unknown));
      const after = evaluate(asked, set);
      expect(before.possible).toContain(after.decision);
      for (const layer of before.failing) expect(after.failing).toContain(layer);
    }));

  it('an unknown decision names the facts that settle it, and no others', () =>
    property([request, policySet, unknownness], (asked, set, unknown) => {
      const { decision, wouldSettle } = evaluate(...forget(asked, set, unknown));
      const facts = [
        ...unknown.policies.map((type) => `policy.${type}`),
        ...unknown.context.map((key) => `context.${key}`),
      ];
      expect(wouldSettle === undefined).toBe(decision !== 'unknown');
      for (const set of wouldSettle ?? []) expect(facts).toEqual(expect.arrayContaining([...set]));
    }));
});

describe('what would settle', () => {
  it.each(['policies', 'context'] as const)('learning the last set of %s always settles the decision', (kind) =>
    property([request, policySet, unknownness], (asked, set, unknowns) => {
      const unknown = { policies: [], context: [], [kind]: unknowns[kind] };
      const all = evaluate(...forget(asked, set, unknown)).wouldSettle?.at(-1);
      if (all === undefined) return;
      const policies = unknown.policies.filter((type) => !all.includes(`policy.${type}`));
      const context = unknown.context.filter((key) => !all.includes(`context.${key}`));
      expect(evaluate(...forget(asked, set, { policies, context })).decision).not.toBe('unknown');
    }),
  );
});
