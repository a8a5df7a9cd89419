// The head of every screen: how far along, and how the causes stand.
import { columnsOf } from '../../render/text/width.ts';
import { causesOf, standingOf, type Standing } from '../state/walk.ts';
import type { Screen, WizardState } from '../state/wizard-state.ts';
import type { Theme, Tone } from '../layout/theme.ts';
import { stageOf, stages } from './words.ts';

/** Below this many columns the way through shrinks to a number and a name. */
const roomForAll = 60;

export const headRows = (state: WizardState, width: number, theme: Theme): readonly string[] => [
  stagesRow(state, width, theme),
  ...countsRows(state, width, theme),
];

function screenOf({ place }: WizardState): Screen {
  return place.screen === 'help' ? place.about : place.screen;
}

function stagesRow(state: WizardState, width: number, theme: Theme): string {
  const here = stageOf[screenOf(state)] ?? 'Error';
  const number = stages.indexOf(here) + 1;
  if (width < roomForAll) return theme.paint(`whydenied  ${number}/${stages.length} ${here}`, 'strong');
  const names = stages.map((stage) =>
    stage === here ? theme.paint(`[${stage}]`, 'strong') : theme.paint(stage, 'hint'),
  );
  return `${theme.paint('whydenied', 'strong')}  ${names.join(theme.paint(theme.signs.between, 'hint'))}`;
}

const before: readonly Screen[] = ['input', 'search', 'playbooks', 'playbook', 'read', 'denials'];

/** Always in sight once there are causes to count. */
export function countsRows(state: WizardState, width: number, theme: Theme): readonly string[] {
  const causes = causesOf(state, 'focus' in state.place ? state.place.focus : undefined);
  if (before.includes(screenOf(state)) || causes.length === 0) return [];
  const count = (wanted: Standing) => causes.filter((cause) => standingOf(cause) === wanted).length;
  const shown = counted.map(({ standing, word, tone }) => ({ number: count(standing), word, tone }));
  const parts = shown.filter(({ number, word }) => number > 0 || word !== 'suggested');
  if (width < roomForAll)
    return flowed(
      parts.map(({ number, word }) => `${number} ${word}`),
      width,
    );
  const painted = parts.map(({ number, word, tone }) =>
    theme.paint(`${number} ${word}`, number > 0 ? tone : undefined),
  );
  return [`Causes: ${painted.join(', ')}`];
}

const counted: readonly { readonly standing: Standing; readonly word: string; readonly tone?: Tone }[] = [
  { standing: 'confirmed', word: 'confirmed', tone: 'bad' },
  { standing: 'suggested', word: 'suggested', tone: 'open' },
  { standing: 'open', word: 'open', tone: 'open' },
  { standing: 'ruledOut', word: 'ruled out' },
];

/** Items on as few rows as they need. */
export function flowed(items: readonly string[], width: number): readonly string[] {
  const rows: string[] = [];
  for (const item of items) {
    const row = rows.at(-1);
    if (row !== undefined && columnsOf(row) + 2 + columnsOf(item) <= width) rows[rows.length - 1] = `${row}  ${item}`;
    else rows.push(item);
  }
  return rows;
}
