// The command `diagnose`: brings together text, facts, answers and playbooks, then asks in the wizard or reports.
import { loadPlaybooks } from '../playbook/load.ts';
import { diagnose } from '../diagnose.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import { all, has, type Call } from './call.ts';
import { nothingGiven } from './nothing-given.ts';
import { readInput } from './input.ts';
import { checkAnswers } from './known/check-answers.ts';
import { readKnown, type Known } from './known/known.ts';
import { chosenDenial, refuseBareWord } from './readings.ts';
import { deliverReport, formatOf, wantsReport } from './report.ts';
import { surroundings } from './setup/surroundings.ts';
import { say, type Output } from './streams.ts';
import { openDialogue } from './terminal.ts';
import type { Subject } from './subject.ts';

export async function runDiagnose(call: Call): Promise<number> {
  formatOf(call);
  const known = await readKnown(call);
  const input = await readInput(call);
  if (input !== undefined && input.text.trim() === '') return nothingGiven();
  const text = input?.text ?? '';
  refuseBareWord(call, text);
  const dialogue = wantsReport(call) ? undefined : await openDialogue(call);
  if (dialogue !== undefined) {
    return (await import('./wizard.ts')).ask(call, await subjectOf(call, known, text), dialogue);
  }
  return input === undefined ? nothingGiven() : diagnoseText(call, known, text);
}

export async function subjectOf(call: Call, known: Known, text: string): Promise<Subject> {
  const playbooks = await loadPlaybooks({ folders: all(call, 'playbooks'), around: surroundings() });
  for (const { file, message } of playbooks.problems) say(`whydenied: ${file}: ${message}`);
  const subject = { ...known, text, playbooks, ...chosenDenial(call, text) };
  return has(call, 'redact') ? (await import('./redacted.ts')).remembering(subject) : subject;
}

/** With pseudonyms for all names, where that was asked for. */
export async function asRedacted(call: Call, subject: Subject, diagnosis: Diagnosis): Promise<Diagnosis> {
  if (!has(call, 'redact')) return diagnosis;
  return (await import('./redacted.ts')).redactedDiagnosis(call, subject, diagnosis);
}

/** Reports without asking. */
export async function diagnoseText(call: Call, known: Known, text: string, output?: Output): Promise<number> {
  const subject = await subjectOf(call, known, text);
  const diagnosis = await diagnose(subject);
  await checkAnswers(subject, diagnosis);
  return deliverReport(call, await asRedacted(call, subject, diagnosis), output);
}
