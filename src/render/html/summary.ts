// The top of the page: what was denied, the article's four, the reason AWS states, and the cause as far as it is known.
import type { Denial } from '../../model/denial.ts';
import type { DiagnosedCause, Diagnosis } from '../../model/diagnosis.ts';
import { classLabels, classSentences, encodedSentences, reasonClause } from '../sentences/denials.ts';
import { lookAlikeSentence } from '../sentences/look-alikes.ts';
import { particularNames, particularNotes, particularTitles, particularValue } from '../sentences/particulars.ts';
import { stateLabel, suggestsSentence, unsettledSentence } from '../sentences/progress.ts';
import { confirmedCauses, denialTitle } from '../view.ts';
import { code, element, nothing, paragraphs, plain, prose, together, type Child, type Html } from './element.ts';

export function summary(diagnosis: Diagnosis, denial: Denial): Html {
  const about = denial.class === 'not-aws' ? lookAlikeSentence(denial) : classSentences[denial.class];
  return together(
    plain('h1', plain('small', classLabels[denial.class]), denialTitle(diagnosis)),
    about === undefined ? nothing : plain('p', prose(about)),
    denial.class === 'not-aws' ? nothing : four([...particularRows(diagnosis), ...reasonRows(denial)]),
  );
}

type Row = readonly [name: string, value: Child];

const four = (rows: readonly Row[]): Html =>
  element('dl', { class: 'four' }, ...rows.flatMap(([name, value]) => [plain('dt', name), plain('dd', value)]));

const particularRows = (diagnosis: Diagnosis): readonly Row[] =>
  particularNames.map((name) => {
    const { value } = diagnosis.particulars[name];
    const shown = particularValue(diagnosis, name);
    const notes = particularNotes(diagnosis, name);
    const note = notes === '' ? nothing : together(' ', plain('small', '(', prose(notes), ')'));
    return [particularTitles[name], together(value === undefined ? shown : code(shown), note)];
  });

function reasonRows(denial: Denial): readonly Row[] {
  const policy = denial.policyArn === undefined ? nothing : together(': ', code(denial.policyArn));
  return [
    ...(denial.class === 'authorization' ? [['Reason', together(prose(reasonClause(denial)), policy)] as const] : []),
    ...(denial.encodedState === undefined
      ? []
      : [['Encoded message', prose(encodedSentences[denial.encodedState])] as const]),
    ...(denial.requestId === undefined ? [] : [['Request id', code(denial.requestId)] as const]),
  ];
}

export function causeSummary(diagnosis: Diagnosis): Html {
  const confirmed = confirmedCauses(diagnosis);
  return confirmed.length === 0
    ? element('section', { class: 'cause' }, plain('h2', 'Cause'), plain('p', prose(unsettledSentence(diagnosis))))
    : together(...confirmed.map(causeBox));
}

function causeBox(cause: DiagnosedCause): Html {
  const state = [stateLabel(cause).toLowerCase(), ...(cause.grade === undefined ? [] : [cause.grade])].join(', ');
  return element(
    'section',
    { class: cause.strength === 'proves' ? 'cause confirmed' : 'cause' },
    plain('h2', prose(cause.title)),
    element('p', { class: 'note' }, `Cause (${state})`),
    paragraphs(cause.because),
    cause.strength === 'proves' ? nothing : plain('p', suggestsSentence),
  );
}
