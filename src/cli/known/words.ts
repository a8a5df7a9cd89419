// Says what a file that was handed over holds, and which parts of it could not be understood.
import type { Contents, ContentKind, Gap, GapCode } from '../../facts/files/gaps.ts';

const kinds = {
  facts: 'a facts file',
  policy: 'a policy',
  'policy-folder': 'a folder of policies',
  'account-authorization-details': 'the authorization details of an account',
  'terraform-plan': 'a Terraform plan',
  'terraform-state': 'a Terraform state',
  'cloudformation-template': 'a CloudFormation template',
  'iam-collect': 'a folder of iam-collect',
  'cloudtrail-event': 'a CloudTrail event',
  'decoded-message': 'a decoded message',
  'authorization-details': "AWS's evaluation of a request",
  'caller-identity': 'the identity of a caller',
  'debug-log': 'debug output of the AWS CLI',
} as const satisfies Record<ContentKind, string>;

const counted: Readonly<Record<string, readonly [one: string, many: string]>> = {
  fact: ['fact', 'facts'],
  role: ['role', 'roles'],
  user: ['user', 'users'],
  group: ['group', 'groups'],
  policy: ['policy', 'policies'],
  managedPolicy: ['managed policy', 'managed policies'],
  resourcePolicy: ['resource policy', 'resource policies'],
  endpointPolicy: ['VPC endpoint policy', 'VPC endpoint policies'],
  controlPolicy: ['control policy', 'control policies'],
};

/** "a Terraform plan with 2 roles and 1 resource policy" */
export function contentsLine({ kind, counts }: Contents): string {
  const parts = Object.entries(counts).flatMap(([name, count]) => {
    const [one, many] = counted[name] ?? [name, name];
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  if (parts.length === 0) return `${kinds[kind]} without anything that bears on access`;
  return `${kinds[kind]} with ${[parts.slice(0, -1).join(', '), parts.at(-1)].filter((part) => part !== '').join(' and ')}`;
}

const gaps = {
  planned: (place) =>
    `${place}: planned changes are not in force yet, so it is read as it was before them, and stays unknown where that is not in the file`,
  'not-resolved': (place, detail) => `${place}: ${detail} depends on the deployment, so it stays unknown`,
  'not-json': (place, detail) => `${place}: ${detail === '' ? 'it' : detail} is no JSON, so it stays unknown`,
  'target-unknown': (place, detail) =>
    `${place}: what it belongs to is not in the file${detail === '' ? '' : ` (${detail})`}, so it is left out`,
  'name-unknown': (place) => `${place}: its name is not in the file, so it cannot be recognised`,
  'level-unknown': (place, detail) =>
    `${place}: where ${detail === '' ? 'its target' : detail} stands in the organization is not in the file`,
  conditional: (place) => `${place}: whether it is there depends on a condition, so it stays unknown`,
} as const satisfies Record<GapCode, (place: string, detail: string) => string>;

export const gapLine = ({ code, place, detail = '' }: Gap): string => gaps[code](place, detail);
