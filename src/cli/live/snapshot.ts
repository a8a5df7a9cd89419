// The command `snapshot`: writes what a live read finds into a facts file, which diagnoses the same later and elsewhere.
import { chmod, writeFile } from 'node:fs/promises';
import { recorded, savedReading } from '../../facts/files/saved-reading.ts';
import type { Reading } from '../../model/fact.ts';
import { InputError } from '../../model/input-error.ts';
import { loadPlaybooks } from '../../playbook/load.ts';
import { hideSecrets } from '../../render/mask.ts';
import { mapTexts } from '../../render/sanitise.ts';
import { diagnose } from '../../diagnose.ts';
import { only, type Call } from '../call.ts';
import { reasonOf } from '../file-reasons.ts';
import { readInput } from '../input.ts';
import { surroundings } from '../setup/surroundings.ts';
import { say } from '../streams.ts';
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
    await writePrivately(file, fileOf(source.reading()));
    say(`whydenied: wrote ${file}; diagnose with it: whydenied --facts ${file} -- TEXT`);
    return 0;
  } finally {
    live.close();
  }
}

const fileOf = (reading: Reading): string =>
  `${JSON.stringify(mapTexts(savedReading(reading), hideSecrets), undefined, 2)}\n`;

/** For its owner's eyes only, also where the file was there before. */
async function writePrivately(file: string, content: string): Promise<void> {
  try {
    await writeFile(file, content, { mode: 0o600 });
    await chmod(file, 0o600);
  } catch (error) {
    throw new InputError(`${file} could not be written: ${reasonOf(error)}`);
  }
}
