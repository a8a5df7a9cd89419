// Lists the operations that another action than their namesake authorises, by IAM prefix; several actions mean that the operation alone does not tell which one was refused.

const bucketAlias = (operation: string, action: string) => ({
  [`Put${operation}`]: [`s3:Put${action}`],
  [`Delete${operation}`]: [`s3:Put${action}`],
  [`Get${operation}`]: [`s3:Get${action}`],
});

const listedAlias = (operation: string, action: string) => ({
  ...bucketAlias(`${operation}Configuration`, action),
  [`List${operation}Configurations`]: [`s3:Get${action}`],
});

const s3 = {
  HeadBucket: ['s3:ListBucket'],
  ListObjects: ['s3:ListBucket'],
  ListObjectsV2: ['s3:ListBucket'],
  ListObjectVersions: ['s3:ListBucketVersions'],
  ListMultipartUploads: ['s3:ListBucketMultipartUploads'],
  ListParts: ['s3:ListMultipartUploadParts'],
  ListBuckets: ['s3:ListAllMyBuckets'],
  HeadObject: ['s3:GetObject'],
  SelectObjectContent: ['s3:GetObject'],
  CreateMultipartUpload: ['s3:PutObject'],
  UploadPart: ['s3:PutObject'],
  CompleteMultipartUpload: ['s3:PutObject'],
  CopyObject: ['s3:PutObject', 's3:GetObject'],
  UploadPartCopy: ['s3:PutObject', 's3:GetObject'],
  DeleteObjects: ['s3:DeleteObject'],
  ...listedAlias('BucketAnalytics', 'AnalyticsConfiguration'),
  ...listedAlias('BucketIntelligentTiering', 'IntelligentTieringConfiguration'),
  ...listedAlias('BucketInventory', 'InventoryConfiguration'),
  ...listedAlias('BucketMetrics', 'MetricsConfiguration'),
  ...bucketAlias('BucketEncryption', 'EncryptionConfiguration'),
  ...bucketAlias('BucketLifecycle', 'LifecycleConfiguration'),
  ...bucketAlias('BucketLifecycleConfiguration', 'LifecycleConfiguration'),
  ...bucketAlias('PublicAccessBlock', 'BucketPublicAccessBlock'),
  PutBucketReplication: ['s3:PutReplicationConfiguration', 'iam:PassRole'],
  DeleteBucketReplication: ['s3:PutReplicationConfiguration'],
  GetBucketReplication: ['s3:GetReplicationConfiguration'],
  GetBucketCors: ['s3:GetBucketCORS'],
  PutBucketCors: ['s3:PutBucketCORS'],
  DeleteBucketCors: ['s3:PutBucketCORS'],
  DeleteBucketTagging: ['s3:PutBucketTagging'],
  DeleteBucketOwnershipControls: ['s3:PutBucketOwnershipControls'],
  GetBucketAccelerateConfiguration: ['s3:GetAccelerateConfiguration'],
  PutBucketAccelerateConfiguration: ['s3:PutAccelerateConfiguration'],
  GetBucketNotificationConfiguration: ['s3:GetBucketNotification'],
  PutBucketNotificationConfiguration: ['s3:PutBucketNotification'],
  GetObjectLockConfiguration: ['s3:GetBucketObjectLockConfiguration'],
  PutObjectLockConfiguration: ['s3:PutBucketObjectLockConfiguration'],
} satisfies Readonly<Record<string, readonly string[]>>;

export const operationExceptions = {
  s3,
  bedrock: {
    Converse: ['bedrock:InvokeModel'],
    ConverseStream: ['bedrock:InvokeModelWithResponseStream'],
    InvokeModelWithBidirectionalStream: ['bedrock:InvokeModel'],
    StartAsyncInvoke: ['bedrock:InvokeModel'],
  },
  cloudfront: { CreateDistributionWithTags: ['cloudfront:CreateDistribution', 'cloudfront:TagResource'] },
  dynamodb: {
    TransactGetItems: ['dynamodb:GetItem'],
    TransactWriteItems: [
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
      'dynamodb:DeleteItem',
      'dynamodb:ConditionCheckItem',
    ],
    ExecuteStatement: [
      'dynamodb:PartiQLSelect',
      'dynamodb:PartiQLInsert',
      'dynamodb:PartiQLUpdate',
      'dynamodb:PartiQLDelete',
    ],
    BatchExecuteStatement: [
      'dynamodb:PartiQLSelect',
      'dynamodb:PartiQLInsert',
      'dynamodb:PartiQLUpdate',
      'dynamodb:PartiQLDelete',
    ],
    ExecuteTransaction: [
      'dynamodb:PartiQLSelect',
      'dynamodb:PartiQLInsert',
      'dynamodb:PartiQLUpdate',
      'dynamodb:PartiQLDelete',
    ],
  },
  ec2: {
    RunInstances: ['ec2:RunInstances', 'ec2:CreateTags', 'iam:PassRole'],
    AssociateIamInstanceProfile: ['ec2:AssociateIamInstanceProfile', 'iam:PassRole'],
    ReplaceIamInstanceProfileAssociation: ['ec2:ReplaceIamInstanceProfileAssociation', 'iam:PassRole'],
  },
  glue: { CreatePartitionIndex: ['glue:UpdateTable'] },
  kms: { ReEncrypt: ['kms:ReEncryptFrom', 'kms:ReEncryptTo'] },
  lambda: {
    Invoke: ['lambda:InvokeFunction'],
    InvokeWithResponseStream: ['lambda:InvokeFunction'],
    GetLayerVersionByArn: ['lambda:GetLayerVersion'],
    CreateFunction: ['lambda:CreateFunction', 'iam:PassRole'],
  },
  'redshift-data': { GetStatementResultV2: ['redshift-data:GetStatementResult'] },
  sns: { PublishBatch: ['sns:Publish'] },
  sqs: {
    SendMessageBatch: ['sqs:SendMessage'],
    DeleteMessageBatch: ['sqs:DeleteMessage'],
    ChangeMessageVisibilityBatch: ['sqs:ChangeMessageVisibility'],
  },
  sso: { GetRoleCredentials: [], ListAccountRoles: [] },
  sts: { GetCallerIdentity: ['sts:GetCallerIdentity'], GetSessionToken: ['sts:GetSessionToken'] },
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
