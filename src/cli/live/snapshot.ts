// The command `snapshot`: writes what a live read finds into a facts file, which diagnoses the same later and elsewhere.
import { chmod, writeFile } from 'node:fs/promises';
import { recorded, savedReading } from '../../facts/files/saved-reading.ts';
import { InputError } from '../../model/input-error.ts';
import { loadPlaybooks } from '../../playbook/load.ts';
import { hideSecrets } from '../../render/mask.ts';
import { leftoversIn, type Leftover } from '../../render/redact/leftovers.ts';
import { redactorFor } from '../../render/redact/redactor.ts';
import { mapTexts } from '../../render/sanitise.ts';
import { diagnose } from '../../diagnose.ts';
import { has, only, type Call } from '../call.ts';
import { reasonOf } from '../file-reasons.ts';
import { readInput } from '../input.ts';
import { surroundings } from '../setup/surroundings.ts';
import { deliver, say } from '../streams.ts';
import { hasDeadCredentials, sayAboutLive } from './after.ts';
import { openLiveFor } from './open.ts';

export async function runSnapshot(call: Call): Promise<number> {
  const file = only(call, 'out');
  if (file === undefined || file === '-')
    throw new InputError(
      'snapshot needs a file to write: --out FILE',
      'it holds policies of your account, so it goes to no terminal',
    );
  const text = (await readInput(call))?.text ?? '';
  say('whydenied: reading the account, read-only');
  const live = await openLiveFor(call);
  try {
    const source = recorded(live.source);
    const diagnosis = await diagnose({
      text,
      playbooks: await loadPlaybooks({ around: surroundings() }),
      sources: [source],
    });
    sayAboutLive(diagnosis);
    if (hasDeadCredentials(diagnosis)) return 4;
    const content = mapTexts(savedReading(source.reading()), hideSecrets);
    await (has(call, 'redact') ? writeRedacted(file, content, text) : writePrivately(file, content));
    say(`whydenied: wrote ${file}; diagnose with it: whydenied --facts ${file} -- TEXT`);
    return 0;
  } finally {
    live.close();
  }
}

/** The error goes to stdout with the same pseudonyms: only both together come to the same diagnosis. */
async function writeRedacted(file: string, content: object, text: string): Promise<void> {
  const redactor = redactorFor({ texts: [text], data: [content] });
  const [redacted, error] = [redactor.data(content), redactor.errors(hideSecrets(text))];
  const left = leftoversIn({ ...redacted, error });
  if (left.length > 0)
    throw new InputError(
      `${file} was not written, for something that looks like a secret would be in it: ${left.slice(0, 5).map(told).join('; ')}`,
      'take it out where it comes from, or write the file without --redact and go through it by hand',
    );
  await writePrivately(file, redacted);
  await deliver(error.trimEnd(), undefined);
  say('whydenied: the error above has the same pseudonyms as the file');
}

const told = ({ place, kind }: Leftover): string => `${place} (${kind})`;

/** For its owner's eyes only, also where the file was there before. */
async function writePrivately(file: string, content: object): Promise<void> {
  try {
    await writeFile(file, `${JSON.stringify(content, undefined, 2)}\n`, { mode: 0o600 });
    await chmod(file, 0o600);
  } catch (error) {
    throw new InputError(`${file} could not be written: ${reasonOf(error)}`);
  }
}
