// Puts the steps of fragments where a playbook uses them.
import type { Fragment, Playbook, Step, UseStep } from '../model/playbook.ts';

export type Fragments = ReadonlyMap<string, Fragment>;

export const isUse = (step: Step | UseStep): step is UseStep => 'use' in step;

/** The steps as the engine runs them; a fragment that is not known leaves nothing. */
export function expandedSteps(playbook: Pick<Playbook, 'steps'>, fragments: Fragments): readonly Step[] {
  return playbook.steps.flatMap((step) => (isUse(step) ? (fragments.get(step.use)?.steps ?? []) : [step]));
}
