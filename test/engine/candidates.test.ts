// Only playbooks that cannot match are passed by: what is left finds the same matches as evaluating every playbook.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { candidatesOf } from '../../src/engine/candidates.ts';
import { evaluateRules } from '../../src/engine/evaluate.ts';
import { matchPlaybooks } from '../../src/engine/match.ts';
import { playbookScope } from '../../src/engine/playbook-scope.ts';
import type { Fact } from '../../src/model/fact.ts';
import type { Condition, LoadedPlaybook, PlaybookSet } from '../../src/model/playbook.ts';

const facts = ['error.action', 'error.service', 'error.code', 'caller.kind'];
const values = ['a', 'b', 'c'];
const leaves = fc.oneof(
  fc.record({ fact: fc.constantFrom(...facts), operator: fc.constant('equal'), value: fc.constantFrom(...values) }),
  fc.record({
    fact: fc.constantFrom(...facts),
    operator: fc.constantFrom('in', 'notIn'),
    value: fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 }),
  }),
);
const { condition: conditions } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    leaves,
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
    fc.constant({ condition: 'shared' }),
  ),
}));

const playbook = (match: Condition, position: number): LoadedPlaybook => ({
  format: 'playbook/v1',
  id: `p${position}`,
  title: 'A playbook',
  summary: 'A playbook',
  status: 'stable',
  specificity: 'exact',
  references: [],
  match,
  conditions: { shared: { fact: 'error.code', operator: 'equal', value: 'a' } },
  steps: [],
  causes: [],
  tests: [],
  family: 'test',
  file: 'test.yaml',
});

const stated = (name: string, value: string): Fact => ({
  name,
  status: 'present',
  value,
  source: { origin: 'set', grade: 'answered' },
});
const worlds = fc
  .dictionary(fc.constantFrom(...facts), fc.constantFrom(...values))
  .map((world) => new Map(Object.entries(world).map(([name, value]) => [name, stated(name, value)])));

it('finds the same matches as evaluating every playbook', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(conditions, { maxLength: 8 }), worlds, async (matches, world) => {
      const set: PlaybookSet = { playbooks: matches.map(playbook), problems: [] };
      const scopeOf = (one: LoadedPlaybook) => playbookScope(one, { facts: world }, {});
      const found = (await matchPlaybooks(set, scopeOf)).map((match) => match.playbook.id).sort();
      const all = await evaluateRules(
        set.playbooks.map((one) => ({ key: one.id, condition: one.match, scope: scopeOf(one) })),
      );
      expect(found).toEqual([...all].flatMap(([id, { value }]) => (value === true ? [id] : [])).sort());
    }),
    { numRuns: 200 },
  );
});

it('passes by playbooks whose necessary condition is false or unknown', () => {
  const match: Condition = { all: [{ fact: 'error.action', operator: 'equal', value: 'a' }] };
  const set: PlaybookSet = { playbooks: [playbook(match, 0), playbook({ not: match }, 1)], problems: [] };
  const ids = (value: string | undefined) => candidatesOf(set, () => value).map(({ id }) => id);
  expect(ids('a')).toEqual(['p0', 'p1']);
  expect(ids('b')).toEqual(['p1']);
  expect(ids(undefined)).toEqual(['p1']);
});
