// Which playbook was chosen, and why: the conditions that held.
import { gradeNotes } from '../../../render/sentences/facts.ts';
import { leafSentence } from '../../../render/sentences/conditions.ts';
import { unsettledSentence } from '../../../render/sentences/progress.ts';
import { focusOf, matchesOf, openSteps, walkOf } from '../../state/walk.ts';
import type { WizardState } from '../../state/wizard-state.ts';
import { heading, listed, spaced, text, type Block } from '../../layout/blocks.ts';
import type { Signs } from '../../layout/theme.ts';
import type { View } from '../view.ts';
import { underWay } from './read.ts';
import { plural } from '../words.ts';

export function matchView(state: WizardState, wanted: string | undefined, signs: Signs): View {
  const { diagnosis } = state;
  if (diagnosis === undefined) return { blocks: underWay(state.reading) };
  const matches = matchesOf(state);
  const match = matches.find(({ playbook }) => playbook === focusOf(state, wanted));
  if (match === undefined) return { blocks: [heading(unsettledSentence(diagnosis))] };
  const others = matches.length - 1;
  const why = match.why.map((leaf): Block => {
    const note = leaf.grade === undefined ? '' : ` (${gradeNotes[leaf.grade]})`;
    return listed(signs.pass, leafSentence(leaf) + note, 'good');
  });
  return {
    blocks: spaced(
      [heading(match.title), text(match.summary)],
      state.chosen === undefined ? [text('Why this one:', 'hint'), ...why] : [],
      [
        text(stepsSentence(state, wanted)),
        ...(others === 0 ? [] : [text(`${plural(others, 'other playbook')} match${others === 1 ? 'es' : ''} too.`)]),
      ],
    ),
  };
}

function stepsSentence(state: WizardState, wanted: string | undefined): string {
  const steps = walkOf(state, wanted);
  const open = openSteps(state, wanted).length;
  return `${plural(steps.length, 'step')}, ${open} of them open.`;
}
