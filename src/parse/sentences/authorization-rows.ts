// Denials that services word in their own way, one row each. (AWS pages: each service's "Troubleshooting identity and access")
import type { PatternRow } from '../findings/pattern-row.ts';

const name = String.raw`["'\x60]?(?<principal>arn:[^\s"'\x60]{8,600})["'\x60]?`;
const role = String.raw`["'\x60]?(?<resource>arn:[^\s"'\x60,]{8,600}[^\s"'\x60,.])["'\x60]?`;

const compute = [
  {
    id: 'ec2-not-authorized',
    role: 'message',
    class: 'authorization',
    hints: ['authorized to perform this'],
    pattern: "You (?:are not|aren't) authorized to perform this (?:operation|action)",
  },
  {
    id: 'launch-template-not-authorized',
    role: 'message',
    class: 'authorization',
    hints: ['launch template'],
    pattern:
      "You (?:are not|aren't) authorized to (?:use (?:the )?launch template|launch instances with this launch template)",
  },
  {
    id: 'ec2-image-not-shared',
    role: 'message',
    class: 'authorization',
    states: { service: 'ec2' },
    hints: ['Not authorized for images'],
    pattern: String.raw`Not authorized for images: ?\[?(?<resource>ami-\w{4,40})\]?`,
  },
  {
    id: 'ec2-image-storage',
    role: 'message',
    class: 'authorization',
    states: { service: 'ec2' },
    hints: ['access the storage of this'],
    pattern: 'You do not have permission to access the storage of this (?:ami|AMI)',
  },
  {
    id: 'lambda-execution-role-call',
    role: 'message',
    class: 'authorization',
    hints: ['execution role does not have permissions'],
    pattern: String.raw`The provided execution role does not have permissions to call (?<operation>\w{2,80}) on (?<sdkService>[A-Za-z0-9]{2,40}(?: [A-Z]\w{1,20})?)`,
  },
  {
    id: 'lambda-denied-by-service',
    role: 'message',
    class: 'authorization',
    hints: ['access has been denied by'],
    pattern: String.raw`Your access has been denied by (?<sdkService>[A-Z]\w{1,20}), please make sure[^.\n]{0,160}?permissions? to (?<operation>[A-Z]\w{2,60})`,
  },
  {
    id: 'lambda-code-fetch',
    role: 'message',
    class: 'authorization',
    states: { service: 's3' },
    hints: ['denied by S3'],
    pattern: 'Your access has been denied by S3, please make sure',
  },
  {
    id: 'lambda-role-not-assumable',
    role: 'message',
    class: 'authorization',
    states: { service: 'lambda' },
    hints: ['cannot be assumed by Lambda'],
    pattern: 'The role defined for the function cannot be assumed by Lambda',
  },
  {
    id: 'lambda-function-url',
    role: 'message',
    class: 'authorization',
    states: { service: 'lambda' },
    hints: ['Function URL'],
    pattern: String.raw`Forbidden\. For troubleshooting Function URL`,
  },
  {
    id: 'lambda-event-source-role',
    role: 'message',
    class: 'authorization',
    states: { service: 'lambda' },
    hints: ['ensure the role can perform'],
    pattern: String.raw`Cannot access stream (?<resource>arn:[^\s,]{8,400}[^\s,.])\.? Please ensure the role can perform`,
  },
  {
    id: 'lambda-invoke-denied',
    role: 'message',
    class: 'authorization',
    states: { service: 'lambda' },
    hints: ['Lambda function', 'invoke function'],
    pattern: String.raw`(?:cannot invoke the specified Lambda function|Not authorized to invoke function)(?: \[(?<resource>arn:[^\]\s]{8,300})\])?`,
  },
  {
    id: 'service-linked-role',
    role: 'message',
    class: 'authorization',
    states: { service: 'iam', action: 'iam:CreateServiceLinkedRole' },
    hints: ['ervice Linked Role', 'ervice-linked role', 'CreateServiceLinkedRole'],
    pattern:
      '(?:does not have permissions? to create a [Ss]ervice[- ][Ll]inked [Rr]ole|[Ss]ervice-linked role creation access denied)',
  },
] as const satisfies readonly PatternRow[];

