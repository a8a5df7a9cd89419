// Facts about the statements of the caller's identity policies and of a trust policy: whether one denies, and how close the nearest Allow comes.
import type { Entries } from './entry.ts';
import { identityCalls } from './policies.ts';

const nearest = 'the nearest Allow statement';
const read = identityCalls;

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
    name: 'identity.meetsConditions',
    type: 'boolean',
    meaning: 'Whether the request meets every condition of that statement; true where it has none.',
    source: `${nearest}, or the person`,
    calls: read,
    example: false,
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
    name: 'identity.mistypedKeys',
    type: 'list',
    absentAs: [],
    meaning:
      'Those of its condition keys whose type does not fit the operator: another type, or several values compared by a plain operator.',
    source: `${nearest} beside the service authorization reference`,
    calls: read,
    example: ['aws:TagKeys'],
  },
  {
    name: 'identity.setOperatorKeys',
    type: 'list',
    absentAs: [],
    meaning:
      'Those of its condition keys that ForAllValues or ForAnyValue compares, although a request carries one value of them at most.',
    source: `${nearest} beside the service authorization reference`,
    calls: read,
    example: ['aws:SourceVpce'],
  },
  {
    name: 'identity.plainOperatorKeys',
    type: 'list',
    absentAs: [],
    meaning:
      'Those of its condition keys that a plain operator compares, although a request may carry several values of them.',
    source: `${nearest} beside the service authorization reference`,
    calls: read,
    example: ['aws:TagKeys'],
  },
  {
    name: 'identity.uncoveredTypes',
    type: 'list',
    absentAs: [],
    meaning: 'The resource types the action works on that its Resource never covers.',
    source: `${nearest} beside the service authorization reference`,
    calls: read,
    example: ['image', 'subnet'],
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

export const denyFacts: Entries = [
  {
    name: 'deny.conditionKeys',
    type: 'list',
    absentAs: [],
    meaning: 'The condition keys of the Deny statements that cover the request, whichever policies they stand in.',
    source: 'the policies, or the person',
    calls: read,
    example: ['aws:MultiFactorAuthPresent'],
  },
  {
    name: 'deny.forAllKeys',
    type: 'list',
    absentAs: [],
    meaning:
      'Those of these keys that ForAllValues compares: such a comparison holds for a request without the key too.',
    source: 'the policies, or the person',
    calls: read,
    example: ['aws:TagKeys'],
  },
];

export const resourceSideFacts: Entries = [
  {
    name: 'resource.principalForm',
    type: 'string',
    values: ['named', 'notNamed', 'otherSession', 'otherCase', 'otherPath', 'wildcard', 'deletedId'],
    meaning:
      "How the resource's policy names the caller as Principal of a fitting Allow statement: named, not named, or only in a form that does not match.",
    source: "the resource's policy",
    example: 'deletedId',
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
    name: 'trust.meetsConditions',
    type: 'boolean',
    meaning: 'Whether the request meets every condition of that statement; true where it has none.',
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
