// Refuses answers that no shown playbook asks for, so that a misspelt one is never lost.
import { answerProblems } from '../../facts/answer-problems.ts';
import type { Diagnosis } from '../../model/diagnosis.ts';
import { InputError } from '../../model/input-error.ts';
import { diagnose } from '../../diagnose.ts';
import type { Subject } from '../subject.ts';

export async function checkAnswers(subject: Subject, diagnosis: Diagnosis): Promise<void> {
  if (Object.keys(subject.answers).length === 0 || problemsOf(subject, [diagnosis]).length === 0) return;
  const before = await diagnose({ ...subject, answers: {} });
  const [first, ...others] = problemsOf(subject, [diagnosis, before]);
  if (first === undefined) return;
  const more = others.map(({ problem }) => `; ${problem}`).join('');
  throw new InputError(`${first.problem}${more}`, first.hint);
}

/** An answer may belong to a playbook that another answer has ruled out since. */
function problemsOf({ answers, playbooks: { playbooks } }: Subject, diagnoses: readonly Diagnosis[]) {
  const shown = new Set(diagnoses.flatMap(({ matches }) => matches.map(({ playbook }) => playbook)));
  return answerProblems(
    answers,
    playbooks.filter(({ id }) => shown.has(id)),
    playbooks,
  );
}
