// The causes of a Markdown checklist that are not confirmed: open ones with what would settle them, ruled out ones with the evidence.
import type { Diagnosis } from '../../model/diagnosis.ts';
import { gradeNotes } from '../sentences/facts.ts';
import { settledBy } from '../sentences/settled-by.ts';
import { openCauses, ruledOutCauses } from '../view.ts';
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
