// The CloudFormation resource that holds a policy, and the property its document goes into. (AWS CloudFormation Template Reference)
import { readArn } from '../../model/arn.ts';
import type { Proposed } from './proposed.ts';

export interface CloudFormationPlace {
  readonly type: string;
  /** The properties besides the document that say which policy it is. */
  readonly properties: Readonly<Record<string, unknown>>;
  readonly document: string;
  /** The document is one property of a resource that has others, which stand in its template. */
  readonly isPart?: true;
}

const lastOf = (arn: string): string => arn.split(/[:/]/).at(-1) ?? '';

type Row = (change: Proposed) => CloudFormationPlace;

const part = (type: string, document: string): CloudFormationPlace => ({
  type,
  properties: {},
  document,
  isPart: true,
});

const ofServices: Readonly<Record<string, Row>> = {
  s3: ({ resource }) => ({
    type: 'AWS::S3::BucketPolicy',
    properties: { Bucket: readArn(resource)?.resource.split('/')[0] ?? 'BUCKET' },
    document: 'PolicyDocument',
  }),
  sqs: ({ resource }) => {
    const { region = '', accountId = '', resource: name = '', partition } = readArn(resource) ?? {};
    const suffix = partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
    return {
      type: 'AWS::SQS::QueuePolicy',
      properties: { Queues: [`https://sqs.${region}.${suffix}/${accountId}/${name}`] },
      document: 'PolicyDocument',
    };
  },
  sns: ({ resource }) => ({
    type: 'AWS::SNS::TopicPolicy',
    properties: { Topics: [resource] },
    document: 'PolicyDocument',
  }),
  secretsmanager: ({ resource }) => ({
    type: 'AWS::SecretsManager::ResourcePolicy',
    properties: { SecretId: resource },
    document: 'ResourcePolicy',
  }),
  kms: () => part('AWS::KMS::Key', 'KeyPolicy'),
  ecr: () => part('AWS::ECR::Repository', 'RepositoryPolicyText'),
  elasticfilesystem: () => part('AWS::EFS::FileSystem', 'FileSystemPolicy'),
  es: () => part('AWS::OpenSearchService::Domain', 'AccessPolicies'),
};

/** A policy written into its holder is named after it. */
function identityPlace({ name = '', caller, isNew, isWhole }: Proposed): CloudFormationPlace {
  const { kind, name: holder } = caller;
  const own = isWhole && !isNew && holder !== undefined && name.startsWith(`${holder}/`);
  if (own && kind !== undefined) {
    const isUser = kind === 'user';
    return {
      type: isUser ? 'AWS::IAM::UserPolicy' : 'AWS::IAM::RolePolicy',
      properties: { PolicyName: name.slice(holder.length + 1), [isUser ? 'UserName' : 'RoleName']: holder },
      document: 'PolicyDocument',
    };
  }
  const title = name.startsWith('arn:') ? lastOf(name) : name;
  const attached = holder === undefined ? {} : { [kind === 'user' ? 'Users' : 'Roles']: [holder] };
  const isNamed = /^[\w+=,.@-]{1,128}$/.test(title);
  return {
    type: 'AWS::IAM::ManagedPolicy',
    properties: { ...(isNamed ? { ManagedPolicyName: title } : {}), ...(isWhole && !isNew ? {} : attached) },
    document: 'PolicyDocument',
  };
}

const controlPlace =
  (Type: string): Row =>
  ({ name = 'policy' }) => ({
    type: 'AWS::Organizations::Policy',
    properties: { Name: name, Type },
    document: 'Content',
  });

const ofLayers: Readonly<Record<Exclude<Proposed['layer'], 'resource' | 'session'>, Row>> = {
  identity: identityPlace,
  permissionsBoundary: identityPlace,
  trust: () => part('AWS::IAM::Role', 'AssumeRolePolicyDocument'),
  scp: controlPlace('SERVICE_CONTROL_POLICY'),
  rcp: controlPlace('RESOURCE_CONTROL_POLICY'),
  vpcEndpoint: () => part('AWS::EC2::VPCEndpoint', 'PolicyDocument'),
};

/** Undefined where CloudFormation has no such resource, or it is not known here. */
export function cloudFormationPlace(change: Proposed): CloudFormationPlace | undefined {
  const { layer, resource } = change;
  if (layer === 'session') return undefined;
  if (layer !== 'resource') return ofLayers[layer](change);
  const service = readArn(resource)?.service ?? '';
  return Object.hasOwn(ofServices, service) ? ofServices[service]?.(change) : undefined;
}
