// Facts about the KMS key behind the resource, and about the settings of an S3 bucket that refuse requests besides policies.
import type { Entries } from './entry.ts';

const described = ['kms:DescribeKey'];

export const keyStates = [
  'Enabled',
  'Disabled',
  'PendingDeletion',
  'PendingImport',
  'PendingReplicaDeletion',
  'Creating',
  'Updating',
  'Unavailable',
] as const;

export const keyFacts: Entries = [
  {
    name: 'key.arn',
    type: 'string',
    meaning:
      'The ARN of the KMS key that the call needs: the one the error names, or the one that encrypts the resource.',
    source: 'the error text, the settings of the resource, or the person',
    calls: described,
    example: 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  },
  {
    name: 'key.accountId',
    type: 'string',
    meaning: 'The account that owns this key.',
    source: 'key.arn',
    example: '111122223333',
  },
  {
    name: 'key.region',
    type: 'string',
    meaning: 'The region of this key.',
    source: 'key.arn',
    example: 'eu-west-1',
  },
  {
    name: 'key.crossAccount',
    type: 'boolean',
    meaning: 'Whether key and caller are in different accounts.',
    source: 'key.accountId beside caller.accountId',
    example: true,
  },
  {
    name: 'key.exists',
    type: 'boolean',
    meaning: 'Whether the key exists in this region of this account.',
    source: 'a read in the account that owns it',
    calls: described,
    example: true,
  },
  {
    name: 'key.manager',
    type: 'string',
    values: ['AWS', 'CUSTOMER'],
    meaning: 'Who manages the key: the policy of a key that AWS manages cannot be changed, nor the key shared.',
    source: 'the description of the key, or the person',
    calls: described,
    example: 'CUSTOMER',
  },
  {
    name: 'key.state',
    type: 'string',
    values: keyStates,
    meaning: 'The state of the key: only an enabled one encrypts and decrypts.',
    source: 'the description of the key, the error text, or the person',
    calls: described,
    example: 'PendingDeletion',
  },
  {
    name: 'key.policyDelegates',
    type: 'boolean',
    meaning:
      'Whether the key policy lets the IAM policies of the account that owns the key count for the refused action.',
    source: 'the key policy, or the person',
    calls: ['kms:GetKeyPolicy'],
    example: false,
  },
  {
    name: 'key.policyNamesCaller',
    type: 'boolean',
    meaning:
      "Whether an Allow statement of the key policy names the caller, or the caller's account where that is another.",
    source: 'the key policy, or the person',
    calls: ['kms:GetKeyPolicy'],
    example: false,
  },
  {
    name: 'key.grantCoversCaller',
    type: 'boolean',
    meaning: 'Whether a grant on the key gives the caller the refused action.',
    source: 'the grants of the key, or the person',
    calls: ['kms:ListGrants'],
    example: false,
  },
];

export const bucketFacts: Entries = [
  {
    name: 'bucket.region',
    type: 'string',
    meaning: 'The region of the bucket.',
    source: 'a read of the bucket, the error text, or the person',
    calls: ['s3:ListBucket'],
    example: 'eu-west-1',
  },
  {
    name: 'bucket.blockPublicAccess',
    type: 'list',
    values: ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets'],
    absentAs: [],
    meaning: 'The Block Public Access settings in force, those of the account and of the bucket taken together.',
    source: 'the settings of account and bucket, or the person',
    calls: ['s3:GetBucketPublicAccessBlock', 's3:GetAccountPublicAccessBlock'],
    example: ['BlockPublicPolicy', 'RestrictPublicBuckets'],
  },
  {
    name: 'bucket.policyIsPublic',
    type: 'boolean',
    absentAs: false,
    meaning: 'Whether Amazon S3 takes the bucket policy for public.',
    source: 'the policy status of the bucket, or the person',
    calls: ['s3:GetBucketPolicyStatus'],
    example: false,
  },
  {
    name: 'bucket.objectOwnership',
    type: 'string',
    values: ['BucketOwnerEnforced', 'BucketOwnerPreferred', 'ObjectWriter'],
    meaning: 'Who owns objects written to the bucket; with BucketOwnerEnforced there are no ACLs.',
    source: 'the ownership controls of the bucket, or the person',
    calls: ['s3:GetBucketOwnershipControls'],
    example: 'BucketOwnerEnforced',
  },
  {
    name: 'bucket.encryption',
    type: 'string',
    values: ['AES256', 'aws:kms', 'aws:kms:dsse'],
    meaning: 'How the bucket encrypts new objects by default; an object may have been written otherwise.',
    source: 'the default encryption of the bucket, or the person',
    calls: ['s3:GetEncryptionConfiguration'],
    example: 'aws:kms',
  },
  {
    name: 'bucket.requesterPays',
    type: 'boolean',
    meaning: 'Whether the requester pays for requests to the bucket.',
    source: 'the request payment setting of the bucket, or the person',
    calls: ['s3:GetBucketRequestPayment'],
    example: true,
  },
  {
    name: 'object.encryption',
    type: 'string',
    values: ['AES256', 'aws:kms', 'aws:kms:dsse', 'customerKey'],
    meaning: 'How the object itself is encrypted.',
    source: 'the person: the metadata of the object',
    example: 'aws:kms',
  },
  {
    name: 'object.ownedByBucketOwner',
    type: 'boolean',
    meaning: 'Whether the account that owns the bucket owns the object too.',
    source: 'the person: the ACL of the object beside that of the bucket',
    example: false,
  },
  {
    name: 'object.lock',
    type: 'string',
    values: ['none', 'governance', 'compliance', 'legalHold'],
    meaning: 'What keeps this version of the object from being deleted.',
    source: 'the person: the retention and legal hold of the object',
    example: 'governance',
  },
];
