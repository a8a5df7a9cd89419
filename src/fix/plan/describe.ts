// Writes a candidate down as a fix: the document before and after with its difference, whose it is, how risky, and how to verify it.
import { policyTypeOf } from '../../facts/policies/evaluated.ts';
import type { DiagnosedFix } from '../../model/diagnosis.ts';
import type { ChangedPolicy, ComputedChange, Opening, Proof } from '../../model/plan.ts';
import type { PolicyTree } from '../../model/playbook.ts';
import { type Case, requestOf, withChange } from '../case.ts';
import { isAwsManaged } from '../candidates/added.ts';
import { askedOf } from '../candidates/askable.ts';
import type { Candidate } from '../candidates/candidate.ts';
import { unifiedDiff } from '../document/diff.ts';
import { riskOf } from './risk.ts';
import { verifyCommand } from './verify.ts';

function policyOf(held: Case, { change, statement }: Candidate): ChangedPolicy | undefined {
  if (change === undefined) return undefined;
  const found = held.documents.find(({ key }) => key === change.key) ?? change.create;
  if (found === undefined) return undefined;
  return {
    name: found.name,
    ...(found.level === undefined ? {} : { level: found.level }),
    isNew: !('key' in found),
    ...(isAwsManaged(found) ? { isManagedByAws: true } : {}),
    ...(statement === undefined ? {} : { statement }),
  };
}

/** The change of the document, in its own lines. */
function changeOf(held: Case, { change, type }: Candidate): DiagnosedFix['change'] {
  if (change === undefined) return {};
  const before = held.documents.find(({ key }) => key === change.key);
  const after = withChange(held, change, true).documents.find(({ key }) => key === change.key);
  if (after?.text === undefined || after.document === undefined) return {};
  return {
    attachTo: policyTypeOf(type, requestOf(held).action),
    document: after.document as PolicyTree,
    ...(before?.text === undefined ? {} : { before: before.text }),
    after: after.text,
    diff: unifiedDiff(after.name, before?.text, after.text),
  };
}

function computedOf(held: Case, candidate: Candidate, opens: Opening): ComputedChange {
  const { action, resource, principal } = requestOf(held);
  const { code, type, conditions, avoid } = candidate;
  const policy = policyOf(held, candidate);
  return {
    code,
    layer: policyTypeOf(type, action),
    ...(policy === undefined ? {} : { policy }),
    action,
    resource,
    principal,
    ...(conditions === undefined ? {} : { conditions }),
    opens,
    avoid,
  };
}

/** Its words are made where reports are. */
export function describedFix(
  held: Case,
  candidate: Candidate,
  opens: Opening,
  proven: Proof,
): Omit<DiagnosedFix, 'id' | 'playbook' | 'cause'> {
  const command = candidate.kind === 'request' ? undefined : verifyCommand(requestOf(held), candidate.type);
  return {
    kind: candidate.kind,
    owner: candidate.kind === 'request' ? askedOf(candidate.conditions?.[0]?.key ?? '').owner : candidate.owner,
    risk: riskOf(candidate, opens),
    text: '',
    avoid: [],
    change: changeOf(held, candidate),
    verify: command === undefined ? {} : { command },
    proven,
    computed: computedOf(held, candidate, opens),
  };
}
