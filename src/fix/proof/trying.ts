// Tries candidates on a copy of the case: a change goes into the document as it is, all others are reduced to what bears on the request.
import { obstaclesOf, keyOf } from '../blockers.ts';
import { evaluationOf, withChange, withContext, type Case } from '../case.ts';
import type { Candidate } from '../candidates/candidate.ts';
import type { Evaluation } from '../../model/policy.ts';

export function applied(
  held: Case,
  { change, context }: Pick<Candidate, 'change' | 'context'>,
  keepsText = false,
): Case {
  const changed = change === undefined ? held : withChange(held, change, keepsText);
  return context === undefined ? changed : withContext(changed, context);
}

/** With the whole of the one document that changes. */
export function evaluatedWith(held: Case, relevant: Case, candidate: Candidate): Evaluation {
  const key = candidate.change?.key;
  const whole = held.documents.find((one) => one.key === key);
  const documents = relevant.documents.map((one) => (one.key === key && whole !== undefined ? whole : one));
  return evaluationOf(applied({ ...relevant, documents }, candidate));
}

const denials = (evaluation: Evaluation): readonly string[] =>
  obstaclesOf(evaluation)
    .filter(({ kind, isPossible }) => kind === 'deny' && isPossible !== true)
    .map(keyOf);

/** It lifts the blocker when that is gone and no other statement has begun to deny. */
export function lifts(evaluation: Evaluation, blocker: string, before: Evaluation): boolean {
  const known = new Set(denials(before));
  return (
    !obstaclesOf(evaluation).some((one) => keyOf(one) === blocker) && denials(evaluation).every((key) => known.has(key))
  );
}
