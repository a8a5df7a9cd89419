// Finds where a service is reached: an address the person configured, or AWS's own for the region. (AWS page: "Service-specific endpoints")
import { partitionOf } from './partitions.ts';
import { serviceRow, type ServiceName } from './services.ts';

export interface Endpoint {
  readonly url: string;
  /** The region that signatures are made for. */
  readonly region: string;
}

/** Addresses that stand in for AWS's own: for all services, or for one. */
export type EndpointOverride = (service: ServiceName) => string | undefined;

/** The IAM endpoint has a form of its own in each partition; in the commercial one it carries no region. */
function globalHost(host: string, region: string): string {
  const { name, suffix, globalRegion, organizationsRegion } = partitionOf(region);
  if (name === 'aws') return host === 'organizations' ? `${host}.us-east-1.${suffix}` : `${host}.${suffix}`;
  if (host === 'organizations') return `${host}.${organizationsRegion ?? globalRegion}.${suffix}`;
  return name === 'aws-us-gov' ? `${host}.us-gov.${suffix}` : `${host}.${globalRegion}.${suffix}`;
}

function globalRegion(service: ServiceName, region: string): string {
  const partition = partitionOf(region);
  return (service === 'organizations' ? partition.organizationsRegion : undefined) ?? partition.globalRegion;
}

export function endpointFor(
  service: ServiceName,
  region: string,
  override: EndpointOverride,
  accountId?: string,
): Endpoint {
  const { host, global, accountHost } = serviceRow(service);
  const signing = global === true ? globalRegion(service, region) : region;
  const configured = override(service);
  if (configured !== undefined) return { url: configured.replace(/\/+$/, ''), region: signing };
  if (global === true) return { url: `https://${globalHost(host, region)}`, region: signing };
  const lead = accountHost === true && accountId !== undefined ? `${accountId}.` : '';
  return { url: `https://${lead}${host}.${region}.${partitionOf(region).suffix}`, region };
}
