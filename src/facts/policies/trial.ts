// Evaluates the denied request with a policy document added to one layer: the policies at hand stay as they are.
import type { PolicyType } from '../../model/denial.ts';
import type { AuthorizationRequest, EvaluatedType, Evaluation, NamedPolicy, PolicySet } from '../../model/policy.ts';
import { evaluate } from '../../policy/evaluate.ts';
import { openMemory } from '../../policy/memory.ts';
import { setNameOf } from './at-hand.ts';
import { policyTypeOf } from './evaluated.ts';
import type { KnownRequest } from './request.ts';

export interface Change {
  readonly layer: PolicyType;
  readonly document: unknown;
}

/** One evaluation, or one for each account that may own the resource. */
export interface Trial {
  readonly before: readonly Evaluation[];
  after(change: Change): readonly Evaluation[];
  /** As if the kinds of policy that are unknown did not exist. */
  afterByTheRead(change: Change): readonly Evaluation[];
  /** What a layer of an evaluation is called in facts. */
  typeOf(type: EvaluatedType): PolicyType;
  /** What it is tried on. */
  readonly policies: PolicySet;
  readonly known: KnownRequest;
  /** One for each account that may own the resource. */
  readonly requests: readonly AuthorizationRequest[];
}

export function trialOf(policies: PolicySet, found: KnownRequest, memory = openMemory()): Trial {
  const requests = requestsOf(found);
  const each = (set: PolicySet, asked = requests) => asked.map((request) => evaluate(request, set, memory));
  // An owner of another account would have to allow it in the resource policy: that one is named as not read.
  const byTheRead = policies.unknown?.policies?.includes('resource') === true ? requests.slice(0, 1) : requests;
  return {
    before: each(policies),
    after: (change) => each(withChange(policies, change)),
    afterByTheRead: (change) => each(withChange(onlyRead(policies), change), byTheRead),
    typeOf: (type) => policyTypeOf(type, found.request.action),
    policies,
    known: found,
    requests,
  };
}

const requestsOf = ({ request, knowsOwner }: KnownRequest): readonly AuthorizationRequest[] =>
  knowsOwner ? [request] : [request, { ...request, resourceAccount: 'another' }];

const onlyRead = (policies: PolicySet): PolicySet => ({
  ...policies,
  unknown: { ...policies.unknown, policies: [] },
});

const evaluatedAs: Readonly<Record<PolicyType, EvaluatedType>> = {
  identity: 'identity',
  resource: 'resource',
  trust: 'resource',
  permissionsBoundary: 'boundary',
  session: 'session',
  scp: 'scp',
  rcp: 'rcp',
  vpcEndpoint: 'vpcEndpoint',
};

/** A control policy has to let the request through at every level, so it is added to each. */
function withChange(policies: PolicySet, { layer, document }: Change): PolicySet {
  const added: NamedPolicy = { name: 'the change', policy: document };
  const name = setNameOf(evaluatedAs[layer]);
  if (name !== 'scps' && name !== 'rcps') return { ...policies, [name]: [...(policies[name] ?? []), added] };
  const levels = policies[name] ?? [[]];
  return { ...policies, [name]: levels.map((level) => [...level, added]) };
}
