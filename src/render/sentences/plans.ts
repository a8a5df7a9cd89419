// The plan in words: what it comes to as a whole, what each step is about, and what may be denied next.
import type { DiagnosedFix, Diagnosis } from '../../model/diagnosis.ts';
import type { FixReference, NextBlocker, Plan, PlanStep, Proof } from '../../model/plan.ts';
import { avoidSentences, blockerSentence, changeSentence, openingSentence, requestPhrase } from './changes.ts';
import { gradeNotes } from './facts.ts';
import { proofSentence } from './fixes.ts';
import { layerNouns } from './layers.ts';

/** Fixes that were computed get their words; those of playbooks keep theirs and gain what was counted. */
export const withWords = (diagnosis: Diagnosis): Diagnosis => ({ ...diagnosis, fixes: diagnosis.fixes.map(worded) });

const repeatCall = 'Repeat the denied call.';

function worded(fix: DiagnosedFix): DiagnosedFix {
  const { computed, verify } = fix;
  if (computed === undefined) return fix;
  const texts = [fix.text === '' ? changeSentence(computed) : fix.text, openingSentence(computed)];
  const isUnsaid = verify.text === undefined && verify.command === undefined;
  return {
    ...fix,
    text: texts.filter((text) => text !== '').join('\n\n'),
    avoid: [...fix.avoid, ...(fix.avoid.length > 0 ? [] : computed.avoid.map((code) => avoidSentences[code]))],
    verify: isUnsaid ? { text: repeatCall } : verify,
  };
}

export const fixAt = (diagnosis: Diagnosis, { playbook, id }: FixReference): DiagnosedFix | undefined =>
  diagnosis.fixes.find((fix) => fix.playbook === playbook && fix.id === id);

export const fixesAt = (diagnosis: Diagnosis, references: readonly FixReference[]): readonly DiagnosedFix[] =>
  references.flatMap((reference) => fixAt(diagnosis, reference) ?? []);

/** Popular changes and why they fail: "Attaching AdministratorAccess: the request stays denied by …". */
export function helplessSentences(diagnosis: Diagnosis): readonly string[] {
  return fixesAt(diagnosis, diagnosis.plan?.doNotHelp ?? []).map(({ computed, proven: { layers = [] } }) => {
    const by = layers.length === 0 ? '' : ` by: ${layers.map((layer) => layerNouns[layer]).join(', ')}`;
    return `${computed === undefined ? '' : changeSentence(computed).replace(/\.$/, '')}: the request stays denied${by}.`;
  });
}

const counted = (count: number): string => (count === 1 ? 'One change' : `${count} changes, in this order`);

const wholes = {
  proven: 'Proven: evaluated again with all of it, the request is allowed.',
  doesNotHelp: 'Not enough: no change was found for part of it, and the request stays denied.',
} as const satisfies Partial<Record<Proof['state'], string>>;

export function planSentence({ steps, proven }: Plan): string {
  const whole =
    proven.state === 'proven' || proven.state === 'doesNotHelp' ? wholes[proven.state] : proofSentence(proven);
  return `${counted(steps.length)}. ${whole}`;
}

/** "1 of 2", where there are several. */
export const stepTitle = (position: number, count: number): string =>
  count === 1 ? 'Fix' : `Fix ${position + 1} of ${count}`;

export function stepSentence({ request, isNext, blocker, fixes }: PlanStep): string {
  const next = isNext ? `Denied next, ${requestPhrase(request)}: ` : '';
  const none = fixes.length === 0 ? ' No change that lifts it was found.' : '';
  return `${next}${blockerSentence(blocker)}${none}`;
}

/** One request that may be denied once this one passes. */
export function nextSentence({ action, grade, resource, decision, layers = [], when }: NextBlocker): string {
  const on = resource === undefined ? '' : ` on ${resource}`;
  const circumstance = when === undefined ? '' : `, if ${when}`;
  if (decision === undefined || decision === 'unknown') return `${action}${on}${circumstance} (${gradeNotes[grade]})`;
  const by = layers.length === 0 ? '' : ` by: ${layers.map((layer) => layerNouns[layer]).join(', ')}`;
  return `${action}${on}${circumstance}: denied${by} (${gradeNotes[grade]})`;
}
