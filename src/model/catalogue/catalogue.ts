// The catalogue of facts: every name a playbook may use, declared once as data. Nothing outside it exists.
import type { Fact, FactValue } from '../fact.ts';
import { callerFacts, targetFacts } from './caller.ts';
import type { CatalogueEntry, Entries } from './entry.ts';
import { decodedFacts, errorFacts } from './error.ts';
import { actionFacts, decisionFacts, policyFacts } from './policies.ts';
import { bucketFacts, keyFacts } from './resources.ts';
import { denyFacts, identityFacts, resourceSideFacts, trustFacts } from './statements.ts';

export const catalogue: Entries = [
  ...errorFacts,
  ...decodedFacts,
  ...callerFacts,
  ...targetFacts,
  ...actionFacts,
  ...policyFacts,
  ...decisionFacts,
  ...identityFacts,
  ...denyFacts,
  ...resourceSideFacts,
  ...trustFacts,
  ...keyFacts,
  ...bucketFacts,
];

const byName = new Map(catalogue.map((entry) => [entry.name, entry]));

/** The row of a fact; `answers.*` and `steps.*` have none, for they belong to one playbook. */
export const entryOf = (name: string): CatalogueEntry | undefined => byName.get(name);

/** What rules see of a fact: its value, the catalogue's stand-in for absence, or undefined for unknown. */
export function ruleValueOf(fact: Fact | undefined): FactValue | undefined {
  if (fact === undefined) return undefined;
  if (fact.status === 'present') return fact.value;
  return fact.status === 'absent' ? entryOf(fact.name)?.absentAs : undefined;
}
