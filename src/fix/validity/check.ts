// Looks at every document that the fixes of a diagnosis propose, and notes beside the fix what AWS may refuse of it, or not do.
import type { DiagnosedFix } from '../../model/diagnosis.ts';
import type { FixReference } from '../../model/plan.ts';
import type { AuthorizationRequest } from '../../model/policy.ts';
import type { ValidityWarning } from '../../model/validity.ts';
import type { Trial } from '../../facts/policies/trial.ts';
import { characterWarnings, elementWarnings } from './elements.ts';
import { proposalOf, type Proposal } from './proposal.ts';
import { referenceWarnings } from './reference.ts';
import { numberWarnings, partWarnings, sizeWarnings } from './size.ts';

const checks: readonly ((proposal: Proposal) => readonly ValidityWarning[])[] = [
  sizeWarnings,
  numberWarnings,
  partWarnings,
  characterWarnings,
  elementWarnings,
  referenceWarnings,
];

export function warningsOf(proposal: Proposal): readonly ValidityWarning[] {
  const found = checks.flatMap((check) => check(proposal));
  const keys = found.map((warning) => JSON.stringify(warning));
  return found.filter((_one, at) => keys.indexOf(keys[at] ?? '') === at);
}

function checked(fix: DiagnosedFix, request: AuthorizationRequest, trial: Trial): DiagnosedFix {
  const proposal = proposalOf(fix, request, trial.policies);
  const warnings = proposal === undefined ? [] : warningsOf(proposal);
  return warnings.length === 0 ? fix : { ...fix, warnings };
}

/** Changes that do not help are told as such, not proposed. */
export function withWarnings(
  fixes: readonly DiagnosedFix[],
  trial: Trial,
  doNotHelp: readonly FixReference[] = [],
): readonly DiagnosedFix[] {
  const { request } = trial.known;
  const isHelpless = (fix: DiagnosedFix): boolean =>
    doNotHelp.some(({ playbook, id }) => fix.playbook === playbook && fix.id === id);
  return fixes.map((fix) => (isHelpless(fix) ? fix : checked(fix, request, trial)));
}
