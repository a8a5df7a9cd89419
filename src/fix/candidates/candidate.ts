// A change that may let a request through: what it does to documents or to the request, and what it opens. Data only; words are made elsewhere.
import type { AuthorizationRequest, EvaluatedType, Evaluation } from '../../model/policy.ts';
import type { Audience, AvoidCode, ChangeCode, WantedCondition } from '../../model/plan.ts';
import type { FixKind, Owner } from '../../model/playbook.ts';
import type { Caller } from '../../policy/match/caller.ts';
import type { Obstacle } from '../blockers.ts';
import type { Case, ContextChange, DocumentChange } from '../case.ts';

export interface Grants {
  /** Patterns as a policy writes them. */
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly principals: Audience;
}

export interface Candidate {
  readonly code: ChangeCode;
  readonly kind: FixKind;
  readonly owner: Owner;
  readonly type: EvaluatedType;
  readonly change?: DocumentChange;
  /** Index of the statement that changes. */
  readonly statement?: number;
  readonly context?: ContextChange;
  readonly conditions?: readonly WantedCondition[];
  readonly grants: Grants;
  readonly avoid: readonly AvoidCode[];
  /** It sets right what the statement evidently means to say already. */
  readonly isCorrection?: true;
  /** Somebody has to fill in a place first, so it cannot be tried. */
  readonly hasPlaces?: true;
}

/** What candidates are made from. */
export interface Situation {
  readonly held: Case;
  readonly request: AuthorizationRequest;
  readonly caller: Caller;
  readonly obstacle: Obstacle;
  readonly evaluation: Evaluation;
}

export const nothingGranted: Grants = { actions: [], resources: [], principals: 'caller' };
