// The opening of a text report: what was denied, the article's four with where each comes from, and the reason AWS states.
import type { Denial } from '../../model/denial.ts';
import type { Diagnosis } from '../../model/diagnosis.ts';
import { classLabels, classSentences, encodedSentences, noDenial, reasonClause } from '../sentences/denials.ts';
import { lookAlikeSentence } from '../sentences/look-alikes.ts';
import { particularLabels, particularNotes, particularValue, particularNames } from '../sentences/particulars.ts';
import { denialTitle } from '../view.ts';
import type { Page } from './page.ts';
import { columnsOf, padded } from './width.ts';

const indent = 8;

export function head(page: Page, diagnosis: Diagnosis, denial: Denial): readonly string[] {
  const label = padded(classLabels[denial.class], indent - 2);
  const about = denial.class === 'not-aws' ? lookAlikeSentence(denial) : classSentences[denial.class];
  return [
    ...page.hang(`${label}  `, denialTitle(diagnosis), 'strong'),
    ...(about === undefined ? [] : page.block(2, about)),
    ...(denial.class === 'not-aws' ? [] : particularRows(page, diagnosis)),
    ...reasonRow(page, denial),
    ...(denial.encodedState === undefined ? [] : page.hang(' '.repeat(indent), encodedSentences[denial.encodedState])),
  ];
}

const particularRows = (page: Page, diagnosis: Diagnosis): readonly string[] =>
  particularNames.flatMap((name) => {
    const lead = padded(`  ${particularLabels[name]}`, indent) + particularValue(diagnosis, name);
    return withNote(page, lead, particularNotes(diagnosis, name));
  });

/** The note stands beside the value where both fit, otherwise below it. */
function withNote(page: Page, lead: string, note: string): readonly string[] {
  const bracket = note === '' ? '' : `(${note})`;
  const isShort = columnsOf(lead) <= page.width / 3;
  if (isShort || columnsOf(lead) + 2 + columnsOf(bracket) <= page.width) return page.hang(`${lead}  `, bracket);
  return [lead, ...page.hang(' '.repeat(indent + 2), bracket)];
}

function reasonRow(page: Page, denial: Denial): readonly string[] {
  if (denial.class !== 'authorization') return [];
  const policy = denial.policyArn === undefined ? '' : `: ${denial.policyArn}`;
  const stated = denial.denyType !== 'unstated' || denial.policyType !== 'unstated';
  return page.hang(padded('  why', indent), `${reasonClause(denial)}${policy}${stated ? ' (message)' : ''}`);
}

export const emptyReport = (page: Page): readonly string[] => [
  ...page.hang('', noDenial.title),
  '',
  ...page.hang('', noDenial.looksLike),
  ...noDenial.examples.flatMap((example) => page.hang('  - ', example)),
  '',
  ...page.hang('', noDenial.next),
];
