// Which resource types of CloudFormation carry policies, as data: the property with the document, and those that say what it belongs to. (AWS page: "AWS resource and property types reference")
import type { EntityKind } from '../inventory.ts';
import type { ArnKind } from '../named-arns.ts';

export interface PolicyRow {
  readonly policy: string;
  /** The property that names one resource or several; the resource itself where there is none. */
  readonly target?: string;
  readonly kind: ArnKind;
  /** The service in the ARN, to know a resource by the name that is made for it. */
  readonly service: string;
}

export const policyRows: Readonly<Record<string, PolicyRow>> = {
  'AWS::S3::BucketPolicy': { policy: 'PolicyDocument', target: 'Bucket', kind: 'bucket', service: 's3' },
  'AWS::SQS::QueuePolicy': { policy: 'PolicyDocument', target: 'Queues', kind: 'queue', service: 'sqs' },
  'AWS::SNS::TopicPolicy': { policy: 'PolicyDocument', target: 'Topics', kind: 'topic', service: 'sns' },
  'AWS::SecretsManager::ResourcePolicy': {
    policy: 'ResourcePolicy',
    target: 'SecretId',
    kind: 'key',
    service: 'secretsmanager',
  },
  'AWS::KMS::Key': { policy: 'KeyPolicy', kind: 'key', service: 'kms' },
  'AWS::ECR::Repository': { policy: 'RepositoryPolicyText', kind: 'repository', service: 'ecr' },
  'AWS::DynamoDB::Table': { policy: 'ResourcePolicy', kind: 'table', service: 'dynamodb' },
  'AWS::Kinesis::ResourcePolicy': {
    policy: 'ResourcePolicy',
    target: 'ResourceArn',
    kind: 'stream',
    service: 'kinesis',
  },
};

export interface EntityRow {
  readonly kind: EntityKind;
  readonly name: string;
}

export const entityRows: Readonly<Record<string, EntityRow>> = {
  'AWS::IAM::Role': { kind: 'role', name: 'RoleName' },
  'AWS::IAM::User': { kind: 'user', name: 'UserName' },
  'AWS::IAM::Group': { kind: 'group', name: 'GroupName' },
};

/** Policies that list what they are attached to, by property. */
export const attachingTypes: Readonly<Record<string, Readonly<Record<string, EntityKind>>>> = {
  'AWS::IAM::Policy': { Roles: 'role', Users: 'user', Groups: 'group' },
  'AWS::IAM::ManagedPolicy': { Roles: 'role', Users: 'user', Groups: 'group' },
  'AWS::IAM::RolePolicy': { RoleName: 'role' },
  'AWS::IAM::UserPolicy': { UserName: 'user' },
  'AWS::IAM::GroupPolicy': { GroupName: 'group' },
};
