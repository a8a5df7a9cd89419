// Facts from several sources become one set: the stronger origin wins, known beats unknown, disagreements are kept.
import { describe, expect, it } from 'vitest';
import { mergeFacts, valueIn } from '../../src/facts/known.ts';
import { factOrigins, type Fact, type FactOrigin, type FactStatus } from '../../src/model/fact.ts';

const fact = (origin: FactOrigin, value: string | undefined, status: FactStatus = 'present'): Fact => ({
  name: 'decision.scp',
  status,
  ...(value === undefined ? {} : { value }),
  source: { origin, grade: 'answered' },
});

describe('the stronger origin wins, in either order', () => {
  const pairs = factOrigins.flatMap((strong, rank) =>
    factOrigins.slice(rank + 1).map((weak) => [strong, weak] as const),
  );
  it.each(pairs)('%s over %s', (strong, weak) => {
    const [won, lost] = [fact(strong, 'allowed'), fact(weak, 'explicitDeny')];
    for (const lists of [
      [won, lost],
      [lost, won],
    ]) {
      const { facts, conflicts } = mergeFacts(lists);
      expect(facts.get('decision.scp')).toBe(won);
      expect(conflicts).toEqual([{ name: 'decision.scp', kept: won, dropped: lost }]);
    }
  });
});

describe('what was read beats what could not be read', () => {
  it.each<FactStatus>(['denied', 'unreachable', 'unsupported', 'not-retrievable', 'not-asked'])('%s', (status) => {
    const { facts, conflicts } = mergeFacts([fact('live', undefined, status), fact('answer', 'allowed')]);
    expect(valueIn(facts, 'decision.scp')).toBe('allowed');
    expect(conflicts).toEqual([]);
  });
  it('absence is known: it stands for a value', () => {
    const { facts } = mergeFacts([fact('file', undefined, 'absent'), fact('answer', 'allowed')]);
    expect(valueIn(facts, 'decision.scp')).toBe('notApplicable');
  });
});

it('agreeing sources are no conflict', () =>
  expect(mergeFacts([fact('set', 'allowed'), fact('file', 'allowed')]).conflicts).toEqual([]));
