// Finds the addresses a person set in place of AWS's own: by flag, by variable, or in a profile. (AWS page: "Service-specific endpoints")
import type { EndpointOverride } from '../wire/endpoint.ts';
import { settingOf, type Environment, type Profiles } from './profiles.ts';

/** What AWS calls the service in variables and profiles, where that is not the name used here. */
const serviceIds: Readonly<Record<string, string>> = {
  s3control: 's3_control',
  events: 'eventbridge',
  apigateway: 'api_gateway',
  logs: 'cloudwatch_logs',
  secretsmanager: 'secrets_manager',
  elbv2: 'elastic_load_balancing_v2',
};

const isOn = (value: string | undefined): boolean => value?.toLowerCase() === 'true';

export function endpointOverrides(
  env: Environment,
  profiles: Profiles,
  profile: string,
  flag: string | undefined,
): EndpointOverride {
  const ignored =
    isOn(env['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS']) ||
    isOn(settingOf(profiles, profile, 'ignore_configured_endpoint_urls'));
  const section = profiles.config.get(`services ${settingOf(profiles, profile, 'services') ?? ''}`);
  return (service) => {
    if (flag !== undefined || ignored) return flag;
    const id = serviceIds[service] ?? service.replaceAll('-', '_');
    const found = [
      env[`AWS_ENDPOINT_URL_${id.toUpperCase()}`],
      env['AWS_ENDPOINT_URL'],
      section?.get(`${id}.endpoint_url`),
      settingOf(profiles, profile, 'endpoint_url'),
    ];
    return found.find((url) => (url ?? '') !== '');
  };
}
