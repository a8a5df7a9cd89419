// Tells which region the AWS CLI would use, and where other tools would decide otherwise. (AWS page: "Configuration settings and precedence")
import type { Notice } from './choose.ts';
import { settingOf, type Environment, type Profiles } from './profiles.ts';

export const regionSources = ['flag', 'AWS_REGION', 'AWS_DEFAULT_REGION', 'profile', 'none'] as const;

export interface RegionChoice {
  /** Undefined: none is configured. */
  readonly region?: string;
  readonly source: (typeof regionSources)[number];
  readonly notices: readonly Notice[];
}

/** Nothing else may reach a host name. */
const form = /^[a-z0-9-]{3,40}$/;
export const isRegion = (text: string): boolean => form.test(text);

export function chooseRegion(
  env: Environment,
  profiles: Profiles,
  profile: string,
  flag: string | undefined,
): RegionChoice {
  const [current, old] = [env['AWS_REGION'], env['AWS_DEFAULT_REGION']];
  const rows: readonly (readonly [RegionChoice['source'], string | undefined])[] = [
    ['flag', flag],
    ['AWS_REGION', current],
    ['AWS_DEFAULT_REGION', old],
    ['profile', settingOf(profiles, profile, 'region')],
  ];
  const [source, region] = rows.find(([, value]) => (value ?? '') !== '') ?? (['none', undefined] as const);
  return {
    source,
    ...(region === undefined || !isRegion(region) ? {} : { region }),
    notices: flag === undefined ? noticesOf(current ?? '', old ?? '') : [],
  };
}

function noticesOf(current: string, old: string): readonly Notice[] {
  if (current !== '' && old !== '' && current !== old)
    return [{ code: 'region-variables-differ', detail: `AWS_REGION=${current}, AWS_DEFAULT_REGION=${old}` }];
  return current === '' && old !== '' ? [{ code: 'region-for-cli-only', detail: `AWS_DEFAULT_REGION=${old}` }] : [];
}
