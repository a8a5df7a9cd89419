// Opens one identity to read with: credentials as the AWS CLI would choose them, a region, and addresses.
import { fromHttp, fromIni, fromInstanceMetadata, fromTokenFile } from '@aws-sdk/credential-providers';
import type { Agents } from '../network.ts';
import type { EndpointOverride } from '../wire/endpoint.ts';
import { chooseCredentials, type Choice, type CredentialSource } from './choose.ts';
import { endpointOverrides } from './endpoints.ts';
import { settingOf, type Environment, type Profiles } from './profiles.ts';
import { chooseRegion, type RegionChoice } from './region.ts';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** What an identity is used for: the caller's own account, the organization, the owner of the resource. */
export const accessRoles = ['caller', 'organization', 'resource'] as const;
export type AccessRole = (typeof accessRoles)[number];

export interface Access {
  readonly role: AccessRole;
  readonly choice: Choice;
  readonly regionChoice: RegionChoice;
  readonly region: string;
  readonly endpoint: EndpointOverride;
  credentials(): Promise<Credentials>;
}

export interface AccessSettings {
  readonly env: Environment;
  readonly profiles: Profiles;
  readonly profile?: string;
  readonly region?: string;
  readonly endpointUrl?: string;
  /** How the sign-in connects: through proxies, and to the authorities that are trusted. */
  readonly agents: Agents;
}

/** Where nothing says a region, the one that global services are in. */
const fallbackRegion = 'us-east-1';

class CredentialsMissing extends Error {
  constructor(detail: string) {
    super(detail);
    this.name = 'CredentialsMissing';
  }
}

export function openAccess(role: AccessRole, settings: AccessSettings): Access {
  const { env, profiles } = settings;
  const choice = chooseCredentials(env, profiles, settings.profile);
  const regionChoice = chooseRegion(env, profiles, choice.profile, settings.region);
  const region = regionChoice.region ?? fallbackRegion;
  const endpoint = endpointOverrides(env, profiles, choice.profile, settings.endpointUrl);
  let found: Promise<Credentials> | undefined;
  const clientConfig: ClientConfig = {
    region,
    requestHandler: { ...settings.agents, connectionTimeout: 2000, requestTimeout: 5000 },
    ...(endpoint('sts') === undefined ? {} : { endpoint: endpoint('sts') ?? '' }),
  };
  const credentials = () => (found ??= load({ env, profiles, profile: choice.profile, clientConfig }, choice));
  return { role, choice, regionChoice, region, endpoint, credentials };
}

const problemWords = {
  'no-such-profile': (profile: string) => `there is no profile ${profile}`,
  'half-a-key': (variable: string) => `${variable} is not set`,
} as const;

async function load(ground: Ground, { source, problem }: Choice): Promise<Credentials> {
  if (problem !== undefined) throw new CredentialsMissing(problemWords[problem.code](problem.detail));
  try {
    return await providers[source](ground)();
  } catch (error) {
    throw new CredentialsMissing(source === 'instance-metadata' ? nowhere : firstLine(error));
  }
}

/** Instance metadata is asked last, when nothing else is set up. */
const nowhere = 'none in the environment, none in a profile, and no instance metadata answers';
const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';

interface ClientConfig {
  readonly region: string;
  readonly endpoint?: string;
  readonly requestHandler: Agents & { readonly connectionTimeout: number; readonly requestTimeout: number };
}

interface Ground {
  readonly profile: string;
  readonly env: Environment;
  readonly profiles: Profiles;
  readonly clientConfig: ClientConfig;
}
type Provider = () => Promise<Credentials>;

const ofEnvironment =
  ({ env }: Ground): Provider =>
  () =>
    Promise.resolve({
      accessKeyId: env['AWS_ACCESS_KEY_ID'] ?? '',
      secretAccessKey: env['AWS_SECRET_ACCESS_KEY'] ?? '',
      ...((env['AWS_SESSION_TOKEN'] ?? '') === '' ? {} : { sessionToken: env['AWS_SESSION_TOKEN'] ?? '' }),
    });

function ofProfile({ profile, env, clientConfig }: Ground): Provider {
  const files = { filepath: env['AWS_SHARED_CREDENTIALS_FILE'], configFilepath: env['AWS_CONFIG_FILE'] };
  const given = Object.fromEntries(Object.entries(files).filter(([, path]) => path !== undefined));
  const region = () => Promise.resolve(clientConfig.region);
  return () => fromIni({ profile, clientConfig, ignoreCache: true, ...given })({ callerClientConfig: { region } });
}

/** Named in a profile, or by variables alone. What reads profiles would connect to STS in its own way, past proxies and authorities. */
function ofWebIdentity({ env, profiles, profile, clientConfig }: Ground): Provider {
  const named = {
    webIdentityTokenFile: settingOf(profiles, profile, 'web_identity_token_file'),
    roleArn: settingOf(profiles, profile, 'role_arn'),
    roleSessionName: settingOf(profiles, profile, 'role_session_name'),
  };
  const isOfVariables = (env['AWS_WEB_IDENTITY_TOKEN_FILE'] ?? '') !== '' && named.webIdentityTokenFile === undefined;
  const given = Object.fromEntries(
    Object.entries(isOfVariables ? {} : named).filter(([, value]) => value !== undefined),
  );
  return () => fromTokenFile({ clientConfig, ...given })();
}

const ofContainer = (): Provider => () => fromHttp({ timeout: 1000, maxRetries: 0 })();

const providers = {
  environment: ofEnvironment,
  'shared-credentials-file': ofProfile,
  'config-file': ofProfile,
  sso: ofProfile,
  'assume-role': ofProfile,
  process: ofProfile,
  'web-identity': ofWebIdentity,
  container: ofContainer,
  cloudshell: ofContainer,
  'instance-metadata': () => fromInstanceMetadata({ timeout: 1000, maxRetries: 0 }),
} as const satisfies Record<CredentialSource, (ground: Ground) => Provider>;
