// Chooses what of a diagnosis a report shows, and in which order; the same for text, Markdown and JSON.
import { readArn } from '../model/arn.ts';
import { ruleValueOf } from '../model/catalogue/catalogue.ts';
import { denialClasses, type Denial } from '../model/denial.ts';
import type { DiagnosedCause, DiagnosedFix, DiagnosedStep, Diagnosis, Layer } from '../model/diagnosis.ts';
import type { FactValue } from '../model/fact.ts';
import { isOpen } from './sentences/progress.ts';

/** The first match and the companions beside it: their steps and open causes are shown in full. */
export function leadingPlaybooks(diagnosis: Diagnosis): readonly string[] {
  const companions = diagnosis.matches.slice(1).filter((match) => match.specificity === 'companion');
  return [...diagnosis.matches.slice(0, 1), ...companions].map((match) => match.playbook);
}

export const otherMatches = (diagnosis: Diagnosis) =>
  diagnosis.matches.filter((match) => !leadingPlaybooks(diagnosis).includes(match.playbook));

const isProven = (cause: DiagnosedCause) => cause.strength === 'proves';
const isConfirmed = (cause: DiagnosedCause) => cause.state === 'confirmed';

/** Proven ones first. Those of other matches count only where the leading ones prove nothing. */
export function confirmedCauses(diagnosis: Diagnosis): readonly DiagnosedCause[] {
  const leaders = leading(diagnosis, diagnosis.causes).filter(isConfirmed);
  const others = diagnosis.causes.filter((cause) => isConfirmed(cause) && isProven(cause) && !leaders.includes(cause));
  const confirmed = leaders.some(isProven) ? leaders : [...others, ...leaders];
  return [...confirmed.filter(isProven), ...confirmed.filter((cause) => !isProven(cause))];
}

export const isSettled = (diagnosis: Diagnosis): boolean => confirmedCauses(diagnosis).some(isProven);

/** Of another match: what it confirms, for its one line. */
export const confirmedTitles = (diagnosis: Diagnosis, playbook: string): readonly string[] =>
  diagnosis.causes.filter((cause) => cause.playbook === playbook && isConfirmed(cause)).map(({ title }) => title);

const leading = <Item extends { readonly playbook: string }>(diagnosis: Diagnosis, items: readonly Item[]) =>
  items.filter((item) => leadingPlaybooks(diagnosis).includes(item.playbook));

export const openCauses = (diagnosis: Diagnosis) =>
  leading(diagnosis, diagnosis.causes).filter((cause) => cause.state === 'open');

export const ruledOutCauses = (diagnosis: Diagnosis) =>
  leading(diagnosis, diagnosis.causes).filter((cause) => cause.state === 'ruledOut');

/** Steps that several playbooks share are shown once. */
export function shownSteps(diagnosis: Diagnosis): readonly DiagnosedStep[] {
  const steps = leading(diagnosis, diagnosis.steps).filter((step) => step.outcome !== 'skipped');
  const isSame = (step: DiagnosedStep, other: DiagnosedStep) => step.id === other.id && step.title === other.title;
  return steps.filter((step, position) => steps.findIndex((other) => isSame(step, other)) === position);
}

/** A fix that the plan shows is not shown with its cause as well. */
function isInPlan({ plan }: Diagnosis, fix: DiagnosedFix): boolean {
  const shown = plan === undefined ? [] : [...plan.steps.flatMap(({ fixes }) => fixes), ...plan.doNotHelp];
  return shown.some(({ playbook, id }) => fix.playbook === playbook && fix.id === id);
}

export const fixesOf = (diagnosis: Diagnosis, cause: DiagnosedCause): readonly DiagnosedFix[] =>
  diagnosis.fixes.filter(
    (fix) => fix.playbook === cause.playbook && fix.cause === cause.id && !isInPlan(diagnosis, fix),
  );

export const questionOf = (diagnosis: Diagnosis, place: { readonly playbook: string; readonly id: string }) =>
  diagnosis.questions.find((question) => question.playbook === place.playbook && question.step === place.id);

/** The numbers, in the list of shown steps, of those that would settle an open cause. */
export function settlingNumbers(diagnosis: Diagnosis, cause: DiagnosedCause): readonly number[] {
  const steps = shownSteps(diagnosis);
  const numbers = cause.settledBy.map(({ playbook, step: id }) => {
    const own = steps.findIndex((step) => step.id === id && step.playbook === playbook);
    return 1 + (own >= 0 ? own : steps.findIndex((step) => step.id === id));
  });
  return [...new Set(numbers)].filter((number) => number > 0).sort((left, right) => left - right);
}

/** The step to do first: playbooks put first what makes the rest worth doing. */
export const nextStep = (diagnosis: Diagnosis): DiagnosedStep | undefined => shownSteps(diagnosis).find(isOpen);

export interface LayerGroups {
  readonly known: readonly Layer[];
  /** Unknown ones, grouped by the reason. */
  readonly unknown: readonly (readonly Layer[])[];
  readonly notApplicable: readonly Layer[];
}

export function layerGroups(diagnosis: Diagnosis): LayerGroups {
  const unknown = new Map<string, Layer[]>();
  for (const layer of diagnosis.layers.filter(({ decision }) => decision === 'unknown')) {
    const { status, code, detail } = layer.notChecked ?? { status: 'not-asked' };
    const reason = JSON.stringify([status, code, detail]);
    unknown.set(reason, [...(unknown.get(reason) ?? []), layer]);
  }
  return {
    known: diagnosis.layers.filter(({ decision }) => decision !== 'unknown' && decision !== 'notApplicable'),
    unknown: [...unknown.values()],
    notApplicable: diagnosis.layers.filter(({ decision }) => decision === 'notApplicable'),
  };
}

export const valueOf = (diagnosis: Diagnosis, name: string): FactValue | undefined =>
  ruleValueOf(diagnosis.facts.find((fact) => fact.name === name));

/** A resource as a reader calls it: the last part of its ARN, or itself. */
export function shortResource(resource: string): string {
  const arn = readArn(resource);
  if (arn === undefined) return resource;
  return arn.resource === '' ? resource : arn.resource;
}

/** What was denied, in one line: the action, on which resource, in which account. */
export function denialTitle(diagnosis: Diagnosis): string {
  const { denial } = diagnosis;
  if (denial === null) return '';
  const what =
    denial.action ?? denial.operation ?? (denial.service === undefined ? undefined : `a call to ${denial.service}`);
  const arn = denial.resource === undefined ? undefined : readArn(denial.resource);
  const on = denial.resource === undefined || denial.resource === '*' ? '' : ` on ${shortResource(denial.resource)}`;
  const account = arn !== undefined && /^\d{12}$/.test(arn.accountId) ? ` in account ${arn.accountId}` : '';
  return what === undefined ? (denial.code ?? 'a call to AWS') : `${what}${on}${account}`;
}

/** The further errors of the text, each with its number in the order in which a text's errors are told: by class, then by place. */
export function numberedOthers({ denial, others }: Diagnosis): readonly (readonly [number, Denial])[] {
  const rank = ({ class: name }: Denial) => denialClasses.indexOf(name);
  const all = [...(denial === null ? [] : [denial]), ...others].sort(
    (one, two) => rank(one) - rank(two) || one.span.offset - two.span.offset,
  );
  return all.flatMap((each, position) => (each === denial ? [] : [[position + 1, each] as const]));
}
