// Remembers documents as they were compiled. Whoever hands a memory over promises not to change a document that it has seen.
import type { NamedPolicy } from '../model/policy.ts';
import { type PolicyDocument, readDocument } from './parse/document.ts';
import type { Place } from './parse/report.ts';

interface Compiled {
  readonly place: Place;
  readonly text: string | undefined;
  readonly document: PolicyDocument;
}

/** By the document, or for one that is text, by what holds it: the same one may stand in several places. */
export type DocumentMemory = WeakMap<object, Compiled[]>;

export const openMemory = (): DocumentMemory => new WeakMap();

const keyOf = (source: NamedPolicy): object =>
  typeof source.policy === 'object' && source.policy !== null ? source.policy : source;

const isSame = (left: Place, right: Place): boolean =>
  left.policy === right.policy && left.type === right.type && left.level === right.level;

export function compiledDocument(
  source: NamedPolicy,
  place: Place,
  memory: DocumentMemory | undefined,
): PolicyDocument {
  if (memory === undefined) return readDocument(source, place);
  const known = memory.get(keyOf(source));
  const found = known?.find((one) => isSame(one.place, place) && one.text === source.text);
  if (found !== undefined) return found.document;
  const document = readDocument(source, place);
  const compiled = { place, text: source.text, document };
  if (known === undefined) memory.set(keyOf(source), [compiled]);
  else known.push(compiled);
  return document;
}
