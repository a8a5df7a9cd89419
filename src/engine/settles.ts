// Which facts a step settles: those its check reads or its by-hand outcomes, choices or text answer state.
import type { AnswerReader, AskStep, Condition, Step } from '../model/playbook.ts';
import { isLeaf, isReference } from './compile.ts';

/** The fact that a reader of text answers always gives. */
const readerFact: Readonly<Record<Exclude<AnswerReader, 'arn'>, string>> = {
  'decoded-message': 'decoded.action',
  'caller-identity': 'caller.arn',
};

/** The fact a question is about, where there is exactly one: once it is known there is nothing left to ask. */
export function askedFact(step: Step): string | undefined {
  if (step.type !== 'ask') return undefined;
  return step.fact ?? (step.parse === undefined || step.parse === 'arn' ? chosenFact(step) : readerFact[step.parse]);
}

/** The one fact that every choice states. */
function chosenFact({ choices = [] }: AskStep): string | undefined {
  const [first] = choices.map(({ sets }) => Object.keys(sets ?? {}));
  const fact = first?.length === 1 ? first[0] : undefined;
  return choices.every(({ sets }) => fact !== undefined && Object.keys(sets ?? {}).join() === fact) ? fact : undefined;
}

export function factsIn(condition: Condition, named: Readonly<Record<string, Condition>>): readonly string[] {
  if (isLeaf(condition)) return [condition.fact, ...(isReference(condition.value) ? [condition.value.fact] : [])];
  if ('all' in condition) return condition.all.flatMap((child) => factsIn(child, named));
  if ('any' in condition) return condition.any.flatMap((child) => factsIn(child, named));
  if ('not' in condition) return factsIn(condition.not, named);
  const { [condition.condition]: target, ...rest } = named;
  return target === undefined ? [] : factsIn(target, rest);
}

export function settledFacts(step: Step): readonly string[] {
  if (step.type === 'guide') return [];
  if (step.type === 'check') return [...Object.keys(step.by_hand.pass ?? {}), ...Object.keys(step.by_hand.fail ?? {})];
  const asked = askedFact(step);
  const decoded =
    step.parse === 'decoded-message' ? ['decoded.action', 'decoded.explicitDeny', 'decoded.resource'] : [];
  const chosen = (step.choices ?? []).flatMap((choice) => Object.keys(choice.sets ?? {}));
  return [`answers.${step.id}`, ...(asked === undefined ? [] : [asked]), ...decoded, ...chosen];
}
