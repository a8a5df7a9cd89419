// The ARN of a resource from its name, for kinds whose ARN follows from it; account, Region and partition stay open. (AWS page: "Actions, resources, and condition keys for AWS services")
import { pseudo } from '../policies/pseudo.ts';

const { partition, region, account } = pseudo;
const regional = (service: string, resource: string) => `arn:${partition}:${service}:${region}:${account}:${resource}`;

export const arnOf = {
  bucket: (name: string) => `arn:${partition}:s3:::${name}`,
  queue: (name: string) => regional('sqs', name),
  topic: (name: string) => regional('sns', name),
  table: (name: string) => regional('dynamodb', `table/${name}`),
  stream: (name: string) => regional('kinesis', `stream/${name}`),
  function: (name: string) => regional('lambda', `function:${name}`),
  repository: (name: string) => regional('ecr', `repository/${name}`),
  key: (name: string) => regional('kms', `key/${name}`),
  eventBus: (name: string) => regional('events', `event-bus/${name}`),
  vault: (name: string) => regional('backup', `backup-vault:${name}`),
  fileSystem: (name: string) => regional('elasticfilesystem', `file-system/${name}`),
  role: (name: string) => `arn:${partition}:iam::${account}:role${name}`,
  user: (name: string) => `arn:${partition}:iam::${account}:user${name}`,
  group: (name: string) => `arn:${partition}:iam::${account}:group${name}`,
  policy: (name: string) => `arn:${partition}:iam::${account}:policy${name}`,
} as const satisfies Readonly<Record<string, (name: string) => string>>;

export type ArnKind = keyof typeof arnOf;

const isArn = (text: string): boolean => text.startsWith('arn:');

/** A queue by its address, anything else by ARN or name. */
export function arnFrom(kind: ArnKind, text: string): string {
  if (isArn(text)) return text;
  const [, region_, account_, name] = /^https:\/\/sqs\.([\w-]+)\.[\w.]+\/(\d{12})\/([^/]+)$/.exec(text) ?? [];
  if (kind === 'queue' && name !== undefined) {
    const home =
      region_?.startsWith('cn-') === true ? 'aws-cn' : region_?.startsWith('us-gov-') === true ? 'aws-us-gov' : 'aws';
    return `arn:${home}:sqs:${region_ ?? ''}:${account_ ?? ''}:${name}`;
  }
  return arnOf[kind](text);
}

/** IAM's names stand behind their path. */
export const pathed = (path: unknown, name: string): string =>
  `${typeof path === 'string' && path !== '' ? path : '/'}${name}`;
