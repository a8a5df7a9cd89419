// How the settings of an S3 bucket that decide on requests besides its policy are read. (AWS pages: "Blocking public access to your Amazon S3 storage", "Controlling ownership of objects")
import type { FactValue } from '../../../model/fact.ts';
import type { OperationName } from '../operations.ts';

export const publicAccessBlocks = [
  'BlockPublicAcls',
  'IgnorePublicAcls',
  'BlockPublicPolicy',
  'RestrictPublicBuckets',
] as const;

export interface BucketRow {
  readonly fact: string;
  readonly call: OperationName;
  readonly answer: readonly string[];
  /** What the text that stands there means. */
  readonly value: (text: string) => FactValue | undefined;
  /** Error codes that say: it was never set, and what holds then. */
  readonly absent?: readonly string[];
  readonly unset?: FactValue;
}

const oneOf =
  (...values: readonly string[]) =>
  (text: string): string | undefined =>
    values.find((value) => value === text);

export const bucketRows: readonly BucketRow[] = [
  {
    fact: 'bucket.region',
    call: 's3:HeadBucket',
    answer: ['BucketRegion'],
    value: (text) => text,
  },
  {
    fact: 'bucket.policyIsPublic',
    call: 's3:GetBucketPolicyStatus',
    answer: ['IsPublic'],
    value: (text) => ({ true: true, false: false })[text.toLowerCase()],
    absent: ['NoSuchBucketPolicy'],
    unset: false,
  },
  {
    fact: 'bucket.objectOwnership',
    call: 's3:GetBucketOwnershipControls',
    answer: ['Rule', 'ObjectOwnership'],
    value: oneOf('BucketOwnerEnforced', 'BucketOwnerPreferred', 'ObjectWriter'),
    absent: ['OwnershipControlsNotFoundError'],
    unset: 'ObjectWriter',
  },
  {
    fact: 'bucket.encryption',
    call: 's3:GetBucketEncryption',
    answer: ['Rule', 'ApplyServerSideEncryptionByDefault', 'SSEAlgorithm'],
    value: oneOf('AES256', 'aws:kms', 'aws:kms:dsse'),
    absent: ['ServerSideEncryptionConfigurationNotFoundError'],
    unset: 'AES256',
  },
  {
    fact: 'bucket.requesterPays',
    call: 's3:GetBucketRequestPayment',
    answer: ['Payer'],
    value: (text) => ({ Requester: true, BucketOwner: false })[text],
  },
];
