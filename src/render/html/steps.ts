// The steps as a list: done ones with their outcome, open ones with how to carry them out. Each says its state in a word, not by colour alone.
import type { DiagnosedStep, Diagnosis } from '../../model/diagnosis.ts';
import type { Command } from '../../model/playbook.ts';
import { leafClause, leavesOf } from '../sentences/conditions.ts';
import { gradeNotes, valueText } from '../sentences/facts.ts';
import { answerFlag, isOpen, isSettled, outcomeWords } from '../sentences/progress.ts';
import { questionOf, shownSteps } from '../view.ts';
import {
  block,
  code,
  element,
  list,
  nothing,
  paragraphs,
  plain,
  prose,
  section,
  together,
  type Html,
} from './element.ts';

export function stepsSection(diagnosis: Diagnosis): Html {
  const steps = shownSteps(diagnosis);
  if (steps.length === 0) return nothing;
  const items = steps.map((step, position) => item(diagnosis, step, position + 1));
  return section('Steps', element('ol', { class: 'steps' }, ...items));
}

const signs = { pass: '✓', fail: '✗', answered: '✓', shown: '☐', unknown: '☐', open: '☐', skipped: '☐' } as const;

function item(diagnosis: Diagnosis, step: DiagnosedStep, number: number): Html {
  const article = step.article.length === 0 ? '' : ` (${step.article.join(', ')})`;
  const sign = element('span', { class: 'sign' }, `${signs[step.outcome]} ${outcomeWords[step.outcome]}`);
  return element(
    'li',
    { class: step.outcome },
    plain('strong', `${number}. `, prose(step.title)),
    article,
    ' ',
    sign,
    outcomeNote(step),
    isSettled(step) ? settled(step) : open(diagnosis, step),
  );
}

function outcomeNote(step: DiagnosedStep): Html {
  if (step.outcome === 'answered' && step.answer !== undefined) return together(': ', code(valueText(step.answer)));
  return isSettled(step) && step.grade !== undefined ? together(` (${gradeNotes[step.grade]})`) : nothing;
}

function settled(step: DiagnosedStep): Html {
  const seen = step.evidence === undefined ? [] : leavesOf(step.evidence).filter(({ actual }) => actual !== undefined);
  return together(
    step.outcome === 'fail' && step.onFail !== undefined ? paragraphs(step.onFail) : nothing,
    seen.length === 0
      ? nothing
      : element('p', { class: 'note' }, 'Seen: ', prose(seen.map(leafClause).join('; ')), '.'),
  );
}

function open(diagnosis: Diagnosis, step: DiagnosedStep): Html {
  const { text, console: place, commands = [] } = step.byHand ?? {};
  const question = questionOf(diagnosis, step);
  const choices = (question?.choices ?? []).map((choice) => together(code(choice.value), ': ', prose(choice.label)));
  return together(
    ...[step.text, text].map((part) => (part === undefined ? nothing : paragraphs(part))),
    place === undefined ? nothing : plain('p', 'Console: ', prose(place)),
    commandBlocks(commands),
    list(choices),
    question === undefined || !isOpen(step)
      ? nothing
      : element('p', { class: 'note' }, 'Hand in the answer: ', prose(answerFlag(question))),
  );
}

export const commandBlocks = (commands: readonly Command[]): Html =>
  together(
    ...commands.map((command) =>
      together(
        command.changes === true ? plain('p', 'This command changes something:') : nothing,
        block(command.run),
        command.note === undefined ? nothing : element('p', { class: 'note' }, prose(command.note)),
      ),
    ),
  );
