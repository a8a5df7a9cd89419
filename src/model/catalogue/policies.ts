// Facts about the policies that bear on the request: which exist, what each layer decides, and how close they come.
import { policyTypes, type PolicyType } from '../denial.ts';
import { decisions } from '../policy.ts';
import type { CatalogueEntry, Entries } from './entry.ts';

/** What each layer is called and what reading it needs. */
const layers: Readonly<Record<PolicyType, { readonly called: string; readonly calls: readonly string[] }>> = {
  identity: {
    called: "the caller's identity policies, attached, inline and through groups",
    calls: [
      'iam:GetUser',
      'iam:GetRole',
      'iam:ListAttachedUserPolicies',
      'iam:ListAttachedRolePolicies',
      'iam:ListUserPolicies',
      'iam:ListRolePolicies',
      'iam:GetUserPolicy',
      'iam:GetRolePolicy',
      'iam:ListGroupsForUser',
      'iam:ListGroupPolicies',
      'iam:ListAttachedGroupPolicies',
      'iam:GetGroupPolicy',
      'iam:GetPolicy',
      'iam:GetPolicyVersion',
    ],
  },
  resource: { called: "the resource's own policy", calls: [] },
  permissionsBoundary: {
    called: "the caller's permissions boundary",
    calls: ['iam:GetUser', 'iam:GetRole', 'iam:GetPolicy', 'iam:GetPolicyVersion'],
  },
  session: { called: "the session policies of the caller's session", calls: ['cloudtrail:LookupEvents'] },
  scp: {
    called: "the service control policies on the caller's account and above it",
    calls: [
      'organizations:DescribeOrganization',
      'organizations:ListParents',
      'organizations:ListPoliciesForTarget',
      'organizations:DescribePolicy',
    ],
  },
  rcp: {
    called: "the resource control policies on the resource's account and above it",
    calls: [
      'organizations:DescribeOrganization',
      'organizations:ListParents',
      'organizations:ListPoliciesForTarget',
      'organizations:DescribePolicy',
    ],
  },
  vpcEndpoint: {
    called: 'the policy of the VPC endpoint the request went through',
    calls: ['ec2:DescribeVpcEndpoints'],
  },
  trust: { called: "the role's trust policy", calls: ['iam:GetRole'] },
};

const presence = (type: PolicyType): CatalogueEntry => ({
  name: `policy.${type}`,
  type: 'string',
  values: ['present', 'absent'],
  absentAs: 'absent',
  meaning: `Whether there are any: ${layers[type].called}.`,
  source: 'the account, a facts file, or the person',
  calls: layers[type].calls,
  example: 'present',
});

const decision = (type: PolicyType): CatalogueEntry => ({
  name: `decision.${type}`,
  type: 'string',
  values: decisions,
  absentAs: 'notApplicable',
  meaning: `What the layer decides about the denied request: ${layers[type].called}.`,
  source: 'the policies evaluated, the reason AWS states, or the person',
  calls: layers[type].calls,
  example: 'implicitDeny',
});

export const policyFacts: Entries = policyTypes.map(presence);
export const decisionFacts: Entries = policyTypes.map(decision);

const nearest = 'the nearest Allow statement';
const read = layers.identity.calls;

