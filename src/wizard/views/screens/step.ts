// One step: what it asks or found, why it matters, and how to find out.
import type { DiagnosedStep, Instructions } from '../../../model/diagnosis.ts';
import type { Command } from '../../../model/playbook.ts';
import { leafSentence, leavesOf } from '../../../render/sentences/conditions.ts';
import { gradeNotes } from '../../../render/sentences/facts.ts';
import { answerKind } from '../../state/step-options.ts';
import { answerOf, keyOf, refOf, settledBefore, stepAt, walkOf } from '../../state/walk.ts';
import type { StepPlace, WizardState } from '../../state/wizard-state.ts';
import { aboutKeys, blank, heading, listed, ruled, spaced, text, type Block } from '../../layout/blocks.ts';
import { articleNote } from '../words.ts';
import { outcomeNote, signOf, toneOf } from '../step-signs.ts';
import type { Signs } from '../../layout/theme.ts';
import type { View } from '../view.ts';

export function stepView(state: WizardState, place: StepPlace, signs: Signs): View {
  const step = stepAt(state, place.at);
  if (step === undefined) return { blocks: [] };
  const kind = answerKind(state, place.at);
  return {
    blocks: spaced(
      recap(state, place, signs),
      [text(progress(state, place, step), 'hint'), heading(step.title), ...finding(state, step, signs)],
      step.text === undefined ? [] : [text(step.text)],
      kind === 'none' && step.type === 'check' ? [] : instructions(step.byHand),
      kind === 'multichoice' ? [aboutKeys('Space or a digit marks, Enter confirms what is marked.', 'hint')] : [],
    ),
    ...(kind === 'text'
      ? { field: { draft: place.draft, hint: 'Type or paste, then press Enter.', isTall: false } }
      : {}),
  };
}

/** What settled itself since the last stop. */
const recap = (state: WizardState, place: StepPlace, signs: Signs): readonly Block[] =>
  settledBefore(state, place.focus, place.at).map((step) =>
    listed(signOf(step, signs), `${step.title} (${outcomeNote(step)})`, toneOf(step)),
  );

function progress(state: WizardState, place: StepPlace, step: DiagnosedStep): string {
  const walk = walkOf(state, place.focus);
  const number = walk.findIndex((other) => keyOf(refOf(other)) === keyOf(place.at)) + 1;
  const own = place.focus === place.at.playbook ? '' : `, from ${place.at.playbook}`;
  return `Step ${number} of ${walk.length}${articleNote(step.article)}${own}`;
}

/** The outcome, with the facts it rests on; nothing while it is open. */
function finding(state: WizardState, step: DiagnosedStep, signs: Signs): readonly Block[] {
  if (step.type === 'guide' || step.outcome === 'open') return [];
  const isAnswered = answerOf(state, refOf(step)) !== undefined;
  if (step.outcome === 'unknown' && !isAnswered) return [];
  const isOwnWord = isAnswered && step.grade === 'answered';
  const leaves = step.evidence === undefined || isOwnWord ? [] : leavesOf(step.evidence);
  const seen = leaves.filter((leaf) => leaf.value !== 'unknown' && leaf.value === step.evidence?.value);
  return [
    listed(signOf(step, signs), outcomeNote(step), toneOf(step)),
    ...seen.map((leaf) => ruled(leafSentence(leaf) + (leaf.grade === undefined ? '' : ` (${gradeNotes[leaf.grade]})`))),
    ...(step.onFail === undefined ? [] : [text(step.onFail)]),
  ];
}

export const commandBlocks = (commands: readonly Command[]): readonly Block[] =>
  commands.flatMap((command): readonly Block[] => [
    ...(command.changes === true ? [text('This command changes something:', 'open')] : []),
    { kind: 'command', run: command.run },
    ...(command.note === undefined ? [] : [text(command.note, 'hint')]),
  ]);

function instructions(byHand: Instructions | undefined): readonly Block[] {
  if (byHand === undefined) return [];
  const { text: words, console: place, commands = [] } = byHand;
  return [
    ...(words === undefined ? [] : [text(words)]),
    ...(place === undefined ? [] : [text(`Console: ${place}`)]),
    ...(commands.length === 0 ? [] : [blank, ...commandBlocks(commands)]),
  ];
}
