// The steps of a Markdown checklist as a task list: done ones with their outcome, open ones with how to carry them out.
import type { DiagnosedStep, Diagnosis } from '../../model/diagnosis.ts';
import type { Command } from '../../model/playbook.ts';
import { leafClause, leavesOf } from '../sentences/conditions.ts';
import { gradeNotes, valueText } from '../sentences/facts.ts';
import { answerFlag, isOpen, isSettled, outcomeWords } from '../sentences/progress.ts';
import { questionOf, shownSteps } from '../view.ts';
import { block, code, prose } from './escape.ts';
import { paragraphs } from './summary.ts';

const indent = '  ';

export function stepsSection(diagnosis: Diagnosis): readonly string[] {
  const steps = shownSteps(diagnosis);
  if (steps.length === 0) return [];
  return ['## Steps', '', ...steps.flatMap((step, position) => item(diagnosis, step, position + 1))];
}

function item(diagnosis: Diagnosis, step: DiagnosedStep, number: number): readonly string[] {
  const article = step.article.length === 0 ? '' : ` (${prose(step.article.join(', '))})`;
  const line = `- [${isSettled(step) ? 'x' : ' '}] **${number}. ${prose(step.title)}**${article}${outcomeNote(step)}`;
  const below = isSettled(step) ? settledLines(step) : openLines(diagnosis, step);
  return [line, ...below.map((text) => (text === '' ? text : `${indent}${text}`))];
}

function outcomeNote(step: DiagnosedStep): string {
  if (!isSettled(step)) return '';
  const answer = step.answer === undefined ? '' : ` ${code(valueText(step.answer))}`;
  if (step.outcome === 'answered') return `: answered${answer}`;
  const grade = step.grade === undefined ? '' : ` (${gradeNotes[step.grade]})`;
  return `: **${outcomeWords[step.outcome]}**${grade}`;
}

function settledLines(step: DiagnosedStep): readonly string[] {
  const seen = step.evidence === undefined ? [] : leavesOf(step.evidence).filter(({ actual }) => actual !== undefined);
  return [
    ...(step.outcome === 'fail' && step.onFail !== undefined ? ['', ...paragraphs(step.onFail)] : []),
    ...(seen.length === 0 ? [] : ['', `Seen: ${prose(seen.map(leafClause).join('; '))}.`]),
  ];
}

function openLines(diagnosis: Diagnosis, step: DiagnosedStep): readonly string[] {
  const { text, console: place, commands = [] } = step.byHand ?? {};
  const question = questionOf(diagnosis, step);
  const choices = (question?.choices ?? []).map((choice) => `- ${code(choice.value)}: ${prose(choice.label)}`);
  return [
    ...[step.text, text].flatMap((part) => (part === undefined ? [] : ['', ...paragraphs(part)])),
    ...(place === undefined ? [] : ['', `Console: ${prose(place)}`]),
    ...commandBlocks(commands),
    ...(choices.length === 0 ? [] : ['', ...choices]),
    ...(question === undefined || !isOpen(step) ? [] : ['', `Hand in the answer: ${prose(answerFlag(question))}`]),
  ];
}

export const commandBlocks = (commands: readonly Command[]): readonly string[] =>
  commands.flatMap((command) => [
    '',
    ...(command.changes === true ? ['This command changes something:', ''] : []),
    ...block('sh', command.run),
    ...(command.note === undefined ? [] : ['', prose(command.note)]),
  ]);
