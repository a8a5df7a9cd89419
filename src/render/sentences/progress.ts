// Words for where a diagnosis stands: outcomes of steps, states of causes, what to do next and how to hand in an answer.
import type { DiagnosedCause, DiagnosedStep, Diagnosis, Question } from '../../model/diagnosis.ts';
import type { StepOutcome } from '../../model/playbook.ts';

export const outcomeWords = {
  pass: 'pass',
  fail: 'fail',
  unknown: 'open',
  skipped: 'skipped',
  answered: 'answered',
  open: 'open',
  shown: 'note',
} as const satisfies Record<StepOutcome, string>;

const settled: readonly StepOutcome[] = ['pass', 'fail', 'answered'];
export const isSettled = (step: DiagnosedStep): boolean => settled.includes(step.outcome);
export const isOpen = (step: DiagnosedStep): boolean => step.outcome === 'unknown' || step.outcome === 'open';

/** A cause that only suggests is never called confirmed. */
export function stateLabel(cause: DiagnosedCause): string {
  if (cause.state === 'open') return 'open';
  if (cause.state === 'ruledOut') return 'ruled out';
  return cause.strength === 'proves' ? 'CONFIRMED' : 'SUGGESTED';
}

export const suggestsSentence = 'The signs fit this cause; they do not prove it.';

/** What stands where a cause would, when none is confirmed. */
export function unsettledSentence(diagnosis: Diagnosis): string {
  const open = diagnosis.causes.filter((cause) => cause.state === 'open').length;
  const ruledOut = diagnosis.causes.filter((cause) => cause.state === 'ruledOut').length;
  if (diagnosis.matches.length === 0) return 'No playbook knows this error.';
  if (open > 0) return `Not settled yet: ${open} possible${ruledOut > 0 ? `, ${ruledOut} ruled out` : ''}.`;
  return ruledOut > 0
    ? `Not found: all ${ruledOut} causes known for this error are ruled out.`
    : 'Not settled: this playbook knows no cause that the facts could confirm.';
}

/** The last resort, when no step is left that could settle anything. */
export function lastResort(requestId: string | undefined): string {
  const event = requestId === undefined ? 'the event of this call' : `the event with request id ${requestId}`;
  return `Find ${event} in CloudTrail: it names the caller, the action and often the resource. Then diagnose that event.`;
}

/** What may stand after the equals sign, the first one as it is typed. */
const values = {
  check: ['pass', 'fail'],
  confirm: ['yes', 'no'],
  choice: ['CHOICE'],
  multichoice: ['CHOICE'],
  text: ['TEXT'],
} as const satisfies Record<Question['answer'], readonly string[]>;

/** The flag that hands in an answer: one to copy, and what else may stand in its place. */
export function answerFlag(question: Question): string {
  const choices = question.choices?.map((choice) => choice.value) ?? [];
  const [first = '', ...rest] = choices.length > 0 ? choices : values[question.answer];
  const repeat = question.answer === 'multichoice' ? '; repeat it for several' : '';
  const last = rest.at(-1);
  const between = rest.slice(0, -1).map((value) => `, =${value}`);
  const others = last === undefined ? '' : `${between.join('')} or =${last}`;
  return `--answer ${question.playbook}/${question.step}=${first}${others}${repeat}`;
}

/** What would settle a cause when no step of the moment does: facts to set; questions that come up only later cannot be answered yet. */
export function needsClause(cause: DiagnosedCause): string {
  const facts = cause.needs.filter((name) => !/^(?:answers|steps)\./.test(name));
  return facts.length === 0 ? 'later steps' : facts.map((name) => `--set ${name}=VALUE`).join(', ');
}
