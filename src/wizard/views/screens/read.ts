// What was read from the text: the article's four, the reason AWS states, and the recognised part of the paste.
import type { Denial } from '../../../model/denial.ts';
import type { Diagnosis } from '../../../model/diagnosis.ts';
import {
  classLabels,
  classSentences,
  encodedSentences,
  noDenial,
  reasonClause,
  toolNames,
} from '../../../render/sentences/denials.ts';
import { gradeNotes } from '../../../render/sentences/facts.ts';
import { particularNames, particularTitles, particularValue } from '../../../render/sentences/particulars.ts';
import { conflictSentence } from '../../../render/sentences/conflicts.ts';
import { denialTitle } from '../../../render/view.ts';
import type { WizardState } from '../../state/wizard-state.ts';
import { heading, listed, ruled, spaced, table, text, type Block } from '../../layout/blocks.ts';
import type { View } from '../view.ts';
import { plural } from '../words.ts';

export function readView(state: WizardState): View {
  const { diagnosis } = state;
  if (diagnosis === undefined) return { blocks: state.busy === undefined ? [] : underWay(state.reading) };
  if (diagnosis.denial === null) return { blocks: nothingRead() };
  return {
    blocks: spaced(
      head(diagnosis, diagnosis.denial),
      fields(diagnosis, diagnosis.denial),
      diagnosis.conflicts.map((conflict) => listed('!', conflictSentence(conflict), 'open')),
      span(state, diagnosis.denial),
    ),
  };
}

/** As many lines as fit any terminal. */
const shownLines = 8;

export const underWay = (lines: readonly string[]): readonly Block[] =>
  lines.length === 0
    ? [text('Reading …', 'hint')]
    : [
        heading('Reading the account'),
        text(`Nothing is changed there. ${plural(lines.length, 'answer')} so far:`, 'hint'),
        ...lines.slice(-shownLines).map((line) => ruled(line)),
      ];

const nothingRead = (): readonly Block[] =>
  spaced(
    [heading(noDenial.title), text(noDenial.next)],
    [text(noDenial.looksLike), ...noDenial.examples.map((example) => ruled(example))],
  );

function head(diagnosis: Diagnosis, denial: Denial): readonly Block[] {
  const about = classSentences[denial.class];
  const { others } = diagnosis;
  return [
    heading(`${classLabels[denial.class]}: ${denialTitle(diagnosis)}`),
    ...(about === undefined ? [] : [text(about)]),
    ...(others.length === 0 ? [] : [text(`The text holds ${plural(others.length, 'other error')}.`, 'hint')]),
  ];
}

function fields(diagnosis: Diagnosis, denial: Denial): readonly Block[] {
  const four = particularNames.map((name): readonly [string, string] => {
    const { grade } = diagnosis.particulars[name];
    const note = grade === undefined ? '' : ` (${gradeNotes[grade]})`;
    return [particularTitles[name], particularValue(diagnosis, name) + note];
  });
  const code = denial.code ?? 'unknown';
  const status = denial.httpStatus === undefined ? '' : ` (HTTP ${denial.httpStatus})`;
  return [
    ...table([
      ...four,
      ['Error code', code + status],
      ...(denial.class === 'authorization' ? [['Reason', reasonClause(denial)] as const] : []),
      ...(denial.policyArn === undefined ? [] : [['Policy', denial.policyArn] as const]),
      ...(denial.tool === undefined ? [] : [['Printed by', toolNames[denial.tool]] as const]),
    ]),
    ...(denial.encodedState === undefined ? [] : [ruled(encodedSentences[denial.encodedState])]),
  ];
}

/** Counts without cutting a text that may be long. */
function lineOf(whole: string, offset: number): number {
  let line = 1;
  for (let at = whole.indexOf('\n'); at !== -1 && at < offset; at = whole.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** The lines of the text that the denial was read from. */
function span({ text: whole }: WizardState, denial: Denial): readonly Block[] {
  if (whole === undefined) return [];
  const { offset, length } = denial.span;
  const [first, last, all] = [lineOf(whole, offset), lineOf(whole, offset + length), lineOf(whole, whole.length)];
  const lines = first === last ? `line ${first}` : `lines ${first} to ${last}`;
  const where = all === 1 ? 'Read from' : `Read from ${lines} of ${all}`;
  return [text(`${where}:`, 'hint'), { kind: 'preformatted', text: whole.slice(offset, offset + length), ruled: true }];
}
