// Diagnoses that propose one policy or several: what the formats are made from.
import type { DiagnosedFix, Diagnosis } from '../../../src/model/diagnosis.ts';
import type { PolicyType } from '../../../src/model/denial.ts';
import { cause, denial, diagnosis, fix } from '../diagnosis.ts';

export const user = 'arn:aws:iam::111122223333:user/team/ci';
export const session = 'arn:aws:sts::111122223333:assumed-role/app/i-1';

export interface Proposal {
  readonly layer: PolicyType;
  readonly document: unknown;
  readonly name?: string;
  readonly isNew?: true;
  /** Only a statement is known, not the policy it is for. */
  readonly isStatement?: true;
  readonly principal?: string;
  readonly resource?: string;
  readonly level?: number;
}

const opens = { actions: 1, resources: 'one', named: 1, principals: 'caller', examples: [] } as const;

function fixOf(proposal: Proposal, at: number): DiagnosedFix {
  const { layer, document, name = 'team', isNew = false, level, isStatement } = proposal;
  const { principal = user, resource = denial.resource ?? '' } = proposal;
  const policy = { name, isNew, ...(level === undefined ? {} : { level }) };
  const computed = {
    code: 'add-statement',
    layer,
    policy,
    action: 's3:GetObject',
    resource,
    principal,
    opens,
    avoid: [],
  } as const;
  const whole = isStatement === true ? {} : { after: JSON.stringify(document, null, 2) };
  const change = { attachTo: layer, document: document as never, ...whole };
  return { ...fix, id: `fix-${at}`, change, ...(isStatement === true ? {} : { computed }) };
}

/** One step of a plan for each; a statement alone comes from a playbook's cause. */
export function proposing(...proposals: readonly Proposal[]): Diagnosis {
  const fixes = proposals.map(fixOf);
  const steps = proposals.map(({ layer }, at) => ({
    request: { action: 's3:GetObject', resource: denial.resource ?? '' },
    isNext: false,
    blocker: { layer, decision: 'implicitDeny' } as const,
    owner: 'iam-admin' as const,
    fixes: [{ playbook: fix.playbook, id: `fix-${at}` }],
  }));
  const [first] = proposals;
  const named = {
    ...diagnosis,
    denial: {
      ...denial,
      ...(first?.resource === undefined ? {} : { resource: first.resource }),
      ...(first?.principal === undefined ? {} : { principal: first.principal }),
    },
  };
  if (first?.isStatement === true) return { ...named, causes: [cause], fixes };
  return { ...named, fixes, plan: { steps, proven: { state: 'proven', code: 'evaluated' }, doNotHelp: [] } };
}
