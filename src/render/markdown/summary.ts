// The top of a Markdown checklist: what was denied, the article's four, the reason AWS states, and the cause as far as it is known.
import type { Denial } from '../../model/denial.ts';
import type { DiagnosedCause, Diagnosis } from '../../model/diagnosis.ts';
import { classLabels, classSentences, encodedSentences, reasonClause } from '../sentences/denials.ts';
import { lookAlikeSentence } from '../sentences/look-alikes.ts';
import { particularNames, particularNotes, particularTitles, particularValue } from '../sentences/particulars.ts';
import { stateLabel, suggestsSentence, unsettledSentence } from '../sentences/progress.ts';
import { confirmedCauses, denialTitle } from '../view.ts';
import { code, prose, table } from './escape.ts';

export function summary(diagnosis: Diagnosis, denial: Denial): readonly string[] {
  const about = denial.class === 'not-aws' ? lookAlikeSentence(denial) : classSentences[denial.class];
  return [
    `# ${classLabels[denial.class]}: ${prose(denialTitle(diagnosis))}`,
    '',
    ...(about === undefined ? [] : [prose(about), '']),
    ...(denial.class === 'not-aws' ? [] : table(['', ''], [...particularRows(diagnosis), ...reasonRows(denial)])),
  ];
}

export const particularRows = (diagnosis: Diagnosis): readonly (readonly string[])[] =>
  particularNames.map((name) => {
    const { value } = diagnosis.particulars[name];
    const shown = value === undefined ? particularValue(diagnosis, name) : code(value);
    const notes = particularNotes(diagnosis, name);
    return [particularTitles[name], notes === '' ? shown : `${shown} (${prose(notes)})`];
  });

export function reasonRows(denial: Denial): readonly (readonly string[])[] {
  const policy = denial.policyArn === undefined ? '' : `: ${code(denial.policyArn)}`;
  const stated = denial.class === 'authorization' ? [['Reason', `${prose(reasonClause(denial))}${policy}`]] : [];
  return [
    ...stated,
    ...(denial.encodedState === undefined ? [] : [['Encoded message', prose(encodedSentences[denial.encodedState])]]),
    ...(denial.requestId === undefined ? [] : [['Request id', code(denial.requestId)]]),
  ];
}

export function causeSummary(diagnosis: Diagnosis): readonly string[] {
  const confirmed = confirmedCauses(diagnosis);
  if (confirmed.length === 0) return [`**Cause:** ${prose(unsettledSentence(diagnosis))}`];
  return confirmed.flatMap((cause, position) => [...(position === 0 ? [] : ['']), ...causeLines(cause)]);
}

function causeLines(cause: DiagnosedCause): readonly string[] {
  const grade = cause.grade === undefined ? '' : `, ${cause.grade}`;
  return [
    `**Cause (${stateLabel(cause).toLowerCase()}${grade}):** ${prose(cause.title)}`,
    '',
    ...paragraphs(cause.because),
    ...(cause.strength === 'proves' ? [] : ['', suggestsSentence]),
  ];
}

/** Longer text keeps its paragraphs. */
export const paragraphs = (text: string, indent = ''): readonly string[] =>
  text
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .flatMap((part, position) => [...(position === 0 ? [] : ['']), `${indent}${prose(part)}`]);
