// The causes in a text report: what is confirmed, or else what to do next; what is still possible and what would settle it; what is ruled out.
import type { DiagnosedCause, Diagnosis } from '../../model/diagnosis.ts';
import { leafSentence, leavesOf } from '../sentences/conditions.ts';
import { gradeNotes } from '../sentences/facts.ts';
import { lastResort, stateLabel, suggestsSentence, unsettledSentence } from '../sentences/progress.ts';
import { settledBy } from '../sentences/settled-by.ts';
import { confirmedCauses, isSettled, nextStep, openCauses, ruledOutCauses } from '../view.ts';
import { spread, type Page } from './page.ts';
import { byHand } from './steps.ts';

export function causeBlocks(page: Page, diagnosis: Diagnosis): readonly (readonly string[])[] {
  const confirmed = confirmedCauses(diagnosis).map((cause) => causeBlock(page, cause));
  if (isSettled(diagnosis)) return confirmed;
  const unsettled = [page.hang('Cause   ', unsettledSentence(diagnosis), 'strong')];
  return [...(confirmed.length > 0 ? confirmed : unsettled), whatNext(page, diagnosis)];
}

function causeBlock(page: Page, cause: DiagnosedCause): readonly string[] {
  const label = cause.grade === undefined ? stateLabel(cause) : `${stateLabel(cause)}, ${cause.grade}`;
  return [
    ...spread(page, 'Cause   ', cause.title, label, cause.strength === 'proves' ? 'bad' : 'open'),
    ...page.block(2, cause.because),
    ...(cause.strength === 'proves' ? [] : page.block(2, suggestsSentence)),
    ...(page.verbose ? evidenceLines(page, cause) : []),
  ];
}

const evidenceLines = (page: Page, cause: DiagnosedCause) =>
  leavesOf(cause.evidence)
    .filter((leaf) => leaf.value !== 'unknown')
    .flatMap((leaf) =>
      page.hang('  - ', `${leafSentence(leaf)}${leaf.grade === undefined ? '' : ` (${gradeNotes[leaf.grade]})`}`),
    );

function whatNext(page: Page, diagnosis: Diagnosis): readonly string[] {
  const step = nextStep(diagnosis);
  if (step === undefined) return page.hang('Next    ', lastResort(diagnosis.denial?.requestId), 'strong');
  const title = step.type === 'check' ? `Check: ${step.title}` : step.title;
  return [...page.hang('Next    ', title, 'strong'), ...byHand(page, diagnosis, step, 8)];
}

export function openBlock(page: Page, diagnosis: Diagnosis): readonly string[] {
  const open = openCauses(diagnosis);
  if (open.length === 0) return [];
  const heading = confirmedCauses(diagnosis).length > 0 ? 'Also possible' : 'Possible causes';
  const width = String(open.length).length;
  const lines = open.flatMap((cause, position) =>
    page.hang(`  ${String(position + 1).padStart(width)}  `, `${cause.title} (${settledBy(diagnosis, cause)})`),
  );
  return [page.paint('strong', heading), ...lines];
}

export function ruledOutBlock(page: Page, diagnosis: Diagnosis): readonly string[] {
  const ruledOut = ruledOutCauses(diagnosis);
  if (ruledOut.length === 0) return [];
  const line = (cause: DiagnosedCause) =>
    page.hang('  - ', `${cause.title}${cause.grade === undefined ? '' : ` (${gradeNotes[cause.grade]})`}`);
  return [page.paint('strong', 'Ruled out'), ...ruledOut.flatMap(line)];
}
