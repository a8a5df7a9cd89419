// Hands policy changes on as IAM JSON: the document alone, or of several a list that says which policy each is for.
import { escaped } from '../json.ts';
import type { Proposed } from './proposed.ts';

const entryOf = ({ layer, name, isNew, isWhole, document }: Proposed) => ({
  attachTo: layer,
  ...(name === undefined ? {} : { policy: name }),
  ...(isNew ? { isNew } : {}),
  ...(isWhole ? {} : { isStatementOnly: true }),
  document,
});

export function asJson(changes: readonly Proposed[]): string {
  const [first, ...more] = changes;
  return escaped(JSON.stringify(more.length === 0 ? first?.document : changes.map(entryOf), null, 2));
}
