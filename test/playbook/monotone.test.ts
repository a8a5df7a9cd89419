// Settling an unknown fact never takes back a proof, nor revives a cause that was ruled out: tried with every value of every fact, for all playbooks.
import { describe, expect, it } from 'vitest';
import { evaluateRules } from '../../src/engine/evaluate.ts';
import { playbookScope } from '../../src/engine/playbook-scope.ts';
import type { Rule } from '../../src/engine/scope.ts';
import { alone, diagnoseTest } from '../../src/author/testing/run-test.ts';
import { entryOf } from '../../src/model/catalogue/catalogue.ts';
import type { Diagnosis } from '../../src/model/diagnosis.ts';
import type { Fact, FactValue } from '../../src/model/fact.ts';
import type { Condition, Leaf, LoadedPlaybook, PlaybookCause, PlaybookTest } from '../../src/model/playbook.ts';
import { loadPlaybooks } from '../../src/playbook/load.ts';

const { playbooks } = await loadPlaybooks();

function leavesOf(condition: Condition, playbook: LoadedPlaybook): readonly Leaf[] {
  if ('fact' in condition) return [condition];
  if ('not' in condition) return leavesOf(condition.not, playbook);
  if ('condition' in condition) return leavesOf(playbook.conditions?.[condition.condition] ?? { all: [] }, playbook);
  return ('all' in condition ? condition.all : condition.any).flatMap((member) => leavesOf(member, playbook));
}

/** Every listed value; for open types the values the conditions name, and one they do not. */
function valuesOf(name: string, leaves: readonly Leaf[]): readonly FactValue[] {
  const entry = entryOf(name);
  const named = leaves.filter(({ fact }) => fact === name).flatMap(({ value }) => [value].flat() as FactValue[]);
  if (entry?.type === 'boolean') return [true, false];
  if (entry?.type === 'list') return [[], ['other'], ...named.map((value) => [value]), [...named, 'other']];
  return entry?.values ?? [...named.filter((value) => typeof value !== 'object'), 'other'];
}

const stated = (name: string, value: FactValue): Fact => ({
  name,
  status: 'present',
  value,
  source: { origin: 'set', grade: 'answered' },
});

interface Variant {
  readonly what: string;
  readonly before: 'confirmed' | 'ruledOut';
  readonly rule: Rule;
}

function variantsOf(
  playbook: LoadedPlaybook,
  cause: PlaybookCause,
  test: PlaybookTest,
  diagnosis: Diagnosis,
): readonly Variant[] {
  const before = diagnosis.causes.find(({ id }) => id === cause.id)?.state;
  if (before === undefined || before === 'open' || (before === 'confirmed' && cause.strength !== 'proves')) return [];
  const known = new Map(diagnosis.facts.map((fact) => [fact.name, fact]));
  const leaves = leavesOf(cause.when, playbook);
  const unknown = [...new Set(leaves.map(({ fact }) => fact))].filter(
    (fact) => !known.has(fact) && entryOf(fact) !== undefined,
  );
  return unknown.flatMap((name) =>
    valuesOf(name, leaves).map((value) => {
      const facts = new Map(known).set(name, stated(name, value));
      const outcomes = new Map(diagnosis.steps.map(({ id, outcome }) => [id, outcome]));
      const what = `${playbook.id}/${cause.id} (${test.name}) with ${name} = ${JSON.stringify(value)}`;
      return {
        what,
        before,
        rule: {
          key: what,
          condition: cause.when,
          scope: playbookScope(playbook, { facts }, diagnosis.answers, outcomes),
        },
      };
    }),
  );
}

async function broken(playbook: LoadedPlaybook): Promise<readonly string[]> {
  const variants: Variant[] = [];
  for (const test of playbook.tests.filter((one) => one.expect.match !== false)) {
    const diagnosis = await diagnoseTest(test, alone(playbook));
    variants.push(...playbook.causes.flatMap((cause) => variantsOf(playbook, cause, test, diagnosis)));
  }
  const findings: string[] = [];
  for (const { what, before, rule } of variants) {
    const after = await evaluateRules([rule]);
    if (after.get(what)?.value !== (before === 'confirmed')) findings.push(`${before}: ${what}`);
  }
  return findings;
}

describe('knowledge only grows', () => {
  it.each(playbooks.map((playbook) => [playbook.id, playbook] as const))('%s', async (_, playbook) =>
    expect(await broken(playbook)).toEqual([]),
  );
});
