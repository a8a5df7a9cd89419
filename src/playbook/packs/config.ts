// Reads config.yaml: which packs to load besides, and which playbooks never to choose.
import { existsSync } from 'node:fs';
import type { PlaybookSet } from '../../model/playbook.ts';
import { problem } from '../compile.ts';
import { readSources } from '../files.ts';
import { checkDocument } from '../validate/document.ts';

export interface Config {
  readonly packs?: readonly string[];
  readonly disable?: readonly string[];
  readonly save_sessions?: boolean;
}

export interface ConfigFile {
  readonly file: string;
  readonly config: Config;
  /** A file with mistakes is not used at all. */
  readonly problems: PlaybookSet['problems'];
}

/** Undefined where there is none. */
export async function readConfig(file: string): Promise<ConfigFile | undefined> {
  if (!existsSync(file)) return undefined;
  const { sources, problems } = await readSources(file);
  const text = sources[0]?.text ?? '';
  if (text.split('\n').every((line) => /^\s*(?:#|$)/.test(line))) return { file, config: {}, problems };
  const { diagnostics, value } = await checkDocument(text, file, 'config');
  if (diagnostics.length > 0) return { file, config: {}, problems: diagnostics.map(problem) };
  // The schema has just accepted the value.
  return { file, config: value as Config, problems: [] };
}
