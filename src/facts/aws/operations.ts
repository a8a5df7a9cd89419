// Every AWS operation this program may call, and no other: what it is needed for, the IAM action it takes, and its HTTP form where its protocol has one.
import type { ServiceName } from './wire/services.ts';

export const features = [
  'caller',
  'decode',
  'authorization-details',
  'identity',
  'boundary',
  'trust',
  'session',
  'organization',
  'vpc-endpoint',
  'resource',
  'bucket',
  'key',
] as const;
export type Feature = (typeof features)[number];

export interface OperationRow {
  /** The IAM action, where it is not named like the operation. */
  readonly action?: string;
  readonly for: readonly Feature[];
  /** Method, path and query string of the REST protocols; `{Name}` is an input, `{Name+}` keeps its slashes. */
  readonly http?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The answer's body is this member itself. */
  readonly payload?: string;
  /** The member that asks for the next page; the answer has it too, unless it has one of another name. */
  readonly paged?: string;
  readonly next?: string;
  /** A member that the answer has in a header, whatever its status: the member, and the header. */
  readonly header?: readonly [member: string, header: string];
}

type Key = `${ServiceName}:${string}`;

const identity = { for: ['identity'] } as const;
const documents = { for: ['identity', 'boundary', 'session'] } as const;
const resource = { for: ['resource'] } as const;
const organization = { for: ['organization'] } as const;
const rest = (http: string, more: Partial<OperationRow> = {}): OperationRow => ({ for: ['resource'], http, ...more });
const account = { 'x-amz-account-id': '{AccountId}' };
const bucket = (setting: string, action: string, more: Partial<OperationRow> = {}): OperationRow =>
  rest(`GET /{Bucket}?${setting}`, { for: ['bucket'], action: `s3:${action}`, ...more });
const key = { for: ['key'] } as const;
const details = (http: string, action: string): OperationRow => ({
  ...{ for: ['authorization-details'], http, action: `iam:${action}` },
});

