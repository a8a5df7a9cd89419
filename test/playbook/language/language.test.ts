// The texts of the built-in playbooks: spelled right, without unexplained short names, one term for one thing, short.
import dictionary from 'dictionary-en';
import nspell from 'nspell';
import { describe, expect, it } from 'vitest';
import { glossary } from '../../../src/render/glossary.ts';
import { fieldWords, longest, plainShortNames, terms } from './rules.ts';
import { texts, type Text } from './texts.ts';
import { wordsOf } from './words.ts';

const spelling = nspell({ aff: Buffer.from(dictionary.aff), dic: Buffer.from(dictionary.dic) });
const explained = new Set(glossary.flatMap(({ term, also = [] }) => [term, ...also]));

const isShortName = (word: string): boolean => /^[A-Z]{2,}s?$/.test(word);
const isExplained = (word: string): boolean =>
  plainShortNames.has(word) || explained.has(word) || explained.has(word.replace(/s$/, ''));
const isRight = (word: string): boolean => fieldWords.has(word) || spelling.correct(word);

/** One line for each text that breaks a rule, with the words that do. */
const broken = (rule: (text: Text) => readonly string[]): readonly string[] =>
  texts.flatMap((text) => {
    const found = rule(text);
    return found.length === 0 ? [] : [`${text.place}: ${found.join(', ')}`];
  });

describe('the texts of playbooks', () => {
  it('are there', () => expect(texts.length).toBeGreaterThan(1000));
  it('are spelled as the dictionary has it', () =>
    expect(broken(({ text }) => wordsOf(text).filter((word) => !isShortName(word) && !isRight(word)))).toEqual([]));
  it('use no short name that the glossary leaves unexplained', () =>
    expect(broken(({ text }) => wordsOf(text).filter((word) => isShortName(word) && !isExplained(word)))).toEqual([]));
  it.each(terms)('do not say %s but %s', (not) =>
    expect(broken(({ text }) => (not.test(text) ? [not.exec(text)?.[0] ?? ''] : []))).toEqual([]),
  );
  it.each(Object.entries(longest))('%s has at most %i characters', (key, most) =>
    expect(broken((text) => (text.key === key && text.text.length > most ? [`${text.text.length}`] : []))).toEqual([]),
  );
});
