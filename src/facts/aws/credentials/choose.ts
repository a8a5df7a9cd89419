// Tells which credentials the AWS CLI would use, and where other tools would decide otherwise. (AWS page: "Configuration settings and precedence")
import type { credentialSources } from '../../../model/catalogue/caller.ts';
import { hasProfile, isInCredentialsFile, settingOf, type Environment, type Profiles } from './profiles.ts';

export type CredentialSource = (typeof credentialSources)[number];

export const noticeCodes = [
  'sdk-prefers-profile',
  'environment-passed-over',
  'key-without-session-token',
  'region-variables-differ',
  'region-for-cli-only',
] as const;
/** Something about the surroundings that leads one tool astray and not another. */
export interface Notice {
  readonly code: (typeof noticeCodes)[number];
  readonly detail: string;
}

export interface Choice {
  readonly source: CredentialSource;
  /** The profile that was named or is the default; of no account for credentials from the environment. */
  readonly profile: string;
  readonly notices: readonly Notice[];
  /** Why there can be no credentials. */
  readonly problem?: { readonly code: 'no-such-profile' | 'half-a-key'; readonly detail: string };
}

const isSet = (env: Environment, name: string): boolean => (env[name] ?? '') !== '';

export function chooseCredentials(env: Environment, profiles: Profiles, flag: string | undefined): Choice {
  const variable = [env['AWS_PROFILE'], env['AWS_DEFAULT_PROFILE']].find((name) => (name ?? '') !== '');
  const profile = flag ?? variable ?? 'default';
  const hasKeys = isSet(env, 'AWS_ACCESS_KEY_ID') || isSet(env, 'AWS_SECRET_ACCESS_KEY');
  if (flag === undefined && hasKeys) return fromEnvironment(env, profile, variable);
  const notices: readonly Notice[] =
    hasKeys && flag !== undefined ? [{ code: 'environment-passed-over', detail: flag }] : [];
  if ((flag ?? variable) !== undefined && !hasProfile(profiles, profile)) {
    return { source: 'config-file', profile, notices, problem: { code: 'no-such-profile', detail: profile } };
  }
  return { source: sourceOf(env, profiles, profile), profile, notices };
}

function fromEnvironment(env: Environment, profile: string, variable: string | undefined): Choice {
  const missing = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'].find((name) => !isSet(env, name));
  const isTemporary = env['AWS_ACCESS_KEY_ID']?.startsWith('ASIA') === true;
  const notices: readonly Notice[] = [
    ...(variable === undefined ? [] : [{ code: 'sdk-prefers-profile', detail: variable } as const]),
    ...(isTemporary && !isSet(env, 'AWS_SESSION_TOKEN')
      ? [{ code: 'key-without-session-token', detail: 'AWS_SESSION_TOKEN' } as const]
      : []),
  ];
  return {
    source: 'environment',
    profile,
    notices,
    ...(missing === undefined ? {} : { problem: { code: 'half-a-key', detail: missing } as const }),
  };
}

/** In the order of the AWS CLI. */
function sourceOf(env: Environment, profiles: Profiles, profile: string): CredentialSource {
  const has = (name: string) => settingOf(profiles, profile, name) !== undefined;
  const rows: readonly (readonly [CredentialSource, boolean])[] = [
    ['web-identity', has('role_arn') && has('web_identity_token_file')],
    ['assume-role', has('role_arn') && (has('source_profile') || has('credential_source'))],
    ['web-identity', isSet(env, 'AWS_WEB_IDENTITY_TOKEN_FILE') && isSet(env, 'AWS_ROLE_ARN')],
    ['sso', has('sso_session') || has('sso_start_url')],
    ['shared-credentials-file', isInCredentialsFile(profiles, profile)],
    ['process', has('credential_process')],
    ['config-file', has('aws_access_key_id')],
    ['cloudshell', isContainer(env) && env['AWS_EXECUTION_ENV'] === 'CloudShell'],
    ['container', isContainer(env)],
  ];
  return rows.find(([, holds]) => holds)?.[0] ?? 'instance-metadata';
}

const isContainer = (env: Environment): boolean =>
  isSet(env, 'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI') || isSet(env, 'AWS_CONTAINER_CREDENTIALS_FULL_URI');
