// Hands policy changes on for Terraform: one data block each, with the argument it is for.
import { readArn } from '../../model/arn.ts';
import { policyDocumentBlock } from './hcl.ts';
import { placeOf, type Proposed } from './proposed.ts';
import { comment, identifier, numbered } from './texts.ts';
import type { Written } from './written.ts';

/** Arguments that take the document of a resource's policy, by service. */
const ofServices: Readonly<Record<string, string>> = {
  s3: 'policy of aws_s3_bucket_policy',
  kms: 'policy of aws_kms_key_policy',
  sqs: 'policy of aws_sqs_queue_policy',
  sns: 'policy of aws_sns_topic_policy',
  secretsmanager: 'policy of aws_secretsmanager_secret_policy',
  ecr: 'policy of aws_ecr_repository_policy',
  dynamodb: 'policy of aws_dynamodb_resource_policy',
  events: 'policy of aws_cloudwatch_event_bus_policy',
  elasticfilesystem: 'policy of aws_efs_file_system_policy',
  es: 'access_policies of aws_opensearch_domain_policy',
  backup: 'policy of aws_backup_vault_policy',
};

function argumentOf({ layer, name, caller, resource }: Proposed): string {
  if (layer === 'trust') return 'assume_role_policy of aws_iam_role';
  if (layer === 'scp' || layer === 'rcp') return 'content of aws_organizations_policy';
  if (layer === 'vpcEndpoint') return 'policy of aws_vpc_endpoint_policy';
  if (layer === 'resource') return ofServices[readArn(resource)?.service ?? ''] ?? 'the policy of the resource';
  if (layer === 'session') return 'the policy that is passed with the session';
  const isInline = caller.name !== undefined && name?.startsWith(`${caller.name}/`) === true;
  return isInline ? `policy of aws_iam_${caller.kind ?? 'role'}_policy` : 'policy of aws_iam_policy';
}

function block(change: Proposed, name: string): string | undefined {
  const body = policyDocumentBlock(name, change.document);
  if (body === undefined) return undefined;
  const use = change.isWhole ? argumentOf(change) : `${argumentOf(change)}, together with the statements it has`;
  return [comment(`${placeOf(change)}. For ${use}.`), body].join('\n');
}

export function asTerraform(changes: readonly Proposed[]): Written {
  const names = numbered(changes.map(({ name, layer }) => identifier(name ?? layer, '_')));
  const blocks = changes.map((change, at) => block(change, names[at] ?? 'policy'));
  const unsaid = changes.filter((_one, at) => blocks[at] === undefined);
  return {
    text: blocks.filter((one) => one !== undefined).join('\n\n'),
    notes: unsaid.map(
      (change) => `${placeOf(change)}: aws_iam_policy_document cannot say this document; --fix-format json can.`,
    ),
  };
}
