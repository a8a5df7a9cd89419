// What closes a text report: disagreements, the next blockers, other matches and errors, what was not looked at, references, and how to hand it on.
import type { Denial } from '../../model/denial.ts';
import type { Diagnosis } from '../../model/diagnosis.ts';
import { leafSentence } from '../sentences/conditions.ts';
import { conflictSentence } from '../sentences/conflicts.ts';
import { classLabels } from '../sentences/denials.ts';
import { factPhrase } from '../sentences/facts.ts';
import { nextSentence } from '../sentences/plans.ts';
import { unreadSentence } from '../sentences/unread.ts';
import { confirmedTitles, numberedOthers, otherMatches } from '../view.ts';
import type { Page } from './page.ts';

const listed = (page: Page, title: string, texts: readonly string[]): readonly string[] =>
  texts.length === 0 ? [] : [page.paint('strong', title), ...texts.flatMap((text) => page.hang('  - ', text))];

export const conflictsBlock = (page: Page, diagnosis: Diagnosis) =>
  listed(page, 'Sources disagree', diagnosis.conflicts.map(conflictSentence));

export function blockersBlock(page: Page, diagnosis: Diagnosis): readonly string[] {
  const actions = diagnosis.nextBlockers.filter(({ isPlanned }) => isPlanned !== true).map(nextSentence);
  return actions.length === 0 ? [] : page.hang('Also    ', `The same call may need: ${actions.join(', ')}.`, 'strong');
}

export function whyBlock(page: Page, diagnosis: Diagnosis): readonly string[] {
  const [match] = diagnosis.matches;
  return !page.verbose || match === undefined ? [] : listed(page, 'Why this playbook', match.why.map(leafSentence));
}

export function othersBlock(page: Page, diagnosis: Diagnosis): readonly string[] {
  const matches = otherMatches(diagnosis).map((match) => {
    const titles = confirmedTitles(diagnosis, match.playbook);
    return `${match.title} (${match.playbook})${titles.length > 0 ? `: ${titles.join('; ')}` : ''}`;
  });
  return listed(page, 'Other playbooks that fit', matches);
}

export function pasteBlock(page: Page, diagnosis: Diagnosis): readonly string[] {
  const { others } = diagnosis;
  const title = `${others.length} more error${others.length === 1 ? '' : 's'} in this text: add --denial N`;
  const lines = numberedOthers(diagnosis).map(([number, other]) => `${number}: ${errorLine(other)}`);
  return listed(page, title, page.verbose ? lines : lines.slice(0, 5));
}

const errorLine = (denial: Denial) =>
  [classLabels[denial.class].toLowerCase(), denial.code, denial.action ?? denial.operation, denial.resource]
    .filter((part) => part !== undefined)
    .join(' ');

/** Layers have their own table. */
export const blindSpotsBlock = (page: Page, diagnosis: Diagnosis) =>
  listed(
    page,
    'Not checked',
    diagnosis.blindSpots.flatMap(({ fact, layer, ...unread }) =>
      fact === undefined || layer !== undefined ? [] : [`${factPhrase(fact)}: ${unreadSentence(unread)}`],
    ),
  );

export const referencesBlock = (page: Page, diagnosis: Diagnosis) =>
  listed(
    page,
    'References',
    diagnosis.references.map(({ title, url }) => `${title} ${url}`),
  );

export function lastLine(page: Page, version: string | undefined): readonly string[] {
  const more = page.verbose ? '' : ' Everything asked: --verbose.';
  const by = version === undefined ? '' : `whydenied ${version}. `;
  return page.block(0, `${by}For a ticket: --format markdown.${more}`, 'hint');
}
