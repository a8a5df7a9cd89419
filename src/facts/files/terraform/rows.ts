// Which resources of the AWS provider carry policies, as data: where the document stands and what it belongs to. (Terraform page: "AWS Provider")
import type { EntityKind } from '../inventory.ts';
import type { ArnKind } from '../named-arns.ts';

export interface ResourceRow {
  /** The attribute that holds the policy. */
  readonly policy: string;
  /** The attribute that names the resource. */
  readonly target: string;
  /** How the ARN follows from a name. */
  readonly kind: ArnKind;
  /** Where the resource itself holds the policy: what to take while its ARN is not known. */
  readonly name?: string;
}

export const resourceRows: Readonly<Record<string, ResourceRow>> = {
  aws_s3_bucket: { policy: 'policy', target: 'arn', kind: 'bucket', name: 'bucket' },
  aws_s3_bucket_policy: { policy: 'policy', target: 'bucket', kind: 'bucket' },
  aws_kms_key: { policy: 'policy', target: 'arn', kind: 'key' },
  aws_kms_key_policy: { policy: 'policy', target: 'key_id', kind: 'key' },
  aws_sqs_queue: { policy: 'policy', target: 'arn', kind: 'queue', name: 'name' },
  aws_sqs_queue_policy: { policy: 'policy', target: 'queue_url', kind: 'queue' },
  aws_sns_topic: { policy: 'policy', target: 'arn', kind: 'topic', name: 'name' },
  aws_sns_topic_policy: { policy: 'policy', target: 'arn', kind: 'topic' },
  aws_secretsmanager_secret: { policy: 'policy', target: 'arn', kind: 'key' },
  aws_secretsmanager_secret_policy: { policy: 'policy', target: 'secret_arn', kind: 'key' },
  aws_ecr_repository_policy: { policy: 'policy', target: 'repository', kind: 'repository' },
  aws_dynamodb_resource_policy: { policy: 'policy', target: 'resource_arn', kind: 'table' },
  aws_kinesis_resource_policy: { policy: 'policy', target: 'resource_arn', kind: 'stream' },
  aws_cloudwatch_event_bus_policy: { policy: 'policy', target: 'event_bus_name', kind: 'eventBus' },
  aws_efs_file_system_policy: { policy: 'policy', target: 'file_system_id', kind: 'fileSystem' },
  aws_backup_vault_policy: { policy: 'policy', target: 'backup_vault_name', kind: 'vault' },
};

/** Those of `resourceRows` that can hold a policy and need not. */
export const mayBeEmpty: readonly string[] = [
  'aws_s3_bucket',
  'aws_kms_key',
  'aws_sqs_queue',
  'aws_sns_topic',
  'aws_secretsmanager_secret',
];

export const entityRows: Readonly<Record<string, EntityKind>> = {
  aws_iam_role: 'role',
  aws_iam_user: 'user',
  aws_iam_group: 'group',
};

/** Policies written for one user, group or role, named in the attribute. */
export const inlineRows: Readonly<Record<string, EntityKind>> = {
  aws_iam_role_policy: 'role',
  aws_iam_user_policy: 'user',
  aws_iam_group_policy: 'group',
};

/** Managed policies on users, groups and roles: by attribute, the kind of entity. */
export const attachmentRows: Readonly<Record<string, Readonly<Record<string, EntityKind>>>> = {
  aws_iam_role_policy_attachment: { role: 'role' },
  aws_iam_user_policy_attachment: { user: 'user' },
  aws_iam_group_policy_attachment: { group: 'group' },
  aws_iam_policy_attachment: { roles: 'role', users: 'user', groups: 'group' },
};
