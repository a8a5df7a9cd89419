// Runs the wizard on a terminal, then leaves on stdout what was found.
import { writeFile } from 'node:fs/promises';
import { diagnose } from '../diagnose.ts';
import type { FileToSave } from '../wizard/contract.ts';
import { runWizard } from '../wizard/run.tsx';
import { only, type Call } from './call.ts';
import { asRedacted } from './diagnose.ts';
import { checkAnswers } from './known/check-answers.ts';
import { deliverReport } from './report.ts';
import { say } from './streams.ts';
import type { Subject } from './subject.ts';
import { usesAscii, usesColour, type Dialogue } from './terminal.ts';

export async function ask(call: Call, subject: Subject, { keys, screen, end }: Dialogue): Promise<number> {
  const { text, facts, sources, answers, playbooks } = subject;
  if (text !== '') await checkAnswers(subject, await diagnose(withoutReading(subject)));
  subject.live?.hush();
  const position = only(call, 'denial');
  const { code, diagnosis, flags } = await runWizard({
    ...(text === '' ? {} : { text }),
    ...(position === undefined ? {} : { denial: Number(position) }),
    ...{ facts, sources, answers, playbooks, save },
    ...(subject.policies === undefined ? {} : { policies: subject.policies }),
    ...(subject.live === undefined ? {} : { reading: subject.live.reading }),
    version: call.version,
    input: keys,
    output: process[screen],
    colour: usesColour(call, screen),
    ascii: usesAscii(call),
  });
  end();
  if (code === 130 && flags.length > 0) say(`To go on from here, repeat the command with: ${flags.join(' ')}`);
  return code === 0 && diagnosis !== undefined ? deliverReport(call, await asRedacted(call, subject, diagnosis)) : code;
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
