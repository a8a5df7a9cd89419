// Asks every source for the facts it provides among those wanted, all at once; a failed read is a fact with that status.
import type { Fact, FactSource } from '../model/fact.ts';

export async function gatherFacts(
  sources: readonly FactSource[],
  wanted: readonly string[],
  known: ReadonlyMap<string, Fact>,
): Promise<readonly Fact[]> {
  const reads = sources.map((source) => {
    const names = wanted.filter((name) => source.provides.includes(name));
    return names.length === 0 ? [] : source.fetch(names, known);
  });
  return (await Promise.all(reads)).flat();
}
