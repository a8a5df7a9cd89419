// The shapes of an authorization request, the policies that bear on it, and the evaluation of both. (AWS page: "Policy evaluation logic")

export const evaluatedTypes = ['identity', 'boundary', 'session', 'resource', 'scp', 'rcp', 'vpcEndpoint'] as const;
export type EvaluatedType = (typeof evaluatedTypes)[number];

export const decisions = ['allowed', 'explicitDeny', 'implicitDeny', 'notApplicable'] as const;
export type Decision = (typeof decisions)[number];

export interface NamedPolicy {
  readonly name: string;
  /** The policy document as parsed JSON, of any shape: it comes from outside. */
  readonly policy: unknown;
}

export interface PolicySet {
  readonly identity?: readonly NamedPolicy[];
  readonly boundary?: readonly NamedPolicy[];
  readonly session?: readonly NamedPolicy[];
  /** A trust policy or a key policy is the resource policy. */
  readonly resource?: readonly NamedPolicy[];
  readonly vpcEndpoint?: readonly NamedPolicy[];
  /** Levels from the root of the organization to the account. */
  readonly scps?: readonly (readonly NamedPolicy[])[];
  readonly rcps?: readonly (readonly NamedPolicy[])[];
  /** A set named here is unknown; an omitted set that is not named is absent. */
  readonly unknown?: {
    readonly policies?: readonly EvaluatedType[];
    readonly context?: true | readonly string[];
  };
}

export interface AuthorizationRequest {
  readonly action: string;
  readonly resource: string;
  readonly principal: string;
  readonly principalAccount: string;
  readonly resourceAccount: string;
  /** A key missing here is absent from the request. */
  readonly context: Readonly<Record<string, string | readonly string[]>>;
  readonly principalUserArn?: string;
  readonly principalRoleArn?: string;
  readonly principalIsManagementAccount?: boolean;
  readonly resourceIsManagementAccount?: boolean;
}

/** true, false, null = the element is not applicable, 'unknown' = could not be told. */
export type ElementResult = boolean | null | 'unknown';

export interface StatementTrace {
  readonly type: EvaluatedType;
  /** Level of an SCP or RCP, 0 = root. */
  readonly level?: number;
  readonly policy: string;
  readonly index: number;
  readonly sid?: string;
  readonly effect: 'Allow' | 'Deny';
  readonly action: ElementResult;
  readonly resource: ElementResult;
  readonly principal: ElementResult;
  readonly condition: ElementResult;
  readonly matches: boolean | 'unknown';
}

export interface LayerTrace {
  readonly type: EvaluatedType;
  readonly decision: Decision | 'unknown';
  /** Positions in `Evaluation.statements` of those that decide. */
  readonly statements: readonly number[];
}

export interface Evaluation {
  readonly decision: 'allowed' | 'implicitDeny' | 'explicitDeny' | 'unknown';
  readonly decidedBy: EvaluatedType | 'trust' | null;
  readonly grantedBy?: readonly EvaluatedType[];
  readonly failing: readonly EvaluatedType[];
  readonly layers: readonly LayerTrace[];
  readonly statements: readonly StatementTrace[];
  /** Sets of facts that would settle an unknown decision, the shortest first. */
  readonly wouldSettle?: readonly (readonly string[])[];
}
