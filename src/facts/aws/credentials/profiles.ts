// Reads the two files AWS tools keep profiles in. (AWS page: "Configuration and credential file settings in the AWS CLI")
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;
export type Settings = ReadonlyMap<string, string>;

export interface Profiles {
  /** Of the config file, by section: `profile x`, `default`, `services x`, `sso-session x`. */
  readonly config: ReadonlyMap<string, Settings>;
  /** Of the credentials file, by profile. */
  readonly shared: ReadonlyMap<string, Settings>;
}

/** A setting indented below another belongs to that one: `s3.endpoint_url`. */
export function readIni(text: string): ReadonlyMap<string, Settings> {
  const sections = new Map<string, Map<string, string>>();
  let section: Map<string, string> | undefined;
  let parent = '';
  for (const line of text.split(/\r?\n/)) {
    const name = /^\s*\[\s*([^\]]{1,200})\]/.exec(line)?.[1]?.trim().replace(/\s+/g, ' ');
    if (name !== undefined) {
      section = sections.get(name) ?? new Map<string, string>();
      sections.set(name, section);
      continue;
    }
    const split = line.indexOf('=');
    if (section === undefined || split < 1 || /^\s*[#;]/.test(line)) continue;
    const [key, value] = [line.slice(0, split).trim(), line.slice(split + 1).trim()];
    const nested = /^\s/.test(line);
    if (!nested) parent = value === '' ? `${key}.` : '';
    section.set((nested ? parent : '') + key, value.replace(/\s[#;].*$/, ''));
  }
  return sections;
}

const expand = (path: string): string => (path.startsWith('~/') ? join(homedir(), path.slice(2)) : path);

/** A file that is not there holds no profiles. */
const textOf = async (path: string): Promise<string> => readFile(expand(path), 'utf8').catch(() => '');

export async function readProfiles(env: Environment): Promise<Profiles> {
  const home = (env['HOME'] ?? '') === '' ? homedir() : (env['HOME'] ?? '');
  const [config, shared] = await Promise.all([
    textOf(env['AWS_CONFIG_FILE'] ?? join(home, '.aws', 'config')),
    textOf(env['AWS_SHARED_CREDENTIALS_FILE'] ?? join(home, '.aws', 'credentials')),
  ]);
  return { config: readIni(config), shared: readIni(shared) };
}

const configSection = ({ config }: Profiles, profile: string): Settings | undefined =>
  config.get(`profile ${profile}`) ?? (profile === 'default' ? config.get('default') : undefined);

export const hasProfile = (profiles: Profiles, profile: string): boolean =>
  configSection(profiles, profile) !== undefined || profiles.shared.has(profile);

/** A setting of a profile; the credentials file is asked first, as the AWS CLI does. */
export const settingOf = (profiles: Profiles, profile: string, name: string): string | undefined =>
  profiles.shared.get(profile)?.get(name) ?? configSection(profiles, profile)?.get(name);

export const isInCredentialsFile = ({ shared }: Profiles, profile: string): boolean =>
  shared.get(profile)?.has('aws_access_key_id') === true;

export const profileNames = ({ config, shared }: Profiles): readonly string[] => {
  const sections = [...config.keys()].map((name) => (name === 'default' ? name : /^profile (.+)$/.exec(name)?.[1]));
  return [...new Set([...sections.flatMap((name) => name ?? []), ...shared.keys()])];
};
