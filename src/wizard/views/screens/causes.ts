// All causes of the playbooks that match: confirmed, open with what would settle them, ruled out.
import type { DiagnosedCause, Diagnosis } from '../../../model/diagnosis.ts';
import { factPhrase, gradeNotes } from '../../../render/sentences/facts.ts';
import { stateLabel, suggestsSentence } from '../../../render/sentences/progress.ts';
import { confirmedCauses } from '../../../render/view.ts';
import { heading, listed, ruled, spaced, type Block } from '../blocks.ts';
import type { Signs } from '../theme.ts';
import type { View } from '../view.ts';

export function causesView(diagnosis: Diagnosis, causes: readonly DiagnosedCause[], signs: Signs): View {
  const inState = (state: DiagnosedCause['state']) => causes.filter((cause) => cause.state === state);
  return {
    blocks: spaced(
      group(
        'Confirmed',
        confirmedCauses(diagnosis).flatMap((cause) => confirmed(cause, signs)),
      ),
      group(
        'Open',
        inState('open').flatMap((cause) => open(cause, diagnosis, signs)),
      ),
      group(
        'Ruled out',
        inState('ruledOut').flatMap((cause) => ruledOut(cause, signs)),
      ),
    ),
  };
}

const group = (title: string, blocks: readonly Block[]): readonly Block[] =>
  blocks.length === 0 ? [] : [heading(title), ...blocks];

const gradeOf = (cause: DiagnosedCause): string => (cause.grade === undefined ? '' : ` (${gradeNotes[cause.grade]})`);

const confirmed = (cause: DiagnosedCause, signs: Signs): readonly Block[] => [
  listed(signs.fail, `${cause.title}: ${stateLabel(cause)}${gradeOf(cause)}`, 'bad'),
  ruled(cause.because),
  ...(cause.strength === 'proves' ? [] : [ruled(suggestsSentence)]),
];

function open(cause: DiagnosedCause, diagnosis: Diagnosis, signs: Signs): readonly Block[] {
  const titles = cause.settledBy.flatMap(({ playbook, step }) => {
    const found = diagnosis.steps.find((other) => other.playbook === playbook && other.id === step);
    return found === undefined ? [] : [found.title];
  });
  const needs = titles.length > 0 ? titles : cause.needs.map(factPhrase);
  return [
    listed(signs.open, cause.title, 'open'),
    ...(needs.length === 0 ? [] : [ruled(`Settled by: ${[...new Set(needs)].join('; ')}`)]),
  ];
}

const ruledOut = (cause: DiagnosedCause, signs: Signs): readonly Block[] => [
  listed(signs.pass, `${cause.title}${gradeOf(cause)}`, 'hint'),
];
