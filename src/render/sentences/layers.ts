// What each policy layer is called, what its decision means, and why it could not be told. (AWS page: "Policy evaluation logic")
import type { PolicyType } from '../../model/denial.ts';
import type { LayerDecision } from '../../model/diagnosis.ts';
import type { FactStatus } from '../../model/fact.ts';
import type { Decision } from '../../model/policy.ts';

/** As a row's label. */
export const layerLabels = {
  identity: 'identity',
  resource: 'resource',
  permissionsBoundary: 'boundary',
  session: 'session',
  scp: 'SCP',
  rcp: 'RCP',
  vpcEndpoint: 'VPC endpoint',
  trust: 'trust',
} as const satisfies Record<PolicyType, string>;

/** As a noun in a sentence. */
export const layerNouns = {
  identity: 'identity policy',
  resource: 'resource policy',
  permissionsBoundary: 'permissions boundary',
  session: 'session policy',
  scp: 'service control policy',
  rcp: 'resource control policy',
  vpcEndpoint: 'VPC endpoint policy',
  trust: 'trust policy',
} as const satisfies Record<PolicyType, string>;

export const decisionWords = {
  allowed: 'allowed',
  explicitDeny: 'explicit deny',
  implicitDeny: 'implicit deny',
  notApplicable: 'not applicable',
  unknown: 'unknown',
} as const satisfies Record<LayerDecision, string>;

const notApplicable = 'It does not exist, does not bind here, or nothing is needed from it.';

export const decisionSentences = {
  identity: {
    allowed: 'An identity policy of the caller allows it.',
    explicitDeny: 'An identity policy of the caller denies it.',
    implicitDeny: 'No identity policy of the caller allows it.',
    notApplicable,
  },
  resource: {
    allowed: "The resource's policy allows it.",
    explicitDeny: "The resource's policy denies it.",
    implicitDeny: "The resource's policy does not allow it.",
    notApplicable,
  },
  permissionsBoundary: {
    allowed: 'The permissions boundary allows it.',
    explicitDeny: 'The permissions boundary denies it.',
    implicitDeny: 'The permissions boundary does not allow it.',
    notApplicable,
  },
  session: {
    allowed: 'The session policy allows it.',
    explicitDeny: 'The session policy denies it.',
    implicitDeny: 'The session policy does not allow it.',
    notApplicable,
  },
  scp: {
    allowed: 'Service control policies allow it at every level.',
    explicitDeny: 'A service control policy denies it.',
    implicitDeny: 'At some level no service control policy allows it.',
    notApplicable,
  },
  rcp: {
    allowed: 'Resource control policies allow it at every level.',
    explicitDeny: 'A resource control policy denies it.',
    implicitDeny: 'At some level no resource control policy allows it.',
    notApplicable,
  },
  vpcEndpoint: {
    allowed: 'The VPC endpoint policy allows it.',
    explicitDeny: 'The VPC endpoint policy denies it.',
    implicitDeny: 'The VPC endpoint policy does not allow it.',
    notApplicable,
  },
  trust: {
    allowed: "The role's trust policy allows it.",
    explicitDeny: "The role's trust policy denies it.",
    implicitDeny: "The role's trust policy does not allow it.",
    notApplicable,
  },
} as const satisfies Record<PolicyType, Record<Decision, string>>;

/** Why a decision is unknown, by what is known of the fact. */
export const notCheckedSentences = {
  present: 'It exists, but what it decides could not be told.',
  absent: 'It was found to be absent, but what follows from that could not be told.',
  denied: 'Reading it was denied.',
  unreachable: 'Reading it failed: there was no connection.',
  unsupported: 'This version cannot read it.',
  'not-retrievable': 'AWS offers no way to read it.',
  'not-asked': 'Not read.',
} as const satisfies Record<FactStatus, string>;

/** How to hand in what a person knows of a layer. */
export const howToState =
  'Answer the steps, or hand in what you know: a facts file (--facts FILE), or for example --set decision.scp=allowed.';

/** Where to look, or whom to ask, to settle a layer. */
export const layerAdvice = {
  identity: "Look at the caller's attached and inline policies, and for a user at those of its groups.",
  resource: "Look at the resource's own policy, in the account that owns it.",
  permissionsBoundary: "Look at the boundary on the caller's page in the IAM console.",
  session: 'Look at the policies that were passed when the session was made.',
  scp: "Ask the organization's administrator, or look in AWS Organizations from the management account.",
  rcp: "Ask the administrator of the resource's organization.",
  vpcEndpoint: 'Look at the endpoint in the VPC the call came from; it counts only for calls through an endpoint.',
  trust: "Look at the role's trust relationships, in the account that owns it.",
} as const satisfies Record<PolicyType, string>;
