// Who owns a fix, what it changes, how risky it is, and whether evaluating again showed that it works.
import type { PolicyType } from '../../model/denial.ts';
import type { Diagnosis } from '../../model/diagnosis.ts';
import type { Proof } from '../../model/plan.ts';
import type { FixKind, Owner, Risk } from '../../model/playbook.ts';
import { valueOf } from '../view.ts';
import { layerNouns } from './layers.ts';

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

const listed = (layers: readonly PolicyType[] = []): string => layers.map((layer) => layerNouns[layer]).join(', ');

const proofSentences = {
  'no-policy-change': () => 'Not proven: there is no policy text to evaluate.',
  'policies-not-read': () => 'Not proven: the policies were not read.',
  'request-not-known': () =>
    'Not proven: the policies were read, but action, resource or caller of the request are not known.',
  'has-placeholders': () => 'Not proven: the policy has places to fill in first.',
  'already-allowed': () =>
    'Not proven: the policies read allow the request already, so something else refused it or they have changed since.',
  evaluated: () => 'Proven: evaluated again with this change, the denied request is allowed.',
  'layers-not-read': ({ state, layers }) =>
    state === 'provenForLayersRead'
      ? `Proven for the layers read. Not read, and able to refuse it: ${listed(layers)}.`
      : `Not proven. By the layers read it is not enough; not read: ${listed(layers)}.`,
  'context-not-known': ({ keys = [] }) =>
    `Not proven: it depends on condition keys of the request that are not known: ${keys.join(', ')}.`,
  'part-of-plan': ({ layers = [] }) =>
    `Works only together with the rest of the plan: alone, the request stays denied${layers.length === 0 ? '' : ` by: ${listed(layers)}`}.`,
  'unclear-rule': ({ points = [] }) =>
    `Not proven: it would work by one reading of a rule that AWS leaves unclear: ${points.join(', ')}.`,
  'owner-not-known': ({ layers = [] }) =>
    `Not proven: it works if the resource is in the caller's account. If another account owns it, that account has to allow it as well, in its: ${listed(layers)}.`,
  'still-denied': ({ layers = [] }) =>
    layers.length === 0
      ? 'Does not help alone: evaluated again with this change, the request stays denied.'
      : `Does not help alone: with this change the request stays denied by: ${listed(layers)}.`,
} as const satisfies Record<Proof['code'], (proof: Proof) => string>;

export const proofSentence = (proof: Proof): string => proofSentences[proof.code](proof);

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
