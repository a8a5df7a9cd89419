// Runs the wizard on a terminal, as screens or as numbered questions, then leaves on stdout what was found.
import { writeFile } from 'node:fs/promises';
import { diagnose } from '../diagnose.ts';
import type { FileToSave, WizardOptions, WizardResult } from '../wizard/contract.ts';
import { only, type Call } from './call.ts';
import { asRedacted } from './diagnose.ts';
import { copyText } from './dialogue/clipboard.ts';
import { ShellJob } from './dialogue/job-control.ts';
import { followsLinks } from './dialogue/links.ts';
import { checkAnswers } from './known/check-answers.ts';
import { deliverReport } from './report.ts';
import { keeperFor, type Keeper } from './session/keeping.ts';
import type { SavedSession } from './session/saved-session.ts';
import { onInterrupt } from './signals.ts';
import { say } from './streams.ts';
import type { Subject } from './subject.ts';
import { isDumb, usesAscii, type Dialogue } from './terminal.ts';

/** `saved` is a session to go on with; its text and its answers are not in the subject. */
export async function ask(call: Call, subject: Subject, dialogue: Dialogue, saved?: SavedSession): Promise<number> {
  if (subject.text !== '') await checkAnswers(subject, await diagnose(withoutReading(subject)));
  subject.live?.hush();
  const keeper = await keeperFor(call, subject.facts, saved);
  const result = await run(dialogue, optionsFor(call, subject, dialogue, saved, keeper));
  dialogue.end();
  return leave(call, subject, result, keeper);
}

async function run(dialogue: Dialogue, options: WizardOptions): Promise<WizardResult> {
  if (dialogue.form === 'screens') return (await import('../wizard/run.tsx')).runWizard(options);
  const { runPlain } = await import('../wizard/accessible/run.ts');
  return runPlain({ ...options, isDumb: isDumb(), onInterrupt });
}

function optionsFor(
  call: Call,
  { text, facts, sources, answers, playbooks, policies, live }: Subject,
  { keys, output, colour }: Dialogue,
  saved: SavedSession | undefined,
  keeper: Keeper | undefined,
): WizardOptions {
  const position = only(call, 'denial');
  const start = {
    ...(text === '' ? {} : { text }),
    ...(position === undefined ? {} : { denial: Number(position) }),
  };
  return {
    ...(saved === undefined ? start : { progress: saved.progress }),
    ...{ facts, sources, answers, playbooks, save, colour },
    ...(policies === undefined ? {} : { policies }),
    ...(live === undefined ? {} : { reading: live.reading }),
    ...(keeper === undefined ? {} : { keep: keeper.keep }),
    ...(isDumb() ? {} : { copy: (copied: string) => copyText(copied, output) }),
    links: followsLinks(),
    jobControl: new ShellJob(),
    version: call.version,
    input: keys,
    output,
    ascii: usesAscii(call),
  };
}

async function leave(
  call: Call,
  subject: Subject,
  { code, diagnosis, flags }: WizardResult,
  keeper: Keeper | undefined,
): Promise<number> {
  const isDone = code === 0 && diagnosis !== undefined;
  const ended = isDone ? await deliverReport(call, await asRedacted(call, subject, diagnosis)) : code;
  if (code === 130 && flags.length > 0) say(`To go on from here, repeat the command with: ${flags.join(' ')}`);
  const words = keeper?.words();
  if (words !== undefined) say(words);
  return ended;
}

/** Without answers to check, the account is read where the person sees it. */
function withoutReading(subject: Subject): Subject {
  const { live, sources, answers } = subject;
  if (live === undefined || Object.keys(answers).length > 0) return subject;
  return { ...subject, sources: sources.filter((source) => source !== live.source) };
}

async function save({ path, content, overwrite }: FileToSave): Promise<void> {
  await writeFile(path, content, { flag: overwrite ? 'w' : 'wx' });
}
