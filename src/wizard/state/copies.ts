// What can be copied at a place: the commands of a step; on the result the policies and commands of its fixes.
import type { DiagnosedFix, Diagnosis } from '../../model/diagnosis.ts';
import type { PolicyType } from '../../model/denial.ts';
import type { Command } from '../../model/playbook.ts';
import { renderRequest } from '../../render/request/request.ts';
import { confirmedCauses, fixesOf } from '../../render/view.ts';
import { fixesAt } from '../../render/sentences/plans.ts';
import { stepAt } from './walk.ts';
import type { Place, StepRef, WizardState } from './wizard-state.ts';

export const copyKinds = ['command', 'changing', 'policy', 'verify', 'request'] as const;
export type CopyKind = (typeof copyKinds)[number];

export interface Copy {
  readonly kind: CopyKind;
  readonly text: string;
  readonly note?: string;
  /** Of a policy: what kind it is, and its name where it is there already. */
  readonly layer?: PolicyType;
  readonly name?: string;
}

const ofCommand = ({ run, note, changes }: Command): Copy => ({
  kind: changes === true ? 'changing' : 'command',
  text: run.trim(),
  ...(note === undefined ? {} : { note }),
});

/** The whole policy where it is known, as it can be put in place; a difference is for reading. */
function policyOf({ change: { document, after, attachTo }, computed }: DiagnosedFix): readonly Copy[] {
  const policy = after ?? (document === undefined ? undefined : JSON.stringify(document, null, 2));
  if (policy === undefined) return [];
  const name = after === undefined ? undefined : computed?.policy?.name;
  return [
    {
      kind: 'policy',
      text: policy,
      ...(attachTo === undefined ? {} : { layer: attachTo }),
      ...(name === undefined ? {} : { name }),
    },
  ];
}

function ofFix(fix: DiagnosedFix): readonly Copy[] {
  const { commands = [] } = fix.change;
  const { command } = fix.verify;
  return [
    ...policyOf(fix),
    ...commands.map(ofCommand),
    ...(command === undefined ? [] : [{ ...ofCommand(command), kind: 'verify' as const }]),
  ];
}

/** The fixes of the result, in the order in which it shows them. */
function shownFixes({ diagnosis }: WizardState): readonly DiagnosedFix[] {
  if (diagnosis === undefined) return [];
  const planned = (diagnosis.plan?.steps ?? []).flatMap((step) => fixesAt(diagnosis, step.fixes));
  return [...planned, ...confirmedCauses(diagnosis).flatMap((cause) => fixesOf(diagnosis, cause))];
}

const once = (copies: readonly Copy[]): readonly Copy[] =>
  copies.filter(({ text }, position) => copies.findIndex((other) => other.text === text) === position);

/** Those of a step, or of the result where no step is given. */
export const copiesOf = (state: WizardState, at: StepRef | undefined): readonly Copy[] =>
  once(
    at === undefined ? shownFixes(state).flatMap(ofFix) : (stepAt(state, at)?.byHand?.commands ?? []).map(ofCommand),
  );

const requests = new WeakMap<Diagnosis, string>();

/** The message to the owner: written once for each diagnosis. */
export function requestText(diagnosis: Diagnosis): string {
  const text = requests.get(diagnosis) ?? renderRequest(diagnosis);
  requests.set(diagnosis, text);
  return text;
}

const requestOf = ({ diagnosis }: WizardState): readonly Copy[] =>
  diagnosis === undefined ? [] : [{ kind: 'request', text: requestText(diagnosis) }];

export function copiesAt(state: WizardState, place: Place): readonly Copy[] {
  if (place.screen === 'step' || place.screen === 'copies') return copiesOf(state, place.at);
  if (place.screen === 'request') return requestOf(state);
  return place.screen === 'result' ? copiesOf(state, undefined) : [];
}
