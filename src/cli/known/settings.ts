// Reads every `--set name=value` into facts; `@file` stands for the content of a file.
import { readSetting } from '../../facts/given.ts';
import { all, type Call } from '../call.ts';
import { readTextFile } from '../text-file.ts';

export async function readSettings(call: Call): Promise<Readonly<Record<string, unknown>>> {
  const settings = await Promise.all(all(call, 'set').map(withContent));
  const facts = settings.map(readSetting);
  return Object.fromEntries(facts.map(({ name, status, value }) => [name, status === 'absent' ? 'absent' : value]));
}

async function withContent(setting: string): Promise<string> {
  const [, start, file] = /^([^=]+=)@(.+)$/s.exec(setting) ?? [];
  return start === undefined || file === undefined ? setting : `${start}${(await readTextFile(file)).trim()}`;
}
