// How long policies may be and how many may be attached, by kind: reviewed data, for AWS's reference does not carry it. Quotas change, so nothing is refused by them, only warned of.

/** When the pages named were looked at. */
export const limitsAsOf = '2026-11';

/** Spaces and line breaks between the elements: they count, they do not, or the page does not say. */
export type WhiteSpace = 'counted' | 'free' | 'unstated';

export interface SizeLimit {
  /** Nothing longer is taken. */
  readonly most: number;
  /** Longer ones are taken only where a quota was raised, or the policy is of another kind than it looks. */
  readonly usual?: number;
  readonly unit: 'characters' | 'bytes';
  readonly whiteSpace: WhiteSpace;
  /** Of all such policies of one holder together. */
  readonly isTogether?: true;
  readonly statements?: number;
  readonly actionsInStatement?: number;
  /** The title of the AWS page that states it. */
  readonly page: string;
}

const iam = 'IAM and AWS STS quotas';
const organizations = 'Quotas and service limits for AWS Organizations';
const inline = { unit: 'characters', whiteSpace: 'free', isTogether: true, page: iam } as const;

/** Policies that are attached to callers, roles, organizations and endpoints. */
export const sizeLimits = {
  managed: { most: 6144, unit: 'characters', whiteSpace: 'free', page: iam },
  inlineOfUser: { ...inline, most: 2048 },
  inlineOfGroup: { ...inline, most: 5120 },
  inlineOfRole: { ...inline, most: 10_240 },
  /** Whether it is managed or written into its holder is not known. */
  identity: { most: 10_240, usual: 6144, unit: 'characters', whiteSpace: 'free', page: iam },
  trust: { most: 8192, usual: 2048, unit: 'characters', whiteSpace: 'unstated', page: iam },
  session: { most: 2048, unit: 'characters', whiteSpace: 'counted', page: iam },
  /** Doubled in May 2026; older copies of the page give the smaller number. */
  scp: { most: 10_240, usual: 5120, unit: 'characters', whiteSpace: 'counted', page: organizations },
  rcp: { most: 5120, unit: 'characters', whiteSpace: 'counted', page: organizations },
  vpcEndpoint: { most: 20_480, unit: 'characters', whiteSpace: 'counted', page: 'AWS PrivateLink quotas' },
} as const satisfies Record<string, SizeLimit>;

/** Policies of resources, by the service in their ARN. */
const ofServices: Readonly<Record<string, SizeLimit>> = {
  codeartifact: { most: 7168, unit: 'characters', whiteSpace: 'unstated', page: 'PutDomainPermissionsPolicy' },
  dynamodb: {
    most: 20_480,
    unit: 'bytes',
    whiteSpace: 'counted',
    page: 'DynamoDB resource-based policy considerations',
  },
  ecr: { most: 10_240, unit: 'characters', whiteSpace: 'unstated', page: 'SetRepositoryPolicy' },
  elasticfilesystem: { most: 20_000, unit: 'characters', whiteSpace: 'unstated', page: 'PutFileSystemPolicy' },
  kms: { most: 32_768, unit: 'bytes', whiteSpace: 'unstated', page: 'PutKeyPolicy' },
  lambda: { most: 20_480, unit: 'bytes', whiteSpace: 'unstated', page: 'Lambda quotas' },
  logs: { most: 51_200, usual: 5120, unit: 'characters', whiteSpace: 'unstated', page: 'PutResourcePolicy' },
  s3: { most: 20_480, unit: 'bytes', whiteSpace: 'unstated', page: 'Bucket policies and user policies' },
  secretsmanager: { most: 20_480, unit: 'characters', whiteSpace: 'unstated', page: 'AWS Secrets Manager quotas' },
  sns: {
    most: 30_720,
    unit: 'bytes',
    whiteSpace: 'unstated',
    statements: 100,
    page: 'Amazon SNS API permissions: Actions and resources reference',
  },
  sqs: {
    most: 8192,
    unit: 'bytes',
    whiteSpace: 'unstated',
    statements: 20,
    actionsInStatement: 7,
    page: 'Amazon SQS policy quotas',
  },
};

/** Undefined where the limit is not known. */
export const resourcePolicyLimit = (service: string): SizeLimit | undefined =>
  Object.hasOwn(ofServices, service) ? ofServices[service] : undefined;

export interface NumberLimit {
  readonly most: number;
  readonly usual?: number;
  readonly page: string;
}

/** How many policies one user, group, role, or one root, unit or account of an organization may carry. */
export const numberLimits = {
  managedOfUser: { most: 20, usual: 10, page: iam },
  managedOfRole: { most: 25, usual: 10, page: iam },
  /** Doubled in May 2026. */
  scp: { most: 10, usual: 5, page: organizations },
  rcp: { most: 5, page: organizations },
} as const satisfies Record<string, NumberLimit>;
