// What would let a denied request through: the changes computed from the policies at hand, and the plan that puts them together.
import type { PolicyType } from './denial.ts';
import type { EvidenceGrade } from './fact.ts';
import type { Owner } from './playbook.ts';
import type { WarningCode } from './policy-codes.ts';

/** What a computed change does. */
export const changeCodes = [
  /** A statement that otherwise applies gets the action. */
  'add-action',
  /** A statement that otherwise applies gets the resource. */
  'add-resource',
  /** An ARN of the wrong shape is set right. */
  'correct-resource',
  /** The action leaves a statement whose resources never fit it, for one of its own. */
  'split-statement',
  'add-statement',
  /** A policy document of its own. */
  'add-document',
  /** A statement that otherwise applies names the caller. */
  'add-principal',
  /** An entry that can reach nobody is replaced by the caller. */
  'correct-principal',
  /** A Deny spares the caller for what it asks for, and stays for the rest. */
  'narrow-deny',
  /** The request changes, no policy. */
  'meet-condition',
  /** Popular, and of no help here. */
  'attach-administrator',
  'allow-every-action',
  'allow-every-resource',
] as const;
export type ChangeCode = (typeof changeCodes)[number];

/** What not to do instead. */
export const avoidCodes = [
  'administrator',
  'every-action',
  'every-resource',
  'widen-statement',
  'remove-deny',
  'whole-account',
  'everyone',
  'no-external-id',
  'no-subject',
  'drop-delegation',
  'remove-boundary',
  'detach-control-policy',
  'pass-any-role',
  'pretend-condition',
] as const;
export type AvoidCode = (typeof avoidCodes)[number];

export type Breadth = 'one' | 'pattern' | 'all';

/** Whom a change opens something to: one caller, everyone the policy is attached to, an account, or anybody. */
export type Audience = 'caller' | 'attached' | 'account' | 'everyone';

/** What a change opens, counted from the reference data. */
export interface Opening {
  /** How many actions; undefined where they are all actions of all services. */
  readonly actions?: number;
  readonly resources: Breadth;
  /** How many resources or patterns are named. */
  readonly named: number;
  readonly principals: Audience;
  /** At most three things it opens beside the denied request. */
  readonly examples: readonly { readonly action: string; readonly resource: string }[];
}

/** A condition the request has to meet. */
export interface WantedCondition {
  readonly key: string;
  readonly operator: string;
  readonly values: readonly string[];
  /** It has to stop holding: the statement denies while it holds. */
  readonly negated?: true;
}

/** The document a change is made in. */
export interface ChangedPolicy {
  readonly name: string;
  /** Level of a control policy, 0 = root. */
  readonly level?: number;
  /** It does not exist yet. */
  readonly isNew: boolean;
  /** AWS or somebody else keeps it: it can be replaced, not edited. */
  readonly isManagedByAws?: true;
  /** Index in the document's Statement list, where an existing statement changes. */
  readonly statement?: number;
}

/** A change computed from the policies at hand: data that sentences are made of. */
export interface ComputedChange {
  readonly code: ChangeCode;
  readonly layer: PolicyType;
  readonly policy?: ChangedPolicy;
  readonly action: string;
  readonly resource: string;
  readonly principal: string;
  readonly conditions?: readonly WantedCondition[];
  readonly opens: Opening;
  readonly avoid: readonly AvoidCode[];
}

/** A fix among `Diagnosis.fixes`. */
export interface FixReference {
  readonly playbook: string;
  readonly id: string;
}

/** One thing that stands in the way of one request. */
export interface Blocker {
  readonly layer: PolicyType;
  readonly decision: 'explicitDeny' | 'implicitDeny';
  /** Level of a control policy, 0 = root. */
  readonly level?: number;
  /** The statement that denies, or the one that came closest to allowing: policy, statement and line. */
  readonly place?: string;
  /** Only what is not known makes it possible that this statement denies. */
  readonly isPossible?: true;
}

export interface PlanStep {
  readonly request: { readonly action: string; readonly resource: string };
  /** Another request of the same call than the one that was denied. */
  readonly isNext: boolean;
  readonly blocker: Blocker;
  /** Who has to act; that of the first fix. */
  readonly owner: Owner;
  /** At most three, the one to prefer first; empty where nothing that would lift the blocker was found. */
  readonly fixes: readonly FixReference[];
}

export const proofStates = ['proven', 'provenForLayersRead', 'notProven', 'doesNotHelp'] as const;

export const proofCodes = [
  'no-policy-change',
  'policies-not-read',
  'request-not-known',
  'has-placeholders',
  'already-allowed',
  'evaluated',
  'layers-not-read',
  'context-not-known',
  'still-denied',
  'part-of-plan',
  'unclear-rule',
  'owner-not-known',
] as const;

/** Whether evaluating again with the change applied showed that it works. */
export interface Proof {
  readonly state: (typeof proofStates)[number];
  readonly code: (typeof proofCodes)[number];
  /** The layers that were not read, or that still deny. */
  readonly layers?: readonly PolicyType[];
  /** The condition keys of the request that would have to be known. */
  readonly keys?: readonly string[];
  /** The points AWS leaves unclear that it rests on. */
  readonly points?: readonly WarningCode[];
}

/** Everything that has to change for the denied request, and for what the same call asks for next. */
export interface Plan {
  /** In the order in which people must act. */
  readonly steps: readonly PlanStep[];
  /** Of the first fix of every step together. */
  readonly proven: Proof;
  /** Popular changes that do not help here. */
  readonly doNotHelp: readonly FixReference[];
}

/** Another request that the same call makes, which may be denied once this one passes. */
export interface NextBlocker {
  readonly action: string;
  readonly grade: EvidenceGrade;
  readonly resource?: string;
  /** What the policies at hand make of it; missing where there are none. Allowed ones are left out. */
  readonly decision?: 'explicitDeny' | 'implicitDeny' | 'unknown';
  /** The layers that deny it. */
  readonly layers?: readonly PolicyType[];
  /** The circumstance in which the call needs it; always when left out. */
  readonly when?: string;
  /** It is one of the plan's steps. */
  readonly isPlanned?: true;
}
