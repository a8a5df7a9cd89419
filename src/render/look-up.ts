// Finds entries of the glossary: by a word somebody types, or those a text speaks of.
import { glossary, type GlossaryEntry } from './glossary.ts';

const namesOf = ({ term, also = [] }: GlossaryEntry): readonly string[] => [term, ...also].map((n) => n.toLowerCase());

/** How well an entry fits; 0 is best. */
function rank(entry: GlossaryEntry, wanted: string): number {
  const names = namesOf(entry);
  const tests = [
    names.includes(wanted),
    names.some((name) => name.startsWith(wanted)),
    names.some((name) => name.includes(wanted)),
    entry.text.toLowerCase().includes(wanted),
  ];
  const first = tests.indexOf(true);
  return first === -1 ? tests.length : first;
}

/** All of them while nothing is wanted, else those that fit, the best first. */
export function lookUp(word: string): readonly GlossaryEntry[] {
  const wanted = word.trim().toLowerCase();
  if (wanted === '') return glossary;
  return glossary
    .map((entry) => ({ entry, at: rank(entry, wanted) }))
    .filter(({ at }) => at < 4)
    .toSorted((one, two) => one.at - two.at)
    .map(({ entry }) => entry);
}

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/y$/, '(?:y|ies)');

/** Names of three letters or fewer are abbreviations, and are written in capitals. */
const patternOf = (entry: GlossaryEntry): readonly RegExp[] =>
  [entry.term, ...(entry.also ?? [])].map(
    (name) => new RegExp(`(?<![\\p{L}\\p{N}:/-])${escaped(name)}s?(?![\\p{L}\\p{N}:/-])`, name.length < 4 ? 'u' : 'iu'),
  );

let patterns: readonly (readonly [GlossaryEntry, readonly RegExp[]])[] | undefined;

/** The entries whose terms stand in the text, in the order in which it comes to them. */
export function termsIn(text: string): readonly GlossaryEntry[] {
  patterns ??= glossary.map((entry) => [entry, patternOf(entry)] as const);
  const found = patterns.map(([entry, names]) => ({
    entry,
    at: Math.min(...names.map((name) => text.search(name)).map((at) => (at === -1 ? Infinity : at))),
  }));
  return found
    .filter(({ at }) => at < Infinity)
    .toSorted((one, two) => one.at - two.at)
    .map(({ entry }) => entry);
}
