// Turns the causes found into fixes: those the playbooks propose, and where policies are at hand the plan computed from them.
import type { Fixer } from '../engine/conclude.ts';
import { valueIn, type KnownFacts } from '../facts/known.ts';
import type { NextBlocker } from '../model/plan.ts';
import { dependentActionsOf } from '../reference/dependent-actions.ts';
import { fixesOf } from './playbook-fixes.ts';

/** Other actions the same call needs: AWS names one at a time. */
function inferredBlockers(facts: KnownFacts['facts']): readonly NextBlocker[] {
  const actions = valueIn(facts, 'action.dependentActions');
  if (!Array.isArray(actions)) return [];
  const denied = valueIn(facts, 'decoded.action') ?? valueIn(facts, 'error.action');
  const needed = typeof denied === 'string' ? dependentActionsOf(denied) : [];
  return actions.map((action) => {
    const when = needed.find((one) => one.action === action)?.when;
    return { action: String(action), grade: 'inferred', ...(when === undefined ? {} : { when }) };
  });
}

/** What computes a plan is loaded only where there is something to try it on. */
export const fixing: Fixer = async (causes, playbooks, scopeOf, known) => {
  const trial = known.trial?.();
  const fixes = fixesOf(causes, playbooks, scopeOf, known, trial);
  if (trial === undefined) return { fixes, nextBlockers: inferredBlockers(known.facts) };
  const { computePlan } = await import('./plan/compute.ts');
  const { withWarnings } = await import('./validity/check.ts');
  const computed = computePlan(trial, known.facts, fixes);
  return { ...computed, fixes: withWarnings(computed.fixes, trial, computed.plan?.doNotHelp) };
};
