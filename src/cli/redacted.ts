// Diagnoses again over pseudonyms: text, facts, policies and answers are exchanged before anything is concluded, so that no report can show a name.
import { diagnose } from '../diagnose.ts';
import { recorded, type RecordedSource } from '../facts/files/saved-reading.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import type { FactSource } from '../model/fact.ts';
import { redactorFor, type Redactor } from '../render/redact/redactor.ts';
import type { Call } from './call.ts';
import { chosenDenial } from './readings.ts';
import type { Subject } from './subject.ts';

/** The same subject, whose sources remember what they came back with. */
export const remembering = (subject: Subject): Subject => ({ ...subject, sources: subject.sources.map(recorded) });

const isRecorded = (source: FactSource): source is RecordedSource => 'reading' in source;

/** `shown` was made from the subject, whose sources remember; what the person answered or pasted meanwhile is in it. */
export async function redactedDiagnosis(call: Call, subject: Subject, shown: Diagnosis): Promise<Diagnosis> {
  const text = subject.text === '' ? (shown.denial?.text ?? '') : subject.text;
  const readings = subject.sources.filter(isRecorded).map((source) => ({ source, reading: source.reading() }));
  const { policies, facts } = subject;
  const data = [facts, policies, readings.map(({ reading }) => reading)];
  const redactor = redactorFor({ texts: [text, ...textsIn(shown.answers)], data });
  const errors = redactor.errors(text);
  const sources = readings.map(({ source: { provides }, reading }, index): FactSource => ({
    id: `source ${index + 1}`,
    provides,
    fetch: () => Promise.resolve(redactor.data(reading)),
  }));
  return diagnose({
    text: errors,
    playbooks: subject.playbooks,
    sources,
    facts: redactor.data(facts),
    ...(policies === undefined ? {} : { policies: redactor.data(policies) }),
    answers: answersOf(shown, redactor),
    ...chosenDenial(call, errors),
  });
}

const textsIn = (answers: Diagnosis['answers']): readonly string[] => Object.values(answers).flat();

function answersOf({ answers }: Diagnosis, redactor: Redactor): Diagnosis['answers'] {
  const change = (answer: string | readonly string[]) =>
    typeof answer === 'string' ? redactor.text(answer) : answer.map(redactor.text);
  return Object.fromEntries(Object.entries(answers).map(([step, answer]) => [step, change(answer)]));
}
