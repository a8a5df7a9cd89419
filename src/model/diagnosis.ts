// What the pipeline concludes from one denial: plain data that every renderer and the wizard draw from.
import type { Denial, PolicyType } from './denial.ts';
import type { EvidenceGrade, Fact, FactConflict, FactReason, FactStatus, FactValue } from './fact.ts';
import type { Command, FixKind, Owner, PolicyTree, Risk, StepOutcome, Strength } from './playbook.ts';
import type { ComputedChange, NextBlocker, Plan, Proof } from './plan.ts';
import type { Decision, StatementElement } from './policy.ts';
import type { ValidityWarning } from './validity.ts';

export type Tri = true | false | 'unknown';

/** A condition after evaluation: the tree as written, each node with its value and each leaf with what it saw. */
export type Explanation =
  | {
      readonly kind: 'leaf';
      readonly value: Tri;
      readonly fact: string;
      readonly operator: string;
      /** The right-hand side: a literal, or the value of the fact it names. */
      readonly expected?: FactValue;
      readonly expectedFact?: string;
      readonly actual?: FactValue;
      readonly grade?: EvidenceGrade;
      readonly path?: string;
      readonly params?: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: 'all' | 'any';
      readonly value: Tri;
      readonly children: readonly Explanation[];
      readonly name?: string;
    }
  | { readonly kind: 'not'; readonly value: Tri; readonly child: Explanation; readonly name?: string };

/** One of the article's four: who called, which API, which resource, when. Unknown when `value` is missing. */
export interface Particular {
  readonly value?: string;
  readonly grade?: EvidenceGrade;
  /** Name of the fact it was taken from. */
  readonly fact?: string;
}

export interface Particulars {
  readonly caller: Particular;
  readonly api: Particular;
  readonly resource: Particular;
  readonly time: Particular;
}

export interface MatchedPlaybook {
  readonly playbook: string;
  readonly title: string;
  readonly summary: string;
  readonly specificity: 'exact' | 'service' | 'generic' | 'companion';
  readonly family: string;
  /** The leaves that held. */
  readonly why: readonly Extract<Explanation, { kind: 'leaf' }>[];
}

export type LayerDecision = Decision | 'unknown';

/** The Allow statement of a layer that came closest to granting, and what it wanted instead. */
export interface NearestStatement {
  /** Policy, statement and line, as a reader finds them again. */
  readonly place: string;
  readonly failed: readonly {
    readonly element: StatementElement;
    readonly code: string;
    readonly wanted: readonly string[];
    readonly actual: readonly string[];
    /** The condition key and operator, where a condition failed. */
    readonly key?: string;
    readonly operator?: string;
  }[];
}

export interface Layer {
  readonly type: PolicyType;
  readonly decision: LayerDecision;
  readonly grade?: EvidenceGrade;
  /** For a known decision: the fact it rests on. */
  readonly fact?: Fact;
  readonly nearest?: NearestStatement;
  /** For an unknown one: why it could not be told. */
  readonly notChecked?: { readonly status: FactStatus } & Partial<FactReason>;
}

/** What a person does to carry out a step by hand. */
export interface Instructions {
  readonly text?: string;
  readonly console?: string;
  readonly commands?: readonly Command[];
  /** What each outcome would state as facts. */
  readonly pass?: Readonly<Record<string, FactValue>>;
  readonly fail?: Readonly<Record<string, FactValue>>;
}

export interface DiagnosedStep {
  readonly id: string;
  readonly playbook: string;
  readonly type: 'check' | 'ask' | 'guide';
  readonly title: string;
  /** Why it matters, or the help of a question, or the text of a guide. */
  readonly text?: string;
  readonly outcome: StepOutcome;
  readonly grade?: EvidenceGrade;
  /** What the outcome rests on; the answer itself for a question. */
  readonly evidence?: Explanation;
  readonly answer?: string | readonly string[];
  /** What a failed check means. */
  readonly onFail?: string;
  readonly article: readonly string[];
  readonly byHand?: Instructions;
}

export interface DiagnosedCause {
  readonly id: string;
  readonly playbook: string;
  readonly title: string;
  readonly state: 'confirmed' | 'ruledOut' | 'open';
  readonly strength: Strength;
  readonly grade?: EvidenceGrade;
  readonly because: string;
  readonly evidence: Explanation;
  /** For an open cause: the unknown facts, and the steps that would settle them. */
  readonly needs: readonly string[];
  readonly settledBy: readonly { readonly playbook: string; readonly step: string }[];
}

export interface DiagnosedFix {
  readonly id: string;
  readonly playbook: string;
  readonly cause: string;
  readonly kind: FixKind;
  readonly owner: Owner;
  readonly risk: Risk;
  readonly text: string;
  readonly avoid: readonly string[];
  readonly change: {
    readonly attachTo?: PolicyType;
    readonly document?: PolicyTree;
    readonly before?: string;
    readonly after?: string;
    readonly diff?: string;
    readonly commands?: readonly Command[];
  };
  readonly verify: { readonly text?: string; readonly command?: Command };
  readonly proven: Proof;
  /** What AWS may refuse, or not do, of the document as proposed. */
  readonly warnings?: readonly ValidityWarning[];
  /** Where the change was computed from the policies at hand: what it does. A computed fix that no playbook proposes has no text of its own. */
  readonly computed?: ComputedChange;
}

export interface Question {
  readonly playbook: string;
  readonly step: string;
  readonly question: string;
  readonly help?: string;
  readonly answer: 'check' | 'confirm' | 'choice' | 'multichoice' | 'text';
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
}

/** Something that bears on the denial and was not looked at. */
export interface BlindSpot {
  readonly layer?: PolicyType;
  readonly fact?: string;
  readonly status: FactStatus;
  readonly code?: string;
}

export interface Diagnosis {
  /** Null when the text holds no denial. */
  readonly denial: Denial | null;
  readonly others: readonly Denial[];
  readonly particulars: Particulars;
  readonly matches: readonly MatchedPlaybook[];
  readonly layers: readonly Layer[];
  readonly causes: readonly DiagnosedCause[];
  readonly steps: readonly DiagnosedStep[];
  readonly fixes: readonly DiagnosedFix[];
  /** Where policies are at hand that deny the request: everything that has to change. */
  readonly plan?: Plan;
  readonly nextBlockers: readonly NextBlocker[];
  readonly questions: readonly Question[];
  readonly blindSpots: readonly BlindSpot[];
  readonly references: readonly { readonly title: string; readonly url: string }[];
  /** Nothing is confirmed. */
  readonly exhausted: boolean;
  readonly facts: readonly Fact[];
  readonly conflicts: readonly FactConflict[];
  readonly answers: Readonly<Record<string, string | readonly string[]>>;
}
