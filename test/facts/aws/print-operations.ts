// Prints how every operation is spoken on the wire, one JSON line each, for check-operations.py.
import {
  operationNames,
  operationRow,
  serviceOf,
  methodOf,
  type OperationName,
} from '../../../src/facts/aws/operations.ts';
import { optionOf } from '../../../src/facts/aws/command.ts';
import { bucketRows } from '../../../src/facts/aws/rows/buckets.ts';
import { keyRows } from '../../../src/facts/aws/rows/keys.ts';
import { resourcePolicyRows } from '../../../src/facts/aws/rows/rows.ts';
import { serviceRow } from '../../../src/facts/aws/wire/services.ts';

/** Inputs and answers of the operations that no row names. */
const others: Partial<Record<OperationName, readonly [inputs: readonly string[], answer: readonly string[]]>> = {
  'sts:GetCallerIdentity': [[], ['Arn']],
  'sts:DecodeAuthorizationMessage': [['EncodedMessage'], ['DecodedMessage']],
  'iam-toolbox:GetRequestAuthorizationDetails': [
    ['authorizationId', 'nextToken'],
    ['evaluations', '*', 'matchedPolicies', '*', 'matchedStatements', '*', 'evaluatedEffect'],
  ],
  'iam-toolbox:GetRequestAuthorizationPolicy': [['authorizationId', 'policyUri'], []],
  's3:GetPublicAccessBlock': [['Bucket'], ['RestrictPublicBuckets']],
  's3control:GetPublicAccessBlock': [['AccountId'], ['RestrictPublicBuckets']],
  'kms:DescribeKey': [['KeyId'], ['KeyMetadata', 'KeyState']],
  'kms:ListGrants': [
    ['KeyId', 'Marker'],
    ['Grants', '*', 'GranteePrincipal'],
  ],
  'iam:GetUser': [['UserName'], ['User', 'PermissionsBoundary', 'PermissionsBoundaryArn']],
  'iam:GetRole': [['RoleName'], ['Role', 'AssumeRolePolicyDocument']],
  'iam:ListUserPolicies': [
    ['UserName', 'Marker'],
    ['PolicyNames', '*'],
  ],
  'iam:GetUserPolicy': [['UserName', 'PolicyName'], ['PolicyDocument']],
  'iam:ListAttachedUserPolicies': [
    ['UserName', 'Marker'],
    ['AttachedPolicies', '*', 'PolicyArn'],
  ],
  'iam:ListGroupsForUser': [
    ['UserName', 'Marker'],
    ['Groups', '*', 'GroupName'],
  ],
  'iam:ListGroupPolicies': [
    ['GroupName', 'Marker'],
    ['PolicyNames', '*'],
  ],
  'iam:GetGroupPolicy': [['GroupName', 'PolicyName'], ['PolicyDocument']],
  'iam:ListAttachedGroupPolicies': [
    ['GroupName', 'Marker'],
    ['AttachedPolicies', '*', 'PolicyArn'],
  ],
  'iam:ListRolePolicies': [
    ['RoleName', 'Marker'],
    ['PolicyNames', '*'],
  ],
  'iam:GetRolePolicy': [['RoleName', 'PolicyName'], ['PolicyDocument']],
  'iam:ListAttachedRolePolicies': [
    ['RoleName', 'Marker'],
    ['AttachedPolicies', '*', 'PolicyArn'],
  ],
  'iam:GetPolicy': [['PolicyArn'], ['Policy', 'DefaultVersionId']],
  'iam:GetPolicyVersion': [
    ['PolicyArn', 'VersionId'],
    ['PolicyVersion', 'Document'],
  ],
  'iam:SimulatePrincipalPolicy': [
    ['PolicySourceArn', 'ActionNames', 'ResourceArns'],
    ['EvaluationResults', '*', 'OrganizationsDecisionDetail', 'AllowedByOrganizations'],
  ],
  'organizations:DescribeOrganization': [[], ['Organization', 'MasterAccountId']],
  'organizations:ListRoots': [['NextToken'], ['Roots', '*', 'PolicyTypes', '*', 'Status']],
  'organizations:ListParents': [
    ['ChildId', 'NextToken'],
    ['Parents', '*', 'Type'],
  ],
  'organizations:ListPoliciesForTarget': [
    ['TargetId', 'Filter', 'NextToken'],
    ['Policies', '*', 'Id'],
  ],
  'organizations:DescribePolicy': [['PolicyId'], ['Policy', 'Content']],
  'cloudtrail:LookupEvents': [['LookupAttributes'], ['Events', '*', 'CloudTrailEvent']],
  'ec2:DescribeVpcEndpoints': [['VpcEndpointId'], ['vpcEndpointSet', '*', 'policyDocument']],
};

export const wireOf = (operation: OperationName): object => {
  const row = [...resourcePolicyRows, ...keyRows].find(({ call }) => call === operation);
  const setting = bucketRows.find(({ call }) => call === operation);
  const [inputs, answer] =
    row !== undefined
      ? [Object.keys(row.input), row.answer]
      : setting !== undefined
        ? [['Bucket'], setting.answer]
        : (others[operation] ?? [[], []]);
  const service = serviceOf(operation);
  return {
    ...{ operation, service, method: methodOf(operation), ...serviceRow(service), row: operationRow(operation) },
    ...{ inputs, answer, options: Object.fromEntries(inputs.map((name) => [name, optionOf(name)])) },
  };
};

if (process.argv[1]?.endsWith('print-operations.ts') === true)
  process.stdout.write(operationNames.map((name) => `${JSON.stringify(wireOf(name))}\n`).join(''));
