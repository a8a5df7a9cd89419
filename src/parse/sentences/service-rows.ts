// What services say where their own authorization refuses, or a role or setting of theirs is missing, and IAM alone does not decide.
// (AWS pages: each service's "Troubleshooting" chapter)
import type { Fields } from '../findings/finding.ts';
import type { PatternRow } from '../findings/pattern-row.ts';
import type { DenialClass } from '../../model/denial.ts';

const row = (
  id: string,
  denialClass: DenialClass,
  hints: readonly string[],
  pattern: string,
  states: Fields = {},
): PatternRow => ({ id, role: 'message', class: denialClass, hints, pattern, states });

const kubernetes: readonly PatternRow[] = [
  row(
    'kubernetes-iam-forbidden-path',
    'not-authorization',
    ['forbidden: User "arn:aws'],
    String.raw`forbidden: User "(?<principal>arn:aws[^"\n]{4,400})" cannot \w{2,20} path`,
  ),
  row(
    'terraform-kubernetes-unauthorized',
    'not-authorization',
    ['Error: Unauthorized'],
    String.raw`Error: Unauthorized with [\w.[\]"-]{0,200}(?:kubernetes|helm|kubectl)_\w`,
  ),
  row(
    'eks-authenticator-unmapped',
    'not-authorization',
    ['is not mapped'],
    String.raw`(?:\barn="?(?<principal>arn:aws[^\s"]{8,400})"? [^\n]{0,200})?error="?(?:ARN|arn) is not mapped`,
    { service: 'eks' },
  ),
  row(
    'eks-node-not-joined',
    'not-authorization',
    ['NodeCreationFailure'],
    String.raw`\b(?<code>NodeCreationFailure)\b`,
    { service: 'eks' },
  ),
  row(
    'kubelet-unauthorized',
    'not-authorization',
    ['Unable to register node', 'Failed to contact API server', 'Error getting node'],
    String.raw`(?:Unable to register node|Failed to contact API server|Error getting node)\b[^\n]{0,200}\bUnauthorized\b`,
  ),
];

const bedrock: readonly PatternRow[] = [
  row('bedrock-marketplace', 'authorization', ['Model access is denied due to'], 'Model access is denied due to', {
    service: 'bedrock',
  }),
  row(
    'bedrock-model-setting',
    'not-authorization',
    ['use case details have not been submitted', 'provider as Legacy', 'with on-demand throughput'],
    String.raw`use case details have not been submitted|marked by provider as Legacy|with on-demand throughput isn['’]t supported`,
    { service: 'bedrock' },
  ),
];

const data: readonly PatternRow[] = [
  row(
    'lake-formation-grant',
    'authorization',
    ['Insufficient Lake Formation permission'],
    'Insufficient Lake Formation permission',
  ),
  row(
    'athena-output',
    'authorization',
    ['when writing output to url', 'denied on S3 path'],
    String.raw`(?:Access denied when writing output to url|Permission denied on S3 path):? ?(?<resource>s3://[^\s"',]{1,600})`,
    { service: 's3' },
  ),
  row(
    'athena-output-bucket',
    'not-authorization',
    ['output bucket'],
    String.raw`Unable to verify/create output bucket (?<resource>[\w.-]{3,63})`,
    { service: 'athena' },
  ),
  row(
    'rds-proxy-token',
    'credentials',
    ['IAM authentication failed for'],
    'IAM authentication failed for (?:the role or )?user',
    { service: 'rds-db' },
  ),
];

const delivery: readonly PatternRow[] = [
  row(
    'log-destination-denied',
    'authorization',
    ['Denied for LogDestination', 'Denied for bucket'],
    String.raw`Access Denied for (?:LogDestination|bucket)(?:: ?(?<resource>[\w.-]{3,255}[\w-])| ?[-.])`,
  ),
  row(
    'flow-log-role',
    'authorization',
    ['role for your flow logs'],
    'IAM role for your flow logs does not have sufficient permissions',
    { service: 'logs' },
  ),
  // A warning of the CDK, which then goes on with the credentials it has: the error that follows counts first.
  row(
    'cdk-role-not-assumed',
    'not-authorization',
    ['could not be used to assume'],
    String.raw`could not be used to assume '(?<resource>arn:[^\s']{8,400})'`,
    { service: 'sts', action: 'sts:AssumeRole' },
  ),
  row(
    'cdk-other-account',
    'credentials',
    ['Need to perform AWS calls for account'],
    'Need to perform AWS calls for account',
  ),
  row(
    'cdk-bootstrap-stack',
    'not-authorization',
    ['bootstrap stack version', 'exists, but not in account'],
    String.raw`requires bootstrap stack version|Bucket named '[^'\s]{3,63}' exists, but not in account`,
  ),
  row(
    'ecs-task-role-not-assumable',
    'authorization',
    ['unable to assume the role'],
    String.raw`ECS was unable to assume the role '(?<resource>arn:[^\s']{8,400})'`,
    { service: 'ecs' },
  ),
  row(
    'codepipeline-role',
    'authorization',
    ['provided role does not have sufficient', 'service role or action role', 'Unable to access the artifact'],
    String.raw`The provided role does not have sufficient permissions|The service role or action role does(?:n['’]t| not) have the permissions|Unable to access the artifact with Amazon S3 object key`,
    { service: 'codepipeline' },
  ),
  row(
    'codebuild-source',
    'authorization',
    ['for primary source and'],
    String.raw`Access Denied[^\n]{0,300}? for primary source and source version(?: (?<resource>arn:[^\s"',]{8,600}))?`,
  ),
];

export const serviceRows: readonly PatternRow[] = [...kubernetes, ...bedrock, ...data, ...delivery];
