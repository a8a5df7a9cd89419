// Runs the table of condition operators: policy value, request value, and whether the condition holds.
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/policy/evaluate.ts';
import { expand, readTable } from './case.ts';

interface Operator {
  readonly operator: string;
  /** Policy value or values, request value (`absent` for none), whether it holds. */
  readonly rows: readonly (readonly [wanted: unknown, actual: string | string[], holds: boolean])[];
}

function condition(operator: string, wanted: unknown, actual: string | string[]) {
  const context: Record<string, string | string[]> = actual === 'absent' ? {} : { 'quarry:Grade': actual };
  const guarded = { allow: 's3:*', on: '*', if: { [operator]: { 'Quarry:grade': wanted } } };
  const { request, policies } = expand({ name: operator, context, policies: { identity: [guarded] }, expect: '' });
  return evaluate(request, policies).statements[0]?.condition;
}

const rows = readTable<Operator>('operators').flatMap(({ operator, rows: table }) =>
  table.map(([wanted, actual, holds]) => [operator, wanted, actual, holds] as const),
);

describe('condition operators', () => {
  it.each(rows)('%s %j against %j: %s', (operator, wanted, actual, holds) =>
    expect(condition(operator, wanted, actual)).toBe(holds),
  );
});
