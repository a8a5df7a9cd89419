// The sign and the word for a step's outcome.
import type { DiagnosedStep } from '../../model/diagnosis.ts';
import type { StepOutcome } from '../../model/playbook.ts';
import { gradeNotes } from '../../render/sentences/facts.ts';
import { outcomeWords } from '../../render/sentences/progress.ts';
import type { Signs, Tone } from '../layout/theme.ts';

const signNames = {
  pass: 'pass',
  fail: 'fail',
  unknown: 'open',
  skipped: 'open',
  answered: 'pass',
  open: 'open',
  shown: 'rule',
} as const satisfies Record<StepOutcome, keyof Signs>;

const tones = {
  pass: 'good',
  fail: 'bad',
  unknown: 'open',
  skipped: 'hint',
  answered: 'good',
  open: 'open',
  shown: 'hint',
} as const satisfies Record<StepOutcome, Tone>;

export const signOf = (step: DiagnosedStep, signs: Signs): string => signs[signNames[step.outcome]];
export const toneOf = (step: DiagnosedStep): Tone => tones[step.outcome];

/** The answer given, or the outcome with what it rests on. */
export function outcomeNote(step: DiagnosedStep): string {
  const answer = step.type === 'ask' && step.answer !== undefined ? [step.answer].flat().join(', ') : undefined;
  if (answer !== undefined) return answer;
  const settled = step.outcome === 'pass' || step.outcome === 'fail' || step.outcome === 'answered';
  const grade = settled && step.grade !== undefined ? `, ${gradeNotes[step.grade]}` : '';
  return `${outcomeWords[step.outcome]}${grade}`;
}