const assume = [
  {
    id: 'sts-session-credentials',
    role: 'message',
    class: 'authorization',
    states: { service: 'sts' },
    hints: ['with session credentials'],
    pattern: 'Cannot call (?<operation>Get(?:SessionToken|FederationToken)) with session credentials',
  },
  {
    id: 'sts-root-assume',
    role: 'message',
    class: 'authorization',
    states: { service: 'sts' },
    hints: ['assumed by root'],
    pattern: 'Roles may not be assumed by root accounts',
  },
  {
    id: 'console-switch-role',
    role: 'message',
    class: 'authorization',
    tool: 'console',
    states: { service: 'sts' },
    hints: ['in one or more fields', 'switch roles using'],
    pattern:
      'Invalid information in one or more fields. Check your information or contact your administrator|Could not switch roles using the provided information',
  },
  {
    id: 'assume-iam-role',
    role: 'message',
    class: 'authorization',
    hints: ['authorized to assume'],
    pattern: String.raw`(?:[Uu]ser|[Pp]rincipal|Role)?:? ?${name} is not authorized to assume (?:the )?(?:IAM )?[Rr]ole:? ${role}`,
  },
  {
    id: 'assume-provided-role',
    role: 'message',
    class: 'authorization',
    hints: ['to assume the provided role', "to assume the task state's role", 'authorized to assume role'],
    pattern: String.raw`(?:[Pp]rincipal|[Rr]ole) ["'\x60]?(?<principal>[a-z][\w.-]{1,60}\.amazonaws\.com(?:\.cn)?|arn:[^\s"']{8,400})["'\x60]? is not authorized to assume (?:the )?(?:provided role|task state's role|role)(?:, (?<resource>arn:[^\s"',]{8,400}[^\s"',.]))?`,
  },
  {
    id: 'assume-provided-role-anywhere',
    role: 'message',
    class: 'authorization',
    hints: ['nor the regional one'],
    pattern: String.raw`service principal (?<principal>[a-z][\w.-]{1,60}\.amazonaws\.com(?:\.cn)?),? nor the regional one is authorized to assume`,
  },
  {
    id: 'pod-identity-role',
    role: 'message',
    class: 'authorization',
    states: { service: 'eks-auth' },
    hints: ['to assume the associated role'],
    pattern: String.raw`EKS does(?:n['’]t| not) have permissions? to assume the associated role`,
  },
  {
    id: 'redshift-role-credentials',
    role: 'message',
    class: 'authorization',
    hints: ['to get credentials of role'],
    pattern: `Not authorized to get credentials of role ${role}`,
  },
  {
    id: 'assume-role-unable',
    role: 'message',
    class: 'authorization',
    hints: ['unable to be assumed'],
    pattern: 'The defined assume role is unable to be assumed',
  },
  {
    id: 'roles-anywhere-session-name',
    role: 'message',
    class: 'authorization',
    states: { service: 'rolesanywhere' },
    hints: ['roleSessionName'],
    pattern: 'Not authorized to set roleSessionName',
  },
  {
    id: 'identity-pool-roles',
    role: 'message',
    class: 'authorization',
    states: { service: 'cognito-identity' },
    hints: ['Invalid identity pool configuration'],
    pattern: String.raw`Invalid identity pool configuration\. Check assigned IAM roles`,
  },
  {
    id: 'managed-rule',
    role: 'message',
    class: 'authorization',
    states: { service: 'states' },
    hints: ['managed-rule'],
    pattern: String.raw`(?:'(?<principal>arn:[^\s']{8,400})')? ?is not authorized to create managed-rule`,
  },
  {
    id: 'log-destination',
    role: 'message',
    class: 'authorization',
    states: { service: 'states' },
    hints: ['Log Destination'],
    pattern: 'IAM Role is not authorized to access the Log Destination',
  },
] as const satisfies readonly PatternRow[];

export const authorizationRows: readonly PatternRow[] = [...compute, ...assume];
