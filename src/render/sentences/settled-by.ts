// Says what would settle an open cause: the steps by their numbers, else the facts.
import type { DiagnosedCause, Diagnosis } from '../../model/diagnosis.ts';
import { settlingNumbers } from '../view.ts';
import { needsClause } from './progress.ts';

export function settledBy(diagnosis: Diagnosis, cause: DiagnosedCause): string {
  const numbers = settlingNumbers(diagnosis, cause);
  if (numbers.length === 0) return needsClause(cause);
  return `${numbers.length > 1 ? 'steps' : 'step'} ${numbers.join(', ')}`;
}
