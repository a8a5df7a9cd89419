// Sums a diagnosis up for the list of sessions: its title, how the causes stand, and what was read from the account.
import type { Diagnosis } from '../../model/diagnosis.ts';
import { inline } from '../../render/sanitise.ts';
import { confirmedCauses, denialTitle, openCauses } from '../../render/view.ts';
import type { SavedSession } from './saved-session.ts';

export function summaryOf(
  diagnosis: Diagnosis | undefined,
  liveBefore: readonly string[],
): Pick<SavedSession, 'title' | 'causes' | 'live'> {
  if (diagnosis === undefined) return { title: '', causes: { confirmed: 0, open: 0, ruledOut: 0 }, live: liveBefore };
  const read = diagnosis.facts.filter(({ source, status }) => source.origin === 'live' && status === 'present');
  return {
    title: inline(denialTitle(diagnosis) || (diagnosis.matches[0]?.title ?? '')),
    causes: {
      confirmed: confirmedCauses(diagnosis).length,
      open: openCauses(diagnosis).length,
      ruledOut: diagnosis.causes.filter(({ state }) => state === 'ruledOut').length,
    },
    live: [...new Set([...liveBefore, ...read.map(({ name }) => name)])].sort(),
  };
}
