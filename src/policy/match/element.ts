// What matching one element of a statement gives: its truth, why not, and where AWS leaves the reading open.
import type { WarningCode } from '../../model/policy-codes.ts';
import type { Reason, Truth } from '../../model/policy.ts';

export interface ElementMatch {
  readonly result: Truth;
  /** The result when unclear points may be read either way. */
  readonly loose: Truth;
  readonly reasons: readonly Reason[];
  readonly warnings: readonly WarningCode[];
}

const none: readonly never[] = [];

export const holds: ElementMatch = { result: true, loose: true, reasons: none, warnings: none };

/** A result that stands on one reading of an unclear point; `loose` stays when the point cannot change it. */
export const doubtful = (match: ElementMatch, warnings: readonly WarningCode[], loose: Truth = 'unknown') => ({
  ...match,
  loose,
  warnings: [...match.warnings, ...warnings],
});

export const noted = (match: ElementMatch, warnings: readonly WarningCode[]): ElementMatch =>
  warnings.length === 0 ? match : { ...match, warnings: [...match.warnings, ...warnings] };

export const fails = (reason: Reason, result: Truth = false): ElementMatch => ({
  result,
  loose: result,
  reasons: [reason],
  warnings: none,
});
