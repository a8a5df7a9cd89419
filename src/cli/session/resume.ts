// Goes on with a saved session, or shows it as a report: what flags said then counts again, and what they say now counts first.
import { existsSync } from 'node:fs';
import { InputError } from '../../model/input-error.ts';
import type { Diagnosis } from '../../model/diagnosis.ts';
import { createPerform } from '../../wizard/shell/perform.ts';
import { all, has, type Call } from '../call.ts';
import { asRedacted, subjectOf } from '../diagnose.ts';
import { readKnown } from '../known/known.ts';
import { deliverReport, formatOf, wantsReport } from '../report.ts';
import { say } from '../streams.ts';
import type { Subject } from '../subject.ts';
import { openDialogue } from '../terminal.ts';
import type { SavedSession } from './saved-session.ts';

/** A call as `diagnose` would take it, and what it is about. */
interface Again {
  readonly call: Call;
  readonly subject: Subject;
}

/** Where nobody can be asked, what is known is shown. */
export async function resume(call: Call, saved: SavedSession): Promise<number> {
  const again = await readAgain(call, saved);
  const dialogue = wantsReport(call) ? undefined : await openDialogue(call);
  if (dialogue === undefined) return report(again, saved);
  return (await import('../wizard.ts')).ask(again.call, again.subject, dialogue, saved);
}

export async function show(call: Call, saved: SavedSession): Promise<number> {
  formatOf(call);
  return report(await readAgain(call, saved), saved);
}

async function report({ call, subject }: Again, saved: SavedSession): Promise<number> {
  const diagnosis = await diagnosed(subject, saved, call);
  return deliverReport(call, await asRedacted(call, subject, diagnosis));
}

async function readAgain(call: Call, saved: SavedSession): Promise<Again> {
  const { progress, given } = saved;
  const merged: Call = { ...call, command: 'diagnose', words: [], given: givenAgain(call, saved) };
  const known = await readKnown(merged);
  const stated = { ...known, facts: { ...given.facts, ...known.facts } };
  if (saved.live.length > 0 && !has(call, 'live')) say(liveWords(saved));
  return { call: merged, subject: await subjectOf(merged, stated, progress.text ?? '') };
}

const liveWords = ({ live }: SavedSession): string =>
  `whydenied: this session had read ${live.length === 1 ? 'a fact' : `${live.length} facts`} from the account, which are not kept; add --live to read again`;

/** Files are read again as they are now. What is gone stays unknown, and that is said. */
function givenAgain(call: Call, { progress, given }: SavedSession): Call['given'] {
  const there = (path: string): boolean => {
    const file = path.slice(path.indexOf('=') + 1);
    if (existsSync(file)) return true;
    say(`whydenied: ${file} is not there any more: what it said stays unknown`);
    return false;
  };
  const denial = progress.text === undefined || progress.denial === 0 ? [] : [String(progress.denial + 1)];
  const then = [
    ['facts', given.files.filter(there)],
    ['policy', given.policies.filter(there)],
    ['playbooks', given.playbooks.filter(there)],
    ['denial', denial],
  ] as const;
  const merged = then.map(([name, values]) => [name, [...all(call, name), ...values]] as const);
  return new Map([...call.given, ...merged.filter(([, values]) => values.length > 0)]);
}

/** As the wizard would, also of a playbook that was chosen by hand. */
async function diagnosed(subject: Subject, { progress }: SavedSession, { version }: Call): Promise<Diagnosis> {
  const save = () => Promise.reject(new Error('a report saves no file'));
  const answers = { ...progress.answers, ...subject.answers };
  const { text, chosen, denial } = progress;
  const event = await createPerform({ ...subject, version, save })({
    kind: 'diagnose',
    id: 0,
    ...{ text, denial, chosen, answers },
  });
  if (event?.kind === 'diagnosed') return event.diagnosis;
  throw new InputError(`The session could not be diagnosed: ${event?.kind === 'failed' ? event.detail : 'unknown'}`);
}
