// Shows one playbook as plain text: what it is for, when it matches, its steps, causes and fixes.
import type { Command, LoadedPlaybook, PlaybookCause, PlaybookFix, Step } from '../../model/playbook.ts';
import { ownerNouns, riskWords } from '../../render/sentences/fixes.ts';
import { sanitise } from '../../render/sanitise.ts';
import { wrapped } from '../../render/text/width.ts';
import { blankCommand, blankText } from './blank.ts';
import { conditionLines } from './condition-text.ts';
import { permissionsOf } from './facts-read.ts';

export function playbookText(playbook: LoadedPlaybook, width: number): string {
  const { id, title, summary, family, specificity, status, file } = playbook;
  const page = [
    `${title}`,
    `${id} · ${family} · ${specificity} · ${status} · ${file}`,
    '',
    ...paragraph(summary, width),
    '',
    'Matches when',
    ...conditionLines(playbook.match, '  '),
    '',
    'Steps',
    ...playbook.steps.flatMap((step, index) => stepLines(step, index + 1, width)),
    '',
    'Causes',
    ...playbook.causes.flatMap((cause) => causeLines(cause, width)),
    ...(playbook.references.length === 0 ? [] : ['', 'References']),
    ...playbook.references.flatMap((reference) => [`  ${reference.title}`, `    ${reference.url}`]),
  ];
  return sanitise(page.join('\n'));
}

const paragraph = (text: string, width: number, indent = ''): readonly string[] =>
  wrapped(blankText(text).trim(), Math.max(20, width - indent.length)).map((line) => `${indent}${line}`);

function stepLines(step: Step, number: number, width: number): readonly string[] {
  const article = step.article === undefined ? '' : ` [${step.article.join(', ')}]`;
  const title = step.type === 'ask' ? step.question : step.title;
  const head = paragraph(`${number}. ${title}${article}  (${step.type}, ${step.id})`, width, '  ');
  const text = {
    check: 'why' in step ? step.why : undefined,
    ask: 'help' in step ? step.help : undefined,
    guide: 'text' in step ? step.text : undefined,
  }[step.type];
  const byHand = step.type === 'check' ? step.by_hand : step.type === 'guide' ? { ...step, text: undefined } : {};
  const choices = step.type === 'ask' ? (step.choices ?? []) : [];
  return [
    ...head,
    ...(text === undefined ? [] : paragraph(text, width, '     ')),
    ...choices.map(({ value, label }) => `     ${value}: ${label}`),
    ...(byHand.text === undefined ? [] : paragraph(`By hand: ${byHand.text}`, width, '     ')),
    ...(byHand.console === undefined ? [] : paragraph(`Console: ${byHand.console}`, width, '     ')),
    ...commandLines(byHand.commands, '     '),
  ];
}

const commandLines = (commands: readonly Command[] | undefined, indent: string): readonly string[] =>
  (commands ?? []).map(
    ({ run, changes }) => `${indent}$ ${blankCommand(run).trim()}${changes === true ? '   (changes something)' : ''}`,
  );

function causeLines(cause: PlaybookCause, width: number): readonly string[] {
  return [
    ...paragraph(`${cause.title}  (${cause.strength}, ${cause.id})`, width, '  '),
    ...paragraph(cause.because, width, '     '),
    ...[cause.fix].flat().flatMap((fix) => fixLines(fix, width)),
  ];
}

function fixLines(fix: PlaybookFix, width: number): readonly string[] {
  return [
    ...paragraph(`Fix (${ownerNouns[fix.owner]}, risk ${riskWords[fix.risk]}): ${fix.text}`, width, '     '),
    ...commandLines(fix.commands, '     '),
    ...(fix.avoid ?? []).flatMap((text) => paragraph(`Avoid: ${text}`, width, '     ')),
  ];
}

export function permissionsText(playbook: LoadedPlaybook): string {
  const permissions = permissionsOf(playbook);
  if (permissions.length === 0) return 'This playbook reads nothing from AWS.';
  const head = 'Reading its facts live needs these calls, all of them read-only:';
  return [head, ...permissions.map(({ action, facts }) => `  ${action.padEnd(44)} ${facts.join(', ')}`)].join('\n');
}
