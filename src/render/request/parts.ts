// Divides what has to change among those who keep the policies: one part for each owner, in the order in which they have to act.
import type { DiagnosedFix, Diagnosis } from '../../model/diagnosis.ts';
import type { PlanStep } from '../../model/plan.ts';
import type { Owner } from '../../model/playbook.ts';
import { fixesAt } from '../sentences/plans.ts';
import { confirmedCauses } from '../view.ts';

export interface Item {
  /** The step of the plan it is for. */
  readonly step?: PlanStep;
  /** Missing where nothing that helps was found. */
  readonly fix?: DiagnosedFix;
}

export interface Part {
  readonly owner: Owner;
  readonly items: readonly Item[];
}

type Owned = Item & { readonly owner: Owner };

const fromPlan = (diagnosis: Diagnosis, steps: readonly PlanStep[]): readonly Owned[] =>
  steps.map((step) => {
    const [fix] = fixesAt(diagnosis, step.fixes);
    return { step, ...(fix === undefined ? {} : { fix }), owner: fix?.owner ?? step.owner };
  });

const works = ({ proven }: DiagnosedFix): boolean => proven.state !== 'doesNotHelp';

/** A message is for others, so what they can do comes before what one can do oneself. */
function fromCauses(diagnosis: Diagnosis): readonly Owned[] {
  return confirmedCauses(diagnosis).flatMap(({ id, playbook }): readonly Owned[] => {
    const fixes = diagnosis.fixes.filter((fix) => fix.cause === id && fix.playbook === playbook && works(fix));
    const fix = fixes.find(({ owner }) => owner !== 'you') ?? fixes[0];
    return fix === undefined ? [] : [{ fix, owner: fix.owner }];
  });
}

/** Two causes may be answered by one and the same change. */
function distinct(items: readonly Owned[]): readonly Owned[] {
  const keyOf = ({ step, fix, owner }: Owned): string => {
    const { attachTo, document } = fix?.change ?? {};
    return step !== undefined || document === undefined
      ? JSON.stringify([step, fix?.playbook, fix?.id])
      : JSON.stringify([owner, attachTo, document]);
  };
  const keys = items.map(keyOf);
  return items.filter((_one, at) => keys.indexOf(keys[at] ?? '') === at);
}

export function partsOf(diagnosis: Diagnosis): readonly Part[] {
  const { plan } = diagnosis;
  const items = distinct(plan === undefined ? fromCauses(diagnosis) : fromPlan(diagnosis, plan.steps));
  const owners = [...new Set(items.map(({ owner }) => owner))];
  return owners.map((owner) => ({
    owner,
    items: items
      .filter((item) => item.owner === owner)
      .map(({ step, fix }) => ({ ...(step === undefined ? {} : { step }), ...(fix === undefined ? {} : { fix }) })),
  }));
}
