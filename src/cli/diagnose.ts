// The command `diagnose`: brings together text, facts, answers and playbooks, then asks in the wizard or reports.
import type { Diagnosis } from '../model/diagnosis.ts';
import type { PlaybookSet } from '../model/playbook.ts';
import { loadPlaybooks } from '../playbook/load.ts';
import { diagnose } from '../diagnose.ts';
import { all, type Call } from './call.ts';
import { nothingGiven } from './nothing-given.ts';
import { readInput } from './input.ts';
import { checkAnswers } from './known/check-answers.ts';
import { readKnown } from './known/known.ts';
import { chosenDenial, refuseBareWord } from './readings.ts';
import { deliverReport, formatOf, wantsReport } from './report.ts';
import { say } from './streams.ts';
import { openDialogue } from './terminal.ts';
import type { Subject } from './subject.ts';

export async function runDiagnose(call: Call): Promise<number> {
  formatOf(call);
  const known = await readKnown(call);
  const input = await readInput(call);
  if (input !== undefined && input.text.trim() === '') return nothingGiven();
  const text = input?.text ?? '';
  refuseBareWord(call, text);
  const subject: Subject = { ...known, text, playbooks: await playbooksFor(call), ...chosenDenial(call, text) };
  const dialogue = wantsReport(call) ? undefined : await openDialogue(call);
  if (dialogue !== undefined) return (await import('./wizard.ts')).ask(call, subject, dialogue);
  return input === undefined ? nothingGiven() : report(call, subject);
}

async function playbooksFor(call: Call): Promise<PlaybookSet> {
  const playbooks = await loadPlaybooks({ folders: all(call, 'playbooks') });
  for (const { file, message } of playbooks.problems) say(`whydenied: ${file}: ${message}`);
  return playbooks;
}

export async function report(call: Call, subject: Subject): Promise<number> {
  const diagnosis: Diagnosis = await diagnose(subject);
  await checkAnswers(subject, diagnosis);
  return deliverReport(call, diagnosis);
}
