// One row of the fact catalogue: what a fact is called, which values it takes, and where it comes from.
import type { FactValue } from '../fact.ts';
import type { FactType } from '../operators.ts';

export interface CatalogueEntry {
  readonly name: string;
  readonly type: FactType;
  /** The closed list of values, where there is one; for a list fact, of its elements. */
  readonly values?: readonly (string | number | boolean)[];
  /** What rules see once the fact is known to be absent. Without it an absent fact is unknown to them. */
  readonly absentAs?: FactValue;
  readonly meaning: string;
  /** Who supplies it: the error text, the account, a document, the person. */
  readonly source: string;
  /** AWS operations a live read needs, as IAM actions. */
  readonly calls?: readonly string[];
  readonly example: FactValue;
}

export type Entries = readonly CatalogueEntry[];
