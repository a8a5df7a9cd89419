// Says what a live read does and finds: one line for a call, one for each thing in the surroundings that leads tools astray.
import type { Notice } from '../../facts/aws/credentials/choose.ts';
import type { RegionChoice } from '../../facts/aws/credentials/region.ts';
import type { ReadEvent } from '../../facts/aws/reads.ts';

const roles = { caller: '', organization: ' (organization)', resource: " (resource's account)" } as const;

const outcomes = {
  present: 'read',
  absent: 'there is none',
  denied: 'denied',
  unreachable: 'not reached',
  unsupported: 'not supported there',
  'not-retrievable': 'could not be read',
  'not-asked': 'not asked',
} as const;

/** What one call came to. */
export function eventWords({ operation, role, status, detail }: ReadEvent): string {
  const why = detail === undefined || status === 'absent' ? '' : `: ${detail}`;
  return `${operation}${roles[role]}: ${outcomes[status]}${why}`;
}

export const eventLine = (event: ReadEvent): string => `whydenied: ${eventWords(event)}`;

const notices = {
  'sdk-prefers-profile': (profile: string) =>
    `AWS_PROFILE=${profile} is set beside AWS_ACCESS_KEY_ID: the AWS CLI and this program use the key, some SDKs the profile`,
  'environment-passed-over': (profile: string) =>
    `--profile ${profile} passes over the AWS_ACCESS_KEY_ID of the environment, which a program without it would use`,
  'key-without-session-token': () =>
    'AWS_ACCESS_KEY_ID is temporary (ASIA…), but AWS_SESSION_TOKEN is not set: AWS will refuse it',
  'region-variables-differ': (detail: string) => `${detail}: the AWS CLI takes the first, older tools the second`,
  'region-for-cli-only': (detail: string) => `${detail}: the AWS CLI honours it, most SDKs read AWS_REGION only`,
} as const satisfies Record<Notice['code'], (detail: string) => string>;

export const noticeLine = ({ code, detail }: Notice): string => `whydenied: note: ${notices[code](detail)}`;

export const credentialSourceWords = {
  environment: 'environment variables',
  'shared-credentials-file': 'the shared credentials file',
  'config-file': 'the config file',
  sso: 'IAM Identity Center (SSO)',
  'assume-role': 'a role that is assumed for the profile',
  'web-identity': 'a web identity token',
  process: 'the credential_process of the profile',
  container: 'the container',
  'instance-metadata': 'the instance profile (instance metadata)',
  cloudshell: 'CloudShell',
} as const;

export const regionSourceWords = {
  flag: '--region',
  AWS_REGION: 'AWS_REGION',
  AWS_DEFAULT_REGION: 'AWS_DEFAULT_REGION',
  profile: 'the profile',
  none: 'nothing sets one',
} as const satisfies Record<RegionChoice['source'], string>;
