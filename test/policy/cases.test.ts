// Runs the case tables: what each request comes to under its policies, and how that is explained.
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/policy/evaluate.ts';
import { type Case, expand, readTable, summaries } from './case.ts';

const tables = readdirSync(new URL('cases', import.meta.url)).map((file) => file.replace('.yaml', ''));
const compared = Object.keys(summaries) as (keyof typeof summaries)[];

function check(item: Case): void {
  const { request, policies } = expand(item);
  const evaluation = evaluate(request, policies);
  const asked = compared.filter((name) => item[name] !== undefined);
  const got = Object.fromEntries(asked.map((name) => [name, summaries[name](evaluation)]));
  const layers = Object.fromEntries(evaluation.layers.map((layer) => [layer.type, layer.decision]));
  expect({ ...got, layers }).toEqual({
    ...Object.fromEntries(asked.map((name) => [name, item[name]])),
    layers: { ...layers, ...item.layers },
  });
}

describe.each(tables.filter((table) => table !== 'operators'))('%s', (table) => {
  it.each(readTable<Case>(table).map((item) => [item.name, item] as const))('%s', (_name, item) => check(item));
});
