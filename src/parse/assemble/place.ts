// Says where in the original text a cluster stands: from its first finding to the end of what it says.
import type { Denial } from '../../model/denial.ts';
import type { Mapped } from '../text/mapped.ts';
import type { Cluster } from './cluster.ts';

export type Place = Pick<Denial, 'text' | 'span'>;

/** What a message says beyond the words that gave it away: to the end of its line, or of the quotes or the element it stands in. */
const rest = /(?:[^\n"'<>{}]|["'](?!\s{0,4}(?:[,:}\])]|$))){0,600}/y;

/** Sentences of a denial are read to their end; of other messages only the words that tell them apart are. */
function endOf(cluster: Cluster, text: string, before: number): number {
  const last = cluster.findings.find(({ end }) => end === cluster.end);
  const isRead = last === undefined || last.role === 'detail' || last.class === 'authorization';
  if (isRead) return cluster.end;
  rest.lastIndex = cluster.end;
  const more = rest.exec(text)?.[0] ?? '';
  return /\w/.test(more) ? Math.min(cluster.end + more.length, Math.max(before, cluster.end)) : cluster.end;
}

export function placeAt(input: string, offset: number, end: number): Place {
  const length = Math.max(1, input.slice(offset, end).trimEnd().length);
  return { text: input.slice(offset, offset + length), span: { offset, length } };
}

/** `before` is where the next cluster begins. */
export function placeOf(cluster: Cluster, mapped: Mapped, input: string, before: number): Place {
  const end = endOf(cluster, mapped.text, before);
  const offset = mapped.at[cluster.start] ?? 0;
  const last = mapped.at[Math.max(cluster.start, end - 1)] ?? offset;
  return placeAt(input, offset, Math.max(last + 1, Math.min(mapped.at[end] ?? last + 1, last + 16)));
}
