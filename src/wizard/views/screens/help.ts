// The keys of the screen it was called on, what the claims rest on, and the terms: those used there first, or those a word finds.
import { evidenceGrades } from '../../../model/fact.ts';
import type { GlossaryEntry } from '../../../render/glossary.ts';
import { lookUp, termsIn } from '../../../render/look-up.ts';
import { gradeSources } from '../../../render/sentences/facts.ts';
import { heading, listed, spaced, text, type Block } from '../../layout/blocks.ts';
import type { Signs } from '../../layout/theme.ts';
import type { Draft } from '../../state/draft.ts';
import type { Shortcut } from '../../state/shortcuts.ts';
import type { View } from '../view.ts';
import { actionHelp } from '../words.ts';

/** The screen behind the help. */
export interface Behind {
  readonly shortcuts: readonly Shortcut[];
  readonly words: string;
}

const moving = (signs: Signs): readonly (readonly [string, string])[] => [
  [signs.upDown, 'Move between the choices.'],
  ['1-9', 'Choose at once. In a longer list they move there, and Enter chooses.'],
  ['Enter', 'Choose.'],
  ['PgUp PgDn', 'Scroll a text that is longer than the screen.'],
  ['Esc', 'Back, also where letters are typed.'],
  ['Ctrl-C', 'Stop, and print the flags that repeat your answers.'],
  ['Ctrl-Z', 'To the shell; "fg" comes back.'],
];

const keyRow = (key: string, words: string): Block => listed(key.padEnd(9), words);

const keys = (behind: Behind, signs: Signs): readonly Block[] => [
  heading('Keys'),
  ...behind.shortcuts.map(({ char, action }) => keyRow(char, actionHelp[action])),
  ...moving(signs).map(([key, words]) => keyRow(key, words)),
];

function termBlocks({ term, also = [], text: words }: GlossaryEntry): readonly Block[] {
  const others = also.length === 0 ? '' : ` (${also.join(', ')})`;
  return [text(`${term}${others}`, 'accent'), text(words)];
}

const terms = (title: string, entries: readonly GlossaryEntry[]): readonly Block[] =>
  entries.length === 0 ? [] : [heading(title), ...entries.flatMap(termBlocks)];

const grades = (): readonly Block[] => [
  heading('What a claim rests on'),
  ...evidenceGrades.map((grade) => keyRow(`${grade}:`.padEnd(14), gradeSources[grade])),
];

function found(query: string): readonly Block[] {
  const entries = lookUp(query);
  return entries.length === 0 ? [text(`No term is called or explained by "${query}".`)] : terms('Terms', entries);
}

function everything(behind: Behind, signs: Signs): readonly Block[] {
  const used = termsIn(behind.words);
  const others = lookUp('').filter((entry) => !used.includes(entry));
  return spaced(terms('Terms on this screen', used), keys(behind, signs), grades(), terms('Other terms', others));
}

export const helpView = (draft: Draft, behind: Behind, signs: Signs): View => ({
  blocks: draft.text.trim() === '' ? everything(behind, signs) : found(draft.text.trim()),
  field: { draft, hint: 'Type a term to look it up.', isTall: false },
});
