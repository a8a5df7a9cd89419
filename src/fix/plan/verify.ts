// The command that shows whether a change has worked, where one can be given whole. (AWS page: "Testing IAM policies with the IAM policy simulator")
import { policySourceOf, readArn } from '../../model/arn.ts';
import type { Command } from '../../model/playbook.ts';
import type { AuthorizationRequest, EvaluatedType } from '../../model/policy.ts';
import { shellWord } from '../../playbook/shell.ts';

const word = (text: string, place: string): string => shellWord(text, true) ?? place;

function objectOf(resource: string): readonly [string, string] | undefined {
  const { service, resource: last = '' } = readArn(resource) ?? {};
  const slash = last.indexOf('/');
  return service === 's3' && slash > 0 ? [last.slice(0, slash), last.slice(slash + 1)] : undefined;
}

/** Calls that change nothing and need no more than the resource. */
const calls: Readonly<Record<string, (resource: string) => string | undefined>> = {
  'sts:assumerole': (resource) =>
    `aws sts assume-role --role-arn ${word(resource, 'ROLE_ARN')} --role-session-name check`,
  's3:getobject': (resource) => {
    const object = objectOf(resource);
    return object && `aws s3api head-object --bucket ${word(object[0], 'BUCKET')} --key ${word(object[1], 'KEY')}`;
  },
  's3:listbucket': (resource) =>
    `aws s3api list-objects-v2 --bucket ${word(readArn(resource)?.resource ?? '', 'BUCKET')} --max-items 1`,
  'secretsmanager:describesecret': (resource) =>
    `aws secretsmanager describe-secret --secret-id ${word(resource, 'SECRET_ARN')}`,
  'kms:describekey': (resource) => `aws kms describe-key --key-id ${word(resource, 'KEY_ARN')}`,
};

/** The simulator sees what is attached to the caller, and nothing else. */
function simulation({ principal, action, resource }: AuthorizationRequest): string | undefined {
  const source = policySourceOf(principal);
  if (source === undefined) return undefined;
  const on = resource === '*' ? '' : ` --resource-arns ${word(resource, 'RESOURCE_ARN')}`;
  return `aws iam simulate-principal-policy --policy-source-arn ${word(source, 'CALLER_ARN')} --action-names ${word(action, 'ACTION')}${on}`;
}

export function verifyCommand(request: AuthorizationRequest, type: EvaluatedType): Command | undefined {
  const run =
    calls[request.action.toLowerCase()]?.(request.resource) ??
    (type === 'identity' || type === 'boundary' ? simulation(request) : undefined);
  return run === undefined ? undefined : { run };
}
