// Kleene's three-valued connectives, and how the evidence grades of parts combine into that of the whole.
import type { Tri } from '../model/diagnosis.ts';
import { evidenceGrades, type EvidenceGrade } from '../model/fact.ts';

export function allOf(values: readonly Tri[]): Tri {
  if (values.includes(false)) return false;
  return values.includes('unknown') ? 'unknown' : true;
}

export function anyOf(values: readonly Tri[]): Tri {
  if (values.includes(true)) return true;
  return values.includes('unknown') ? 'unknown' : false;
}

export const notOf = (value: Tri): Tri => (value === 'unknown' ? 'unknown' : !value);

const rank = (grade: EvidenceGrade): number => evidenceGrades.indexOf(grade);
type Grades = readonly (EvidenceGrade | undefined)[];

const pick = (grades: Grades, better: (a: number, b: number) => boolean): EvidenceGrade | undefined =>
  grades
    .filter((grade) => grade !== undefined)
    .reduce<EvidenceGrade | undefined>(
      (best, grade) => (best === undefined || better(rank(grade), rank(best)) ? grade : best),
      undefined,
    );

/** A claim that needs all its parts is as strong as the weakest of them. */
export const weakestOf = (grades: Grades): EvidenceGrade | undefined => pick(grades, (a, b) => a > b);

/** A claim that any of its parts carries is as strong as the strongest. */
export const strongestOf = (grades: Grades): EvidenceGrade | undefined => pick(grades, (a, b) => a < b);
