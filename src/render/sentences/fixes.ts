// Who owns a fix, what it changes, how risky it is, and whether evaluating again showed that it works.
import type { DiagnosedFix, Diagnosis } from '../../model/diagnosis.ts';
import type { FixKind, Owner, Risk } from '../../model/playbook.ts';
import { valueOf } from '../view.ts';

export const ownerNouns = {
  you: 'you',
  'iam-admin': 'IAM administrator',
  'resource-owner': 'owner of the resource',
  'key-admin': 'administrator of the KMS key',
  'org-admin': 'administrator of the organization',
  'network-owner': 'owner of the network',
  'cluster-admin': 'administrator of the cluster',
  'data-admin': 'Lake Formation data administrator',
  aws: 'AWS',
} as const satisfies Record<Owner, string>;

export const kindSentences = {
  grant: 'Adds a permission.',
  undeny: 'Changes a statement that denies.',
  request: 'Changes the request, no policy.',
  credential: 'Changes the credentials, no policy.',
  serviceGrant: 'Adds a permission outside IAM policies.',
  wait: 'Takes time, no change.',
} as const satisfies Record<FixKind, string>;

export const riskWords = {
  none: 'none',
  low: 'low',
  medium: 'medium',
  high: 'high',
  critical: 'critical',
} as const satisfies Record<Risk, string>;

type ProofState = DiagnosedFix['proven']['state'];

export const proofSentences = {
  proven: 'Proven: evaluated again with this change, the denied request is allowed.',
  provenForLayersRead: 'Proven for the layers read: a layer that was not read could still deny.',
  notProven: 'Not proven',
  doesNotHelp: 'Does not help alone: evaluated again with this change, the request stays denied.',
} as const satisfies Record<ProofState, string>;

/** Why a fix is not proven. An unfamiliar code says no more than that it was not evaluated. */
const proofReasons: Readonly<Record<string, string>> = {
  'policies-not-read': 'the policies were not read.',
  'not-evaluated': 'it was not evaluated with this change applied.',
  'no-policy-change': 'there is no policy text to evaluate.',
};

export function proofSentence({ state, code }: DiagnosedFix['proven']): string {
  if (state !== 'notProven') return proofSentences[state];
  return `${proofSentences.notProven}: ${proofReasons[code] ?? 'it was not evaluated with this change applied.'}`;
}

/** The owner, with the account where it follows: a resource's owner is in the resource's account, an IAM administrator in the caller's. */
export function ownerPhrase(owner: Owner, diagnosis: Diagnosis): string {
  const account = owner === 'iam-admin' ? callerAccount(diagnosis) : valueOf(diagnosis, 'target.accountId');
  const named = ['iam-admin', 'resource-owner', 'key-admin'].includes(owner) && typeof account === 'string';
  return named ? `${ownerNouns[owner]}, account ${account}` : ownerNouns[owner];
}

/** Where the resource is in another account, it is not certain whose administrator is meant. */
function callerAccount(diagnosis: Diagnosis) {
  if (valueOf(diagnosis, 'target.crossAccount') === true) return undefined;
  const current =
    valueOf(diagnosis, 'caller.matchesError') === false ? undefined : valueOf(diagnosis, 'caller.accountId');
  return diagnosis.denial?.accountId ?? current;
}
