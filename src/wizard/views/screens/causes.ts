// All causes of the playbooks that match: confirmed, open with what would settle them, ruled out.
import type { DiagnosedCause, Diagnosis } from '../../../model/diagnosis.ts';
import { leafSentence } from '../../../render/sentences/conditions.ts';
import { decidingLeaves } from '../../../render/sentences/deciding.ts';
import { factPhrase, gradeNotes } from '../../../render/sentences/facts.ts';
import { stateLabel, suggestsSentence } from '../../../render/sentences/progress.ts';
import { standingOf, type Standing } from '../../state/walk.ts';
import { heading, listed, ruled, spaced, type Block } from '../../layout/blocks.ts';
import type { Signs } from '../../layout/theme.ts';
import type { View } from '../view.ts';

type Shown = (cause: DiagnosedCause, diagnosis: Diagnosis, signs: Signs) => readonly Block[];

export function causesView(diagnosis: Diagnosis, causes: readonly DiagnosedCause[], signs: Signs): View {
  const standing = (wanted: Standing) => causes.filter((cause) => standingOf(cause) === wanted);
  return {
    blocks: spaced(
      ...groups.map(({ title, wanted, blocks }) => {
        const found = standing(wanted);
        return found.length === 0 ? [] : [heading(title), ...found.flatMap((cause) => blocks(cause, diagnosis, signs))];
      }),
    ),
  };
}

const gradeOf = (cause: DiagnosedCause): string => (cause.grade === undefined ? '' : ` (${gradeNotes[cause.grade]})`);

/** What was seen that made it what it is; once, however often the condition asks. */
function why({ evidence }: DiagnosedCause): readonly Block[] {
  const seen = decidingLeaves(evidence).map((leaf) => {
    const grade = leaf.grade === undefined ? '' : ` (${gradeNotes[leaf.grade]})`;
    return `${leafSentence(leaf)}${grade}`;
  });
  return [...new Set(seen)].map((words) => ruled(words, '- '));
}

const confirmed: Shown = (cause, _, signs) => [
  listed(signs.fail, `${cause.title}: ${stateLabel(cause)}${gradeOf(cause)}`, 'bad'),
  ruled(cause.because),
  ...why(cause),
  ...(cause.strength === 'proves' ? [] : [ruled(suggestsSentence)]),
];

const open: Shown = (cause, diagnosis, signs) => {
  const titles = cause.settledBy.flatMap(({ playbook, step }) => {
    const found = diagnosis.steps.find((other) => other.playbook === playbook && other.id === step);
    return found === undefined ? [] : [found.title];
  });
  const needs = titles.length > 0 ? titles : cause.needs.map(factPhrase);
  return [
    listed(signs.open, cause.title, 'open'),
    ...(needs.length === 0 ? [] : [ruled(`Settled by: ${[...new Set(needs)].join('; ')}`)]),
  ];
};

const ruledOut: Shown = (cause, _, signs) => [
  listed(signs.out, `${cause.title}${gradeOf(cause)}`, 'hint'),
  ...why(cause),
];

const groups: readonly { readonly title: string; readonly wanted: Standing; readonly blocks: Shown }[] = [
  { title: 'Confirmed', wanted: 'confirmed', blocks: confirmed },
  { title: 'Suggested', wanted: 'suggested', blocks: confirmed },
  { title: 'Open', wanted: 'open', blocks: open },
  { title: 'Ruled out', wanted: 'ruledOut', blocks: ruledOut },
];
