// Says from what a change opens how risky it is.
import type { Opening } from '../../model/plan.ts';
import type { Risk } from '../../model/playbook.ts';
import { actionReference } from '../../reference/actions.ts';
import { askedOf } from '../candidates/askable.ts';
import type { Candidate } from '../candidates/candidate.ts';
import { actionsIn } from '../candidates/fit.ts';

const many = 5;

/** Actions that only look. */
const isReading = (action: string): boolean => ['Read', 'List'].includes(actionReference(action)?.accessLevel ?? '');

/** Actions that hand permissions on. */
const handsOn = (action: string): boolean =>
  /^(?:iam|kms|sts|organizations):/i.test(action) || actionReference(action)?.accessLevel === 'Permissions management';

export function riskOf({ kind, conditions = [], grants }: Candidate, opens: Opening): Risk {
  if (kind === 'request') return askedOf(conditions[0]?.key ?? '').risk;
  if (kind === 'undeny') return 'high';
  if (opens.principals === 'everyone' || opens.actions === undefined) return 'critical';
  const actions = grants.actions.flatMap((pattern) => actionsIn(pattern) ?? [pattern]);
  const reads = actions.every(isReading);
  if (opens.resources === 'all' && !reads) return actions.some(handsOn) || opens.actions > 1 ? 'high' : 'medium';
  if (opens.resources === 'pattern' && actions.some(handsOn)) return 'high';
  return opens.resources === 'pattern' || opens.actions > many || opens.principals === 'account' ? 'medium' : 'low';
}
