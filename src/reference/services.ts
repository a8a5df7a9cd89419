// Turns the names programs give a service (SDK ids, client classes, endpoints, titles) into its IAM action prefix.
import { lazyData, once } from './data.ts';
import { sdkNames } from './sdk-names.ts';

const titles = lazyData<Readonly<Record<string, string>>>('services.json');

/** Lower case without separators and without the Amazon or AWS in front: `AmazonDynamoDBv2` gives `dynamodbv2`. */
const squeeze = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/^(?:amazon|aws)(?=.)/, '');

const aliases = once(
  () =>
    new Map(
      Object.entries(sdkNames).flatMap(([prefix, names]) => names.map((name): [string, string] => [name, prefix])),
    ),
);

/** Prefixes by their squeezed title and by themselves; needed only for names that are no prefix as they stand. */
const titledNames = once(() => {
  const entries = Object.entries(titles());
  return new Map([
    ...entries.map(([prefix, title]) => [squeeze(title), prefix] as const),
    ...entries.map(([prefix]) => [squeeze(prefix), prefix] as const),
  ]);
});

function lookUp(squeezed: string): string | undefined {
  return aliases().get(squeezed) ?? (isServicePrefix(squeezed) ? squeezed : titledNames().get(squeezed));
}

export const isServicePrefix = (prefix: string): boolean => Object.hasOwn(titles(), prefix);

/** The IAM action prefix behind a name such as `AmazonDynamoDBv2`, `Network Firewall`, `SFN` or `AWSSecurityTokenService`. */
export function servicePrefixOf(name: string): string | undefined {
  const squeezed = squeeze(name);
  return lookUp(squeezed) ?? lookUp(squeezed.replace(/(?:v\d|service|client|api)+$/, ''));
}

const endpoint =
  /^(?:[\w-]+\.)*?([a-z0-9-]+)(?:\.dualstack|-fips)?(?:\.[a-z]{2}(?:-[a-z]+)+-\d)?\.(?:amazonaws\.com(?:\.cn)?|api\.aws|amazonaws\.eu)$/;

/** Access points and website endpoints of Amazon S3 answer under names of their own. */
const namesOfS3 = new Set(['s3-accesspoint', 's3-global', 's3-website']);

/** The service behind an AWS host name or service principal, e.g. `sqs.eu-west-1.amazonaws.com` or `monitoring.amazonaws.com`. */
export function serviceOfHost(host: string): string | undefined {
  if (host.length > 253) return undefined;
  const label = endpoint.exec(host.toLowerCase())?.[1];
  if (label === undefined) return undefined;
  return servicePrefixOf(namesOfS3.has(label) ? 's3' : label);
}
