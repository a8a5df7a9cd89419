// Turns the names programs give a service (SDK ids, client classes, endpoints, titles) into its IAM action prefix.
import { lazyData } from './data.ts';
import { sdkNames } from './sdk-names.ts';

const titles = lazyData<Readonly<Record<string, string>>>('services.json');
let known: ReadonlyMap<string, string> | undefined;

/** Lower case without separators and without the Amazon or AWS in front: `AmazonDynamoDBv2` gives `dynamodbv2`. */
const squeeze = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/^(?:amazon|aws)(?=.)/, '');

function knownNames(): ReadonlyMap<string, string> {
  if (known !== undefined) return known;
  const names = new Map<string, string>();
  for (const [prefix, title] of Object.entries(titles())) names.set(squeeze(title), prefix);
  for (const prefix of Object.keys(titles())) names.set(squeeze(prefix), prefix);
  for (const [prefix, aliases] of Object.entries(sdkNames)) for (const alias of aliases) names.set(alias, prefix);
  known = names;
  return names;
}

export const isServicePrefix = (prefix: string): boolean => Object.hasOwn(titles(), prefix);

/** The service's title, e.g. `Amazon S3`. */
export const serviceTitle = (prefix: string): string | undefined =>
  isServicePrefix(prefix) ? titles()[prefix] : undefined;

/** The IAM action prefix behind a name such as `AmazonDynamoDBv2`, `Network Firewall`, `SFN` or `AWSSecurityTokenService`. */
export function servicePrefixOf(name: string): string | undefined {
  const squeezed = squeeze(name);
  return knownNames().get(squeezed) ?? knownNames().get(squeezed.replace(/(?:v\d|service|client|api)+$/, ''));
}

const endpoint =
  /^(?:[\w-]+\.)*?([a-z0-9-]+)(?:\.dualstack|-fips)?(?:\.[a-z]{2}(?:-[a-z]+)+-\d)?\.(?:amazonaws\.com(?:\.cn)?|api\.aws|amazonaws\.eu)$/;

/** The service behind an AWS host name or service principal, e.g. `sqs.eu-west-1.amazonaws.com` or `monitoring.amazonaws.com`. */
export function serviceOfHost(host: string): string | undefined {
  if (host.length > 253) return undefined;
  const label = endpoint.exec(host.toLowerCase())?.[1];
  return label === undefined ? undefined : servicePrefixOf(label);
}
