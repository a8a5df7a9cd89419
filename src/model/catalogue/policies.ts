// Facts about the policies that bear on the request: which exist, what each layer decides, and what the reference says of the action.
import { policyTypes, type PolicyType } from '../denial.ts';
import { decisions } from '../policy.ts';
import type { CatalogueEntry, Entries } from './entry.ts';

export const identityCalls: readonly string[] = [
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
];

/** What each layer is called and what reading it needs. */
const layers: Readonly<Record<PolicyType, { readonly called: string; readonly calls: readonly string[] }>> = {
  identity: {
    called: "the caller's identity policies, attached, inline and through groups",
    calls: identityCalls,
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
    name: 'action.relationToCall',
    type: 'string',
    values: ['sameName', 'otherName', 'dependent'],
    meaning:
      'How the refused action stands to the operation called: of the same name, its own under another name, or one that the call needs besides.',
    source: reference,
    example: 'dependent',
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
