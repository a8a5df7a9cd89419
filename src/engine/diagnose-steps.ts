// Describes steps that ran as part of a diagnosis: texts filled from the facts, evidence with its grade, the way to do it by hand.
import type { DiagnosedStep, Instructions, Question } from '../model/diagnosis.ts';
import type { CheckStep, Command, Step } from '../model/playbook.ts';
import { expandCommand, expandText, type FactLookup } from '../playbook/template.ts';
import { gradeOf } from './explain.ts';
import type { RanStep } from './run-steps.ts';
import type { Scope } from './scope.ts';
import { askedFact } from './settles.ts';

export const expandCommands = (commands: readonly Command[], lookup: FactLookup): readonly Command[] =>
  commands.map((command) => ({
    ...command,
    run: expandCommand(command.run, lookup),
    ...(command.note === undefined ? {} : { note: expandText(command.note, lookup) }),
  }));

export function diagnoseStep(ran: RanStep, scope: Scope): DiagnosedStep {
  const { step, playbook, outcome, answer } = ran;
  const lookup: FactLookup = (fact) => scope.valueOf(fact);
  const grade = gradeOfStep(ran, scope);
  const text = textOf(step);
  const byHand = instructionsOf(step, lookup);
  const onFail = step.type === 'check' && outcome === 'fail' ? step.on_fail : undefined;
  return {
    id: step.id,
    playbook: playbook.id,
    type: step.type,
    title: expandText(step.type === 'ask' ? step.question : step.title, lookup),
    ...(text === undefined ? {} : { text: expandText(text, lookup) }),
    outcome,
    ...(grade === undefined ? {} : { grade }),
    ...(ran.evidence === undefined ? {} : { evidence: ran.evidence }),
    ...(answer === undefined ? {} : { answer }),
    ...(onFail === undefined ? {} : { onFail: expandText(onFail, lookup) }),
    article: step.article ?? [],
    ...(byHand === undefined ? {} : { byHand }),
  };
}

function gradeOfStep({ step, outcome, evidence }: RanStep, scope: Scope) {
  if (outcome === 'pass' || outcome === 'fail') {
    return evidence === undefined || evidence.value === 'unknown' ? 'answered' : gradeOf(evidence);
  }
  const asked = outcome === 'answered' ? askedFact(step) : undefined;
  return asked === undefined ? undefined : scope.gradeOf(asked);
}

const textOf = (step: Step): string | undefined =>
  step.type === 'check' ? step.why : step.type === 'ask' ? step.help : step.text;

function instructionsOf(step: Step, lookup: FactLookup): Instructions | undefined {
  if (step.type === 'ask') return undefined;
  const { console: place, commands, ...rest } = step.type === 'check' ? step.by_hand : withoutText(step);
  if (place === undefined && commands === undefined && Object.keys(rest).length === 0) return undefined;
  return {
    ...rest,
    ...(rest.text === undefined ? {} : { text: expandText(rest.text, lookup) }),
    ...(place === undefined ? {} : { console: expandText(place, lookup) }),
    ...(commands === undefined ? {} : { commands: expandCommands(commands, lookup) }),
  };
}

/** A guide's text is its body, not an instruction beside it. */
const withoutText = (step: Pick<Instructions, 'console' | 'commands'>): CheckStep['by_hand'] => ({
  ...(step.console === undefined ? {} : { console: step.console }),
  ...(step.commands === undefined ? {} : { commands: step.commands }),
});

/** What is still to be answered: open questions, and checks the facts do not decide. */
export function questionOf({ step, playbook, outcome, answer }: RanStep, scope: Scope): readonly Question[] {
  if (answer !== undefined || step.type === 'guide' || (outcome !== 'open' && outcome !== 'unknown')) return [];
  const lookup: FactLookup = (fact) => scope.valueOf(fact);
  const text = step.type === 'check' ? step.title : step.question;
  const help = textOf(step);
  return [
    {
      playbook: playbook.id,
      step: step.id,
      question: expandText(text, lookup),
      ...(help === undefined ? {} : { help: expandText(help, lookup) }),
      answer: step.type === 'check' ? 'check' : step.answer,
      ...(step.type === 'ask' && step.choices !== undefined
        ? { choices: step.choices.map(({ value, label }) => ({ value, label: expandText(label, lookup) })) }
        : {}),
    },
  ];
}
