// The causes of a Markdown checklist that are not confirmed: open ones with what would settle them, ruled out ones with the evidence.
import type { DiagnosedCause, Diagnosis } from '../../model/diagnosis.ts';
import { factPhrase, gradeNotes } from '../sentences/facts.ts';
import { openCauses, ruledOutCauses, shownSteps } from '../view.ts';
import { prose, table } from './escape.ts';

export function possibleSection(diagnosis: Diagnosis): readonly string[] {
  const open = openCauses(diagnosis).map((cause, position) => [
    String(position + 1),
    prose(cause.title),
    'open',
    prose(settledBy(diagnosis, cause)),
  ]);
  const ruledOut = ruledOutCauses(diagnosis).map((cause) => [
    '–',
    prose(cause.title),
    cause.grade === undefined ? 'ruled out' : `ruled out (${gradeNotes[cause.grade]})`,
    '',
  ]);
  const rows = table(['', 'Cause', 'State', 'What would settle it'], [...open, ...ruledOut]);
  return rows.length === 0 ? [] : ['## Possible causes', '', ...rows];
}

/** By the numbers the steps have in the task list, else by the facts. */
function settledBy(diagnosis: Diagnosis, cause: DiagnosedCause): string {
  const numbers = shownSteps(diagnosis).flatMap((step, position) =>
    cause.settledBy.some((place) => place.playbook === step.playbook && place.step === step.id) ? [position + 1] : [],
  );
  if (numbers.length > 0) return `${numbers.length > 1 ? 'steps' : 'step'} ${numbers.join(', ')}`;
  return cause.needs.length === 0 ? '' : `knowing ${cause.needs.map(factPhrase).join('; ')}`;
}
