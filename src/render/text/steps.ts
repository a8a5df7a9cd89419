// The steps in a text report: one line each with its outcome, and for open ones how to carry them out and how to hand in the answer.
import type { DiagnosedStep, Diagnosis } from '../../model/diagnosis.ts';
import type { Command, StepOutcome } from '../../model/playbook.ts';
import { gradeNotes, valueText } from '../sentences/facts.ts';
import { answerFlag, isOpen, isSettled, outcomeWords } from '../sentences/progress.ts';
import { questionOf, shownSteps } from '../view.ts';
import type { Page, Tone } from './page.ts';
import { padded } from './width.ts';

const glyphs = {
  pass: '✓',
  fail: '✗',
  unknown: '?',
  skipped: '-',
  answered: '✓',
  open: '?',
  shown: '•',
} as const satisfies Record<StepOutcome, string>;

const tones = {
  pass: 'good',
  fail: 'bad',
  unknown: 'open',
  skipped: 'hint',
  answered: 'good',
  open: 'open',
  shown: 'hint',
} as const satisfies Record<StepOutcome, Tone>;

const indent = 16;

export function stepsBlock(page: Page, diagnosis: Diagnosis): readonly string[] {
  const steps = shownSteps(diagnosis);
  if (steps.length === 0) return [];
  const done = steps.filter(isSettled).length;
  const open = steps.filter(isOpen).length;
  return [
    ...page.hang('Steps   ', `${playbookName(diagnosis)}: ${done} done, ${open} open`, 'strong'),
    ...steps.flatMap((step, position) => stepLines(page, diagnosis, step, position + 1)),
  ];
}

const playbookName = ({ matches: [match] }: Diagnosis) =>
  match === undefined ? 'no playbook' : `${match.title} (${match.playbook})`;

function stepLines(page: Page, diagnosis: Diagnosis, step: DiagnosedStep, number: number): readonly string[] {
  const lead = padded(`  ${String(number).padStart(2)} ${glyphs[step.outcome]} ${outcomeWords[step.outcome]}`, indent);
  return [
    ...page.hang(lead, `${titleOf(step)}${notesOf(step)}`, tones[step.outcome]),
    ...(step.outcome === 'fail' && step.onFail !== undefined ? page.block(indent, step.onFail) : []),
    ...details(page, diagnosis, step),
  ];
}

function details(page: Page, diagnosis: Diagnosis, step: DiagnosedStep): readonly string[] {
  if (page.verbose) return isOpen(step) || step.type === 'guide' ? byHand(page, diagnosis, step, indent) : [];
  const question = questionOf(diagnosis, step);
  return isOpen(step) && question !== undefined ? page.block(indent, answerFlag(question), 'hint') : [];
}

const answerOf = ({ type, answer }: DiagnosedStep) =>
  type === 'ask' && answer !== undefined ? valueText(answer) : undefined;

const titleOf = (step: DiagnosedStep) =>
  answerOf(step) === undefined ? step.title : `${step.title.replace(/[.:]$/, '')}: ${answerOf(step)}`;

/** What it rests on, and the article's numbers. */
function notesOf(step: DiagnosedStep): string {
  const grade =
    isSettled(step) && step.type === 'check' && step.grade !== undefined ? gradeNotes[step.grade] : undefined;
  const notes = [grade, step.article.join(', ')].filter((note) => note !== undefined && note !== '');
  return notes.length === 0 ? '' : ` (${notes.join('; ')})`;
}

/** How to carry a step out: its text, the console's place, the commands, and the flag for the outcome. */
export function byHand(page: Page, diagnosis: Diagnosis, step: DiagnosedStep, columns: number): readonly string[] {
  const { text, console: place, commands = [] } = step.byHand ?? {};
  const question = questionOf(diagnosis, step);
  return [
    ...[step.text, text].flatMap((part) => (part === undefined ? [] : page.block(columns, part))),
    ...(place === undefined ? [] : page.block(columns, `Console: ${place}`)),
    ...commandLines(page, commands, columns),
    ...(question?.choices ?? []).flatMap((choice) =>
      page.hang(`${' '.repeat(columns)}- `, `${choice.value}: ${choice.label}`),
    ),
    ...(question === undefined ? [] : page.block(columns, `Then add ${answerFlag(question)}`)),
  ];
}

export const commandLines = (page: Page, commands: readonly Command[], columns: number): readonly string[] =>
  commands.flatMap((command) => [
    ...(command.changes === true ? page.block(columns, 'This command changes something:', 'open') : []),
    ...page.command(columns + 2, command.run),
    ...(command.note === undefined ? [] : page.block(columns + 4, command.note, 'hint')),
  ]);
