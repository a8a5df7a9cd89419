// Turns the glossary into pages of help: all of it, or the entries that a word finds.
import { glossary, type GlossaryEntry } from '../../render/glossary.ts';
import { wrapped } from '../../render/text/width.ts';

const width = 78;

const namesOf = ({ term, also = [] }: GlossaryEntry): readonly string[] => [term, ...also];

/** Entries of which a name is the word, else those of which a name holds it. */
export function entriesFor(word: string): readonly GlossaryEntry[] {
  const wanted = word.toLowerCase();
  const named = (test: (name: string) => boolean) =>
    glossary.filter((entry) => namesOf(entry).some((name) => test(name.toLowerCase())));
  const exact = named((name) => name === wanted);
  return exact.length > 0 ? exact : named((name) => name.includes(wanted));
}

export const glossaryPage = (entries: readonly GlossaryEntry[]): string => entries.map(entryText).join('\n\n');

function entryText({ term, also = [], text }: GlossaryEntry): string {
  const others = also.length === 0 ? '' : ` (${also.join(', ')})`;
  const lines = wrapped(text, width - 4).map((line) => `    ${line}`);
  return [`  ${term}${others}`, ...lines].join('\n');
}

export const wholeGlossary = (): string => `Glossary\n\n${glossaryPage(glossary)}`;
