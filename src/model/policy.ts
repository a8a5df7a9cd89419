// The shapes of an authorization request, the policies that bear on it, and the evaluation of both. (AWS page: "Policy evaluation logic")

import type { PolicyDiagnosticCode, ProofName, ReasonCode, WarningCode } from './policy-codes.ts';

export const evaluatedTypes = ['identity', 'boundary', 'session', 'resource', 'scp', 'rcp', 'vpcEndpoint'] as const;
export type EvaluatedType = (typeof evaluatedTypes)[number];

export const decisions = ['allowed', 'explicitDeny', 'implicitDeny', 'notApplicable'] as const;
export type Decision = (typeof decisions)[number];

/** What an evaluation as a whole can come to. */
export type AccessDecision = Exclude<Decision, 'notApplicable'>;

/** A type that answers for a decision: a role's resource policy answers as `trust`. */
export type DecidingType = EvaluatedType | 'trust';

export interface NamedPolicy {
  readonly name: string;
  /** The policy document as parsed JSON or as JSON text, of any shape: it comes from outside. */
  readonly policy: unknown;
  /** The JSON text the document was read from, for lines and columns. */
  readonly text?: string;
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
  /** null for callers without an account: services, anonymous. */
  readonly principalAccount: string | null;
  readonly resourceAccount: string;
  /**
   * A key missing here is absent from the request, except aws:PrincipalArn, aws:PrincipalAccount,
   * aws:PrincipalType and aws:username, which follow from the principal.
   */
  readonly context: Readonly<Record<string, string | readonly string[]>>;
  readonly principalUserArn?: string;
  readonly principalRoleArn?: string;
  readonly principalIsManagementAccount?: boolean;
  readonly resourceIsManagementAccount?: boolean;
}

export type Truth = boolean | 'unknown';

/** true, false, null = the element is not applicable, 'unknown' = could not be told. */
export type ElementResult = Truth | null;

/** Where something stands in its document; line and column (from 1) when the text was given. */
export interface PolicyPosition {
  /** JSON pointer (RFC 6901). */
  readonly pointer: string;
  readonly line?: number;
  readonly column?: number;
}

export const statementElements = ['action', 'resource', 'principal', 'condition'] as const;
export type StatementElement = (typeof statementElements)[number];

/** Why one element of a statement does not hold, with what it asks for and what the request has. */
export interface Reason {
  readonly element: StatementElement;
  readonly code: ReasonCode;
  readonly wanted: readonly string[];
  /** The request's values; empty when absent or unknown. */
  readonly actual: readonly string[];
  /** The wanted values with their variables filled in, where there were any. */
  readonly resolved?: readonly string[];
  /** The condition key and operator as written. */
  readonly key?: string;
  readonly operator?: string;
  /** Facts that would tell, for an unknown result: `context.<key>`. */
  readonly needs?: readonly string[];
  readonly position: PolicyPosition;
}

export interface PolicyWarning {
  readonly code: WarningCode;
  /** Position in `Evaluation.statements`. */
  readonly statement?: number;
}

/** Something wrong with a policy document, and where. An ignored statement takes no part in the evaluation. */
export interface PolicyDiagnostic {
  readonly code: PolicyDiagnosticCode;
  readonly severity: 'error' | 'warning';
  readonly type: EvaluatedType;
  readonly level?: number;
  readonly policy: string;
  /** Index in the document's Statement list, where one statement is concerned. */
  readonly index?: number;
  readonly ignored: 'statement' | 'document' | null;
  readonly position: PolicyPosition;
  /** What stands there, shortened. */
  readonly found?: string;
}

/** How a resource policy's Principal reaches the caller: itself, its role or user, or only its account. */
export type GrantLevel = 'direct' | 'base' | 'account';

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
  readonly matches: Truth;
  readonly reach?: GrantLevel;
  /** One per element, or per condition key, that does not hold. */
  readonly reasons: readonly Reason[];
  readonly position: PolicyPosition;
}

export interface LayerTrace {
  readonly type: EvaluatedType;
  readonly decision: Decision | 'unknown';
  /** Positions in `Evaluation.statements` of those that decide. */
  readonly statements: readonly number[];
}

/** One step of the proof that access holds or fails: `all` and `any` of their parts, or a leaf about one layer. */
export type ProofNode =
  | {
      readonly kind: 'all' | 'any';
      readonly name: ProofName;
      readonly result: Truth;
      readonly of: readonly ProofNode[];
    }
  | {
      readonly kind: 'leaf';
      readonly name: ProofName;
      readonly layer: DecidingType;
      readonly result: Truth;
      readonly level?: number;
      /** Only a resource layer's Allow: how far the grant has to reach. */
      readonly reach?: readonly GrantLevel[];
      /** The layer's policies are not all known, so more may stand behind it than is listed. */
      readonly open?: true;
      /** Positions in `Evaluation.statements` that make it so. */
      readonly statements: readonly number[];
    };

/** An Allow statement that could have granted and did not, closest first. */
export interface NearMiss {
  /** Position in `Evaluation.statements`. */
  readonly statement: number;
  readonly layer: DecidingType;
  /** How many elements do not hold. */
  readonly missing: number;
  readonly reasons: readonly Reason[];
}

export interface Evaluation {
  readonly decision: AccessDecision | 'unknown';
  /** Every decision the unknowns still leave open; one when the decision is known. */
  readonly possible: readonly AccessDecision[];
  readonly decidedBy: DecidingType | null;
  readonly grantedBy?: readonly DecidingType[];
  /** Every layer known to stand in the way, those that deny explicitly first. */
  readonly failing: readonly DecidingType[];
  readonly layers: readonly LayerTrace[];
  readonly statements: readonly StatementTrace[];
  readonly proof: ProofNode;
  readonly nearMisses: readonly NearMiss[];
  readonly warnings: readonly PolicyWarning[];
  /** The warnings without whose reading of an unclear point the decision would not stand. */
  readonly restsOn?: readonly WarningCode[];
  readonly diagnostics: readonly PolicyDiagnostic[];
  /** Sets of facts (`policy.<type>`, `context.<key>`) that would settle an unknown decision, the shortest first. */
  readonly wouldSettle?: readonly (readonly string[])[];
}
