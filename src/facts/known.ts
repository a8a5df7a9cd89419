// Merges facts from several sources into one set: the stronger origin wins, what is known beats what is not, and every disagreement is kept.
import { ruleValueOf } from '../model/catalogue/catalogue.ts';
import type { PolicyType } from '../model/denial.ts';
import type { NearestStatement } from '../model/diagnosis.ts';
import { factOrigins, type EvidenceGrade, type Fact, type FactConflict, type FactValue } from '../model/fact.ts';
import type { Trial } from './policies/trial.ts';

/** What a layer decides about another request than the denied one, where policies are at hand. */
export type Decide = (fact: string, params: Readonly<Record<string, string>>) => FactValue | undefined;

export interface KnownFacts {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly conflicts: readonly FactConflict[];
  readonly decide?: Decide;
  readonly nearest?: ReadonlyMap<PolicyType, NearestStatement>;
  /** Tries changes of the policies at hand; null where the request is not known well enough. */
  readonly trial?: (() => Trial) | null;
}

const isKnown = (fact: Fact): boolean => ruleValueOf(fact) !== undefined;
const strength = (fact: Fact): number => factOrigins.length - factOrigins.indexOf(fact.source.origin);

const wins = (next: Fact, held: Fact): boolean =>
  isKnown(next) === isKnown(held) ? strength(next) > strength(held) : isKnown(next);

const disagree = (left: Fact, right: Fact): boolean =>
  isKnown(left) && isKnown(right) && JSON.stringify(ruleValueOf(left)) !== JSON.stringify(ruleValueOf(right));

/** Where two facts are equally strong, the one that came first is kept. */
export function mergeFacts(...lists: readonly (readonly Fact[])[]): KnownFacts {
  const facts = new Map<string, Fact>();
  const conflicts: FactConflict[] = [];
  for (const next of lists.flat()) {
    const held = facts.get(next.name);
    const [kept, dropped] = held === undefined || wins(next, held) ? [next, held] : [held, next];
    facts.set(next.name, kept);
    if (dropped !== undefined && disagree(kept, dropped)) conflicts.push({ name: next.name, kept, dropped });
  }
  return { facts, conflicts };
}

export const valueIn = (facts: ReadonlyMap<string, Fact>, name: string): FactValue | undefined =>
  ruleValueOf(facts.get(name));

export const gradeIn = (facts: ReadonlyMap<string, Fact>, name: string): EvidenceGrade | undefined => {
  const fact = facts.get(name);
  return fact !== undefined && isKnown(fact) ? fact.source.grade : undefined;
};
