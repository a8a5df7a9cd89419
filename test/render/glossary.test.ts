// The glossary: sorted, each name once, short enough to be read in passing.
import { describe, expect, it } from 'vitest';
import { glossary } from '../../src/render/glossary.ts';

const names = glossary.flatMap(({ term, also = [] }) => [term, ...also]);
const lower = (text: string) => text.toLowerCase();

describe('the glossary', () => {
  it('is in alphabetical order', () => {
    const terms = glossary.map(({ term }) => lower(term));
    expect(terms).toEqual([...terms].sort((a, b) => a.localeCompare(b, 'en')));
  });
  it('gives each name one meaning', () => expect(new Set(names.map(lower)).size).toBe(names.length));
  it.each(glossary)('explains $term in at most 240 characters and whole sentences', ({ text }) => {
    expect(text.length).toBeLessThanOrEqual(240);
    expect(text).toMatch(/^[A-Z].*\.$/);
  });
});
