// The keys, from the one list of shortcuts, and what the words mean.
import type { Action } from '../../state/options.ts';
import { shortcuts } from '../../state/shortcuts.ts';
import { gradeSources } from '../../../render/sentences/facts.ts';
import { evidenceGrades } from '../../../model/fact.ts';
import { heading, listed, spaced, type Block } from '../../layout/blocks.ts';
import type { Signs } from '../../layout/theme.ts';
import type { View } from '../view.ts';
import { actionHelp } from '../words.ts';

const moving = (signs: Signs): readonly (readonly [string, string])[] => [
  [signs.upDown, 'Move between the choices.'],
  ['1-9', 'Choose at once. In a longer list they move there, and Enter chooses.'],
  ['Enter', 'Choose.'],
  ['PgUp PgDn', 'Scroll a text that is longer than the screen.'],
  ['Esc', 'Back, where letters are typed.'],
  ['Ctrl-C', 'Stop, and print the flags that repeat your answers.'],
];

const keyRow = (key: string, words: string): Block => listed(key.padEnd(9), words);

export function helpView(signs: Signs): View {
  const letters = shortcuts.map(({ char, action }) => keyRow(char, actionHelp[action satisfies Action]));
  return {
    blocks: spaced(
      [heading('Keys'), ...moving(signs).map(([key, words]) => keyRow(key, words)), ...letters],
      [
        heading('What a claim rests on'),
        ...evidenceGrades.map((grade) => keyRow(`${grade}:`.padEnd(14), gradeSources[grade])),
      ],
    ),
  };
}
