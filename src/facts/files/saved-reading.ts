// Writes what a source read into a facts file, from which the same diagnosis follows later and elsewhere.
import type { FactSource, Reading } from '../../model/fact.ts';
import { factsSchema } from './facts-file.ts';

/** The content of the file, in an order that does not depend on which call answered first. */
export function savedReading({ facts, policies, request, readAt }: Reading): object {
  const entries = facts.map(({ name, ...rest }) => [name, rest] as const);
  return {
    schema: factsSchema,
    facts: Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1))),
    ...(request === undefined ? {} : { request }),
    ...(policies === undefined ? {} : { policies }),
    ...(readAt === undefined ? {} : { readAt }),
  };
}

export interface RecordedSource extends FactSource {
  /** What the source came back with last. */
  reading(): Reading;
}

/** The same source, which remembers what it handed over. */
export function recorded(source: FactSource): RecordedSource {
  let last: Reading = { facts: [] };
  const fetch: FactSource['fetch'] = async (names, known) => {
    const found = await source.fetch(names, known);
    last = 'facts' in found ? found : { facts: found };
    return last;
  };
  return { ...source, fetch, reading: () => last };
}