export const identityFacts: Entries = [
  {
    name: 'identity.deniesRequest',
    type: 'boolean',
    meaning: "Whether a Deny statement of the caller's identity policies covers the request, its conditions included.",
    source: 'the identity policies, or the person',
    calls: read,
    example: false,
  },
  {
    name: 'identity.namesAction',
    type: 'boolean',
    meaning: "Whether an Allow statement of the caller's identity policies covers the action, also by a wildcard.",
    source: 'the identity policies, or the person',
    calls: read,
    example: false,
  },
  {
    name: 'identity.coversResource',
    type: 'boolean',
    meaning:
      'Whether the Resource of such a statement covers the resource of the request; for an action without resource-level support only * does.',
    source: nearest,
    calls: read,
    example: true,
  },
  {
    name: 'identity.conditionKeys',
    type: 'list',
    absentAs: [],
    meaning: 'The condition keys of that statement.',
    source: nearest,
    calls: read,
    example: ['aws:SourceIp'],
  },
  {
    name: 'identity.unsupportedKeys',
    type: 'list',
    absentAs: [],
    meaning: 'Those of its condition keys that the action does not support.',
    source: `${nearest} beside the service authorization reference`,
    calls: read,
    example: ['ec2:InstanceType'],
  },
  {
    name: 'identity.unmetKeys',
    type: 'list',
    absentAs: [],
    meaning: 'Those of its condition keys that this request does not meet.',
    source: nearest,
    calls: read,
    example: ['aws:SourceIp'],
  },
  {
    name: 'identity.allowsCalledAction',
    type: 'boolean',
    meaning: 'Whether the identity policies allow the action of the called operation itself, on its own resources.',
    source: 'the identity policies, or the person',
    calls: read,
    example: true,
  },
  {
    name: 'identity.allowsPassRole',
    type: 'boolean',
    meaning: 'Whether the identity policies allow iam:PassRole on the role that is handed over.',
    source: 'the identity policies, or the person',
    calls: read,
    example: false,
  },
  {
    name: 'identity.sharesStatement',
    type: 'boolean',
    meaning: 'Whether one and the same statement allows the called action and iam:PassRole.',
    source: 'the identity policies, or the person',
    calls: read,
    example: true,
  },
];

export const trustFacts: Entries = [
  {
    name: 'trust.deniesRequest',
    type: 'boolean',
    meaning: 'Whether a Deny statement of the trust policy covers the request, its conditions included.',
    source: 'the trust policy, or the person',
    calls: ['iam:GetRole'],
    example: false,
  },
  {
    name: 'trust.namesCaller',
    type: 'boolean',
    meaning: "Whether an Allow statement of the trust policy names the caller's own ARN.",
    source: 'the trust policy, or the person',
    calls: ['iam:GetRole'],
    example: true,
  },
  {
    name: 'trust.namesAccount',
    type: 'boolean',
    meaning: "Whether an Allow statement of the trust policy names the caller's whole account, by its id or its root.",
    source: 'the trust policy, or the person',
    calls: ['iam:GetRole'],
    example: false,
  },
  {
    name: 'trust.unsupportedKeys',
    type: 'list',
    absentAs: [],
    meaning: 'Condition keys of the nearest Allow statement that sts:AssumeRole does not support.',
    source: 'the trust policy beside the service authorization reference',
    calls: ['iam:GetRole'],
    example: ['iam:PassedToService'],
  },
  {
    name: 'trust.unmetKeys',
    type: 'list',
    absentAs: [],
    meaning: 'Condition keys of the nearest Allow statement that this request does not meet.',
    source: 'the trust policy, or the person',
    calls: ['iam:GetRole'],
    example: ['sts:ExternalId'],
  },
];

const reference = 'the service authorization reference';

export const actionFacts: Entries = [
  {
    name: 'action.supportsResourceLevel',
    type: 'boolean',
    meaning: 'Whether the action can be allowed on single resources; where not, only "Resource": "*" grants it.',
    source: reference,
    example: false,
  },
  {
    name: 'action.resourceTypes',
    type: 'list',
    absentAs: [],
    meaning: 'The resource types the action works on.',
    source: reference,
    example: ['instance', 'network-interface'],
  },
  {
    name: 'action.conditionKeys',
    type: 'list',
    absentAs: [],
    meaning: 'The service condition keys the action supports, besides the global ones.',
    source: reference,
    example: ['ec2:Region'],
  },
  {
    name: 'action.dependentActions',
    type: 'list',
    absentAs: [],
    meaning: 'Other actions the same call needs.',
    source: reference,
    example: ['iam:PassRole'],
  },
];
