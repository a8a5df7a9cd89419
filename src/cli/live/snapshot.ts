// The command `snapshot`: writes what a live read finds into a facts file, which diagnoses the same later and elsewhere.
import { chmod, writeFile } from 'node:fs/promises';
import { factsSchema } from '../../facts/files/facts-file.ts';
import type { Fact, FactSource, Reading } from '../../model/fact.ts';
import { InputError } from '../../model/input-error.ts';
import { loadPlaybooks } from '../../playbook/load.ts';
import { hideSecrets } from '../../render/mask.ts';
import { mapTexts } from '../../render/sanitise.ts';
import { diagnose } from '../../diagnose.ts';
import { only, type Call } from '../call.ts';
import { reasonOf } from '../file-reasons.ts';
import { readInput } from '../input.ts';
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
    const { source, readings } = recorded(live.source);
    const diagnosis = await diagnose({ text, playbooks: await loadPlaybooks({}), sources: [source] });
    sayAboutLive(diagnosis);
    if (hasDeadCredentials(diagnosis)) return 4;
    await writePrivately(file, fileOf(readings[0] ?? { facts: [] }));
    say(`whydenied: wrote ${file}; diagnose with it: whydenied --facts ${file} -- TEXT`);
    return 0;
  } finally {
    live.close();
  }
}

function recorded(source: FactSource): { readonly source: FactSource; readonly readings: readonly Reading[] } {
  const readings: Reading[] = [];
  const fetch: FactSource['fetch'] = async (names, known) => {
    const found = await source.fetch(names, known);
    const reading: Reading = 'facts' in found ? found : { facts: found };
    readings.push(reading);
    return reading;
  };
  return { source: { ...source, fetch }, readings };
}

function fileOf({ facts, policies, request, readAt }: Reading): string {
  const entries = facts.map(({ name, ...rest }: Fact) => [name, rest] as const);
  const content = {
    schema: factsSchema,
    facts: Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1))),
    ...(request === undefined ? {} : { request }),
    ...(policies === undefined ? {} : { policies }),
    ...(readAt === undefined ? {} : { readAt }),
  };
  return `${JSON.stringify(mapTexts(content, hideSecrets), undefined, 2)}\n`;
}

/** For its owner's eyes only, also where the file was there before. */
async function writePrivately(file: string, content: string): Promise<void> {
  try {
    await writeFile(file, content, { mode: 0o600 });
    await chmod(file, 0o600);
  } catch (error) {
    throw new InputError(`${file} could not be written: ${reasonOf(error)}`);
  }
}