export const operations = {
  'sts:GetCallerIdentity': { for: ['caller'] },
  'sts:DecodeAuthorizationMessage': { for: ['decode'] },
  'iam-toolbox:GetRequestAuthorizationDetails': {
    ...details('GET /authorization-details/{authorizationId}?nextToken={nextToken}', 'GetRequestAuthorizationDetails'),
    paged: 'nextToken',
  },
  'iam-toolbox:GetRequestAuthorizationPolicy': details(
    'GET /authorization-details/{authorizationId}/policy?policyUri={policyUri}',
    'GetRequestAuthorizationPolicy',
  ),
  'iam:GetUser': { for: ['identity', 'boundary'] },
  'iam:GetRole': { for: ['identity', 'boundary', 'trust'] },
  'iam:ListUserPolicies': { ...identity, paged: 'Marker' },
  'iam:GetUserPolicy': identity,
  'iam:ListAttachedUserPolicies': { ...identity, paged: 'Marker' },
  'iam:ListGroupsForUser': { ...identity, paged: 'Marker' },
  'iam:ListGroupPolicies': { ...identity, paged: 'Marker' },
  'iam:GetGroupPolicy': identity,
  'iam:ListAttachedGroupPolicies': { ...identity, paged: 'Marker' },
  'iam:ListRolePolicies': { ...identity, paged: 'Marker' },
  'iam:GetRolePolicy': identity,
  'iam:ListAttachedRolePolicies': { ...identity, paged: 'Marker' },
  'iam:GetPolicy': documents,
  'iam:GetPolicyVersion': documents,
  'iam:SimulatePrincipalPolicy': organization,
  'organizations:DescribeOrganization': organization,
  'organizations:ListRoots': { ...organization, paged: 'NextToken' },
  'organizations:ListParents': { ...organization, paged: 'NextToken' },
  'organizations:ListPoliciesForTarget': { ...organization, paged: 'NextToken' },
  'organizations:DescribePolicy': organization,
  'cloudtrail:LookupEvents': { for: ['session'] },
  'ec2:DescribeVpcEndpoints': { for: ['vpc-endpoint'] },
  's3:GetBucketPolicy': rest('GET /{Bucket}?policy', { payload: 'Policy' }),
  's3control:GetAccessPointPolicy': rest('GET /v20180820/accesspoint/{name}/policy', {
    action: 's3:GetAccessPointPolicy',
    headers: account,
  }),
  's3control:GetAccessPointPolicyForObjectLambda': rest('GET /v20180820/accesspointforobjectlambda/{name}/policy', {
    action: 's3:GetAccessPointPolicyForObjectLambda',
    headers: account,
  }),
  's3control:GetMultiRegionAccessPointPolicy': rest('GET /v20180820/mrap/instances/{name+}/policy', {
    action: 's3:GetMultiRegionAccessPointPolicy',
    headers: account,
  }),
  's3control:GetAccessGrantsInstanceResourcePolicy': rest('GET /v20180820/accessgrantsinstance/resourcepolicy', {
    action: 's3:GetAccessGrantsInstanceResourcePolicy',
    headers: account,
  }),
  's3:HeadBucket': {
    ...{ for: ['bucket'], http: 'HEAD /{Bucket}', action: 's3:ListBucket' },
    header: ['BucketRegion', 'x-amz-bucket-region'],
  },
  's3:GetPublicAccessBlock': bucket('publicAccessBlock', 'GetBucketPublicAccessBlock'),
  's3control:GetPublicAccessBlock': rest('GET /v20180820/configuration/publicAccessBlock', {
    ...{ for: ['bucket'], action: 's3:GetAccountPublicAccessBlock', headers: account },
  }),
  's3:GetBucketPolicyStatus': bucket('policyStatus', 'GetBucketPolicyStatus'),
  's3:GetBucketOwnershipControls': bucket('ownershipControls', 'GetBucketOwnershipControls'),
  's3:GetBucketEncryption': bucket('encryption', 'GetEncryptionConfiguration', { for: ['bucket', 'key'] }),
  's3:GetBucketRequestPayment': bucket('requestPayment', 'GetBucketRequestPayment'),
  'kms:GetKeyPolicy': { for: ['resource', 'key'] },
  'kms:DescribeKey': key,
  'kms:ListGrants': { ...key, paged: 'Marker', next: 'NextMarker' },
  'lambda:GetPolicy': rest('GET /2015-03-31/functions/{FunctionName}/policy?Qualifier={Qualifier}'),
  'lambda:GetLayerVersionPolicy': rest('GET /2018-10-31/layers/{LayerName}/versions/{VersionNumber}/policy'),
  'lambda:GetFunctionConfiguration': rest(
    'GET /2015-03-31/functions/{FunctionName}/configuration?Qualifier={Qualifier}',
    key,
  ),
  'sqs:GetQueueAttributes': { for: ['resource', 'key'] },
  'sns:GetTopicAttributes': { for: ['resource', 'key'] },
  'secretsmanager:GetResourcePolicy': resource,
  'secretsmanager:DescribeSecret': key,
  'ecr:GetRepositoryPolicy': resource,
  'ecr:DescribeRepositories': key,
  'dynamodb:GetResourcePolicy': resource,
  'dynamodb:DescribeTable': key,
  'ec2:DescribeVolumes': key,
  'ec2:DescribeSnapshots': key,
  'apigateway:GetRestApi': rest('GET /restapis/{restapi_id}', { action: 'apigateway:GET' }),
  'events:DescribeEventBus': resource,
  'efs:DescribeFileSystemPolicy': rest('GET /2015-02-01/file-systems/{FileSystemId}/policy', {
    action: 'elasticfilesystem:DescribeFileSystemPolicy',
  }),
  'efs:DescribeFileSystems': rest('GET /2015-02-01/file-systems?FileSystemId={FileSystemId}', {
    ...{ ...key, action: 'elasticfilesystem:DescribeFileSystems' },
  }),
  'opensearch:DescribeDomain': rest('GET /2021-01-01/opensearch/domain/{DomainName}', { action: 'es:DescribeDomain' }),
  'logs:DescribeResourcePolicies': { ...resource, paged: 'nextToken' },
  'logs:DescribeLogGroups': key,
  'logs:GetDeliveryDestinationPolicy': resource,
  's3tables:GetTableBucketPolicy': rest('GET /buckets/{tableBucketARN}/policy'),
  'backup:GetBackupVaultAccessPolicy': rest('GET /backup-vaults/{backupVaultName}/access-policy'),
  'backup:DescribeBackupVault': rest('GET /backup-vaults/{backupVaultName}', key),
  'kinesis:GetResourcePolicy': resource,
  'kinesis:DescribeStreamSummary': key,
  'glue:GetResourcePolicy': resource,
  'codeartifact:GetDomainPermissionsPolicy': rest(
    'GET /v1/domain/permissions/policy?domain={domain}&domain-owner={domain-owner}',
  ),
  'codeartifact:GetRepositoryPermissionsPolicy': rest(
    'GET /v1/repository/permissions/policy?domain={domain}&domain-owner={domain-owner}&repository={repository}',
  ),
  'sesv2:GetEmailIdentityPolicies': rest('GET /v2/email/identities/{EmailIdentity}/policies', {
    action: 'ses:GetEmailIdentityPolicies',
  }),
  'kafka:GetClusterPolicy': rest('GET /v1/clusters/{clusterArn}/policy'),
  'bedrock:GetResourcePolicy': rest('GET /resource-policy/{resourceArn}'),
  'acm-pca:GetPolicy': resource,
  'cloudtrail:GetResourcePolicy': resource,
  'codebuild:GetResourcePolicy': resource,
  'oam:GetSinkPolicy': rest('POST /GetSinkPolicy'),
  'vpc-lattice:GetAuthPolicy': rest('GET /authpolicy/{resourceIdentifier}'),
  'ssm:GetResourcePolicies': { ...resource, paged: 'NextToken' },
  'ssm:DescribeParameters': key,
  'sagemaker:GetModelPackageGroupPolicy': resource,
  'redshift:GetResourcePolicy': resource,
  'redshift-serverless:GetResourcePolicy': resource,
  'dsql:GetClusterPolicy': rest('GET /cluster/{identifier}/policy'),
  'schemas:GetResourcePolicy': rest('GET /v1/policy?registryName={registryName}'),
  'glacier:GetVaultAccessPolicy': rest('GET /{accountId}/vaults/{vaultName}/access-policy'),
  'mediastore:GetContainerPolicy': resource,
  'mediapackagev2:GetChannelPolicy': rest('GET /channelGroup/{ChannelGroupName}/channel/{ChannelName}/policy'),
  's3vectors:GetVectorBucketPolicy': rest('POST /GetVectorBucketPolicy'),
  'osis:GetResourcePolicy': rest('GET /2022-01-01/osis/resourcePolicy/{ResourceArn}'),
  'network-firewall:DescribeResourcePolicy': resource,
  'wafv2:GetPermissionPolicy': resource,
  'elbv2:GetResourcePolicy': { ...resource, action: 'elasticloadbalancing:GetResourcePolicy' },
  'ecr-public:GetRepositoryPolicy': resource,
  'imagebuilder:GetImagePolicy': rest('GET /GetImagePolicy?imageArn={imageArn}'),
  'lexv2-models:DescribeResourcePolicy': rest('GET /policy/{resourceArn}/', { action: 'lex:DescribeResourcePolicy' }),
  'comprehend:DescribeResourcePolicy': resource,
  'amp:DescribeResourcePolicy': rest('GET /workspaces/{workspaceId}/policy', {
    action: 'aps:DescribeResourcePolicy',
  }),
  'rum:GetResourcePolicy': rest('GET /appmonitor/{Name}/policy'),
} as const satisfies Record<Key, OperationRow>;

export type OperationName = keyof typeof operations;

export const operationNames = Object.keys(operations) as readonly OperationName[];
export const isAllowed = (name: string): name is OperationName => Object.hasOwn(operations, name);
export const operationRow = (name: OperationName): OperationRow => operations[name];
export const actionOf = (name: OperationName): string => operationRow(name).action ?? name;
export const serviceOf = (name: OperationName): ServiceName => name.slice(0, name.lastIndexOf(':')) as ServiceName;
export const methodOf = (name: OperationName): string => name.slice(name.lastIndexOf(':') + 1);

/** Operations whose IAM action is classed as more than reading, and why they change nothing all the same. */
export const reviewed: Readonly<Partial<Record<OperationName, string>>> = {
  'sts:DecodeAuthorizationMessage': 'classed as Write, yet it only turns an encoded message into plain text',
};
