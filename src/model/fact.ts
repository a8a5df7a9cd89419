// A fact: one named thing we know, or know that we do not know, with where it came from.
import type { AuthorizationRequest, EvaluatedType, PolicySet } from './policy.ts';

export const factStatuses = [
  'present',
  'absent',
  'denied',
  'unreachable',
  'unsupported',
  'not-retrievable',
  'not-asked',
] as const;
export type FactStatus = (typeof factStatuses)[number];

/** How strong the evidence behind one claim is, strongest first. */
export const evidenceGrades = ['authoritative', 'stated', 'evaluated', 'answered', 'simulated', 'inferred'] as const;
export type EvidenceGrade = (typeof evidenceGrades)[number];

export type FactValue = string | number | boolean | readonly FactValue[] | { readonly [key: string]: FactValue };

/** Why a fact has its status; `code` is a stable reason, `detail` what the source said. */
export interface FactReason {
  readonly code: string;
  readonly detail?: string;
  /** What somebody with more rights can run to find out. */
  readonly command?: string;
}

/** Who supplied a fact, weakest precedence last: --set, a facts file, live reading, derivation, an answer. */
export const factOrigins = ['set', 'file', 'live', 'error', 'document', 'derived', 'answer'] as const;
export type FactOrigin = (typeof factOrigins)[number];

export interface FactSourceRef {
  readonly origin: FactOrigin;
  /** A file path, an AWS operation, a step id: whatever lets a reader find it again. */
  readonly from?: string;
  readonly grade: EvidenceGrade;
  /** ISO 8601: when it was read, for facts that were read. */
  readonly readAt?: string;
}

export interface Fact {
  readonly name: string;
  readonly status: FactStatus;
  readonly value?: FactValue;
  readonly source: FactSourceRef;
  readonly why?: FactReason;
}

/** Two sources that disagree about one fact; `kept` won by precedence. */
export interface FactConflict {
  readonly name: string;
  readonly kept: Fact;
  readonly dropped: Fact;
}

/** What a source that reads policies too came back with. */
export interface Reading {
  readonly facts: readonly Fact[];
  /** What could not be read is named as unknown. */
  readonly policies?: PolicySet;
  /** What it found out about the request on the way. */
  readonly request?: Partial<AuthorizationRequest>;
  /** When each layer was read, as ISO 8601. */
  readonly readAt?: Readonly<Partial<Record<EvaluatedType, string>>>;
}

/** Something that can supply facts. It never throws for a failed read: it returns a fact with that status. */
export interface FactSource {
  readonly id: string;
  readonly provides: readonly string[];
  fetch(names: readonly string[], known: ReadonlyMap<string, Fact>): Promise<readonly Fact[] | Reading>;
}
