// Asks every source for the facts it provides among those wanted, all at once; a failed read is a fact with that status.
import type { Fact, FactSource, Reading } from '../model/fact.ts';

const isReading = (found: readonly Fact[] | Reading): found is Reading => !Array.isArray(found);

/** One reading for each source that was asked, in the order of the sources. */
export async function gatherFacts(
  sources: readonly FactSource[],
  wanted: readonly string[],
  known: ReadonlyMap<string, Fact>,
): Promise<readonly Reading[]> {
  const reads = sources.map(async (source): Promise<Reading> => {
    const names = wanted.filter((name) => source.provides.includes(name));
    const found = names.length === 0 ? [] : await source.fetch(names, known);
    return isReading(found) ? found : { facts: found };
  });
  return Promise.all(reads);
}
