// Checks that questions have the choices their kind of answer needs, and that checks by hand state something.
import type { AskStep, CheckStep } from '../../../model/playbook.ts';
import type { Path } from '../../yaml.ts';
import type { Finding } from '../diagnostic.ts';
import type { Lint } from '../subject.ts';

export const questions: Lint = ({ steps }) =>
  steps.flatMap(({ step, path }): readonly Finding[] => {
    if (path === undefined || step.type === 'guide') return [];
    return step.type === 'ask' ? question(step, path) : check(step, path);
  });

function question(step: AskStep, path: Path): readonly Finding[] {
  const chooses = step.answer === 'choice' || step.answer === 'multichoice';
  const at = (key: string) => ({ code: 'WD515', path: [...path, key], part: 'key' }) as const;
  const findings: Finding[] = [];
  if (chooses && step.choices === undefined)
    findings.push({
      ...at('answer'),
      message: `answer: ${step.answer} needs choices`,
      hint: 'add choices, or write answer: confirm or text',
    });
  if (!chooses && step.choices !== undefined)
    findings.push({ ...at('choices'), message: `answer: ${step.answer} has no choices`, hint: 'write answer: choice' });
  if (step.answer !== 'text' && step.parse !== undefined)
    findings.push({
      ...at('parse'),
      message: 'only a text answer is parsed',
      hint: 'write answer: text, or use sets in the choices',
    });
  if (step.answer !== 'text' && step.fact !== undefined)
    findings.push({
      ...at('fact'),
      message: 'only a text answer states a fact this way',
      hint: 'write answer: text, or use sets in the choices',
    });
  return findings;
}

function check({ by_hand }: CheckStep, path: Path): readonly Finding[] {
  if (by_hand.pass !== undefined || by_hand.fail !== undefined) return [];
  const message = 'what the reader finds by hand states no fact';
  const hint = 'add pass and fail with the facts that expect reads';
  return [{ code: 'WD514', path: [...path, 'by_hand'], part: 'key', message, hint }];
}
