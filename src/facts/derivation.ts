// One row of what follows from what: the fact, the facts it follows from, and how.
import type { FactValue } from '../model/fact.ts';

export type Values = (name: string) => FactValue | undefined;

export interface Derivation {
  readonly name: string;
  /** The facts it follows from. */
  readonly from: readonly string[];
  derive(value: Values): FactValue | undefined;
}
