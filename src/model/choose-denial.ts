// Picks the denial a diagnosis is about: the one handed in, else the first of the text; the rest are the others.
import type { Denial } from './denial.ts';

export interface ChosenDenial {
  /** One denial, or none where the text holds none. */
  readonly chosen: readonly Denial[];
  readonly others: readonly Denial[];
}

export function chooseDenial(given: Denial | undefined, read: readonly Denial[]): ChosenDenial {
  const chosen = given ?? read[0];
  return chosen === undefined
    ? { chosen: [], others: [] }
    : { chosen: [chosen], others: read.filter((denial) => denial.span.offset !== chosen.span.offset) };
}
