// The command `config`: which configuration counts here, and where it comes from or would go.
import { join, resolve } from 'node:path';
import { InputError } from '../../model/input-error.ts';
import { loadPackSet } from '../../playbook/load.ts';
import { findPlaces, projectFolder } from '../../playbook/packs/places.ts';
import { inline } from '../../render/sanitise.ts';
import { has, only, type Call } from '../call.ts';
import { deliver, say } from '../streams.ts';
import { surroundings } from './surroundings.ts';

const actions = { show, path: paths } as const;

export async function runConfig(call: Call): Promise<number> {
  const [word = 'show', ...rest] = call.words;
  if (!Object.hasOwn(actions, word) || rest.length > 0)
    throw new InputError(`config ${call.words.join(' ')} is not known`, 'one of: config show, config path');
  return actions[word as keyof typeof actions](call);
}

async function show(call: Call): Promise<number> {
  const { configs } = await loadPackSet({ around: surroundings() });
  for (const { file, message } of configs.flatMap(({ problems }) => problems)) say(`whydenied: ${file}: ${message}`);
  const files = configs.map(({ file, config }) => ({ file, ...config }));
  await deliver(
    has(call, 'json') ? JSON.stringify(files, undefined, 2) : files.map(fileText).join('\n'),
    only(call, 'out'),
  );
  if (files.length === 0) say('whydenied: there is no configuration here; "whydenied config path" tells where it goes');
  return configs.some(({ problems }) => problems.length > 0) ? 1 : 0;
}

function fileText({
  file,
  packs = [],
  disable = [],
  save_sessions: saves = true,
}: {
  file: string;
  packs?: readonly string[];
  disable?: readonly string[];
  save_sessions?: boolean;
}): string {
  const list = (name: string, values: readonly string[]) => `  ${name}: ${values.join(', ') || 'none'}`;
  return [file, list('packs', packs), list('disable', disable), `  save_sessions: ${saves ? 'true' : 'false'}`]
    .map(inline)
    .join('\n');
}

/** The files that are read, or would be once they are there. */
async function paths(call: Call): Promise<number> {
  const around = surroundings();
  const project = findPlaces(around).project ?? resolve(around.folder, projectFolder);
  const files = [around.userFolder, project].flatMap((folder) =>
    folder === undefined ? [] : [join(folder, 'config.yaml')],
  );
  await deliver(has(call, 'json') ? JSON.stringify(files) : files.map(inline).join('\n'), only(call, 'out'));
  return 0;
}
