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
    pattern:
      /You\s{1,20}(?:are\s{1,20}not|aren't)\s{1,20}authorized\s{1,20}to\s{1,20}perform\s{1,20}this\s{1,20}(?:operation|action)/g,
  },
  {
    id: 'ec2-image-not-shared',
    role: 'message',
    class: 'authorization',
    states: { service: 'ec2' },
    hints: ['Not authorized for images'],
    pattern: /Not\s{1,9}authorized\s{1,9}for\s{1,9}images:\s{0,9}\[?(?<resource>ami-\w{4,40})\]?/g,
  },
  {
    id: 'lambda-execution-role-call',
    role: 'message',
    class: 'authorization',
    hints: ['execution role does not have permissions'],
    pattern:
      /The\s{1,9}provided\s{1,9}execution\s{1,9}role\s{1,9}does\s{1,9}not\s{1,9}have\s{1,9}permissions\s{1,9}to\s{1,9}call\s{1,9}(?<operation>\w{2,80})\s{1,9}on\s{1,9}(?<sdkService>[A-Za-z0-9]{2,40}(?: [A-Z]\w{1,20})?)/g,
  },
  {
    id: 'lambda-denied-by-service',
    role: 'message',
    class: 'authorization',
    hints: ['access has been denied by'],
    pattern:
      /Your\s{1,9}access\s{1,9}has\s{1,9}been\s{1,9}denied\s{1,9}by\s{1,9}(?<sdkService>[A-Z]\w{1,20}),\s{1,9}please\s{1,9}make\s{1,9}sure[^.\n]{0,160}?permissions?\s{1,9}to\s{1,9}(?<operation>[A-Z]\w{2,60})/g,
  },
  {
    id: 'lambda-code-fetch',
    role: 'message',
    class: 'authorization',
    states: { service: 's3' },
    hints: ['denied by S3'],
    pattern:
      /Your\s{1,9}access\s{1,9}has\s{1,9}been\s{1,9}denied\s{1,9}by\s{1,9}S3,\s{1,9}please\s{1,9}make\s{1,9}sure/g,
  },
  {
    id: 'lambda-role-not-assumable',
    role: 'message',
    class: 'authorization',
    states: { service: 'lambda' },
    hints: ['cannot be assumed by Lambda'],
    pattern:
      /The\s{1,9}role\s{1,9}defined\s{1,9}for\s{1,9}the\s{1,9}function\s{1,9}cannot\s{1,9}be\s{1,9}assumed\s{1,9}by\s{1,9}Lambda/g,
  },
  {
    id: 'lambda-function-url',
    role: 'message',
    class: 'authorization',
    states: { service: 'lambda' },
    hints: ['Function URL'],
    pattern: /Forbidden\.\s{1,9}For\s{1,9}troubleshooting\s{1,9}Function\s{1,9}URL/g,
  },
  {
    id: 'lambda-invoke-denied',
    role: 'message',
    class: 'authorization',
    states: { service: 'lambda' },
    hints: ['Lambda function', 'invoke function'],
    pattern:
      /(?:cannot\s{1,9}invoke\s{1,9}the\s{1,9}specified\s{1,9}Lambda\s{1,9}function|Not\s{1,9}authorized\s{1,9}to\s{1,9}invoke\s{1,9}function)(?:\s{1,9}\[(?<resource>arn:[^\]\s]{8,300})\])?/g,
  },
  {
    id: 'service-linked-role',
    role: 'message',
    class: 'authorization',
    states: { service: 'iam', action: 'iam:CreateServiceLinkedRole' },
    hints: ['ervice Linked Role', 'ervice-linked role', 'CreateServiceLinkedRole'],
    pattern:
      /(?:does\s{1,9}not\s{1,9}have\s{1,9}permissions?\s{1,9}to\s{1,9}create\s{1,9}a\s{1,9}Service[- ]Linked\s{1,9}Role|Service-linked\s{1,9}role\s{1,9}creation\s{1,9}access\s{1,9}denied)/gi,
  },
] as const satisfies readonly PatternRow[];

const assume = [
  {
    id: 'sts-session-credentials',
    role: 'message',
    class: 'authorization',
    states: { service: 'sts' },
    hints: ['with session credentials'],
    pattern:
      /Cannot\s{1,9}call\s{1,9}(?<operation>Get(?:SessionToken|FederationToken))\s{1,9}with\s{1,9}session\s{1,9}credentials/g,
  },
  {
    id: 'sts-root-assume',
    role: 'message',
    class: 'authorization',
    states: { service: 'sts' },
    hints: ['assumed by root'],
    pattern: /Roles\s{1,9}may\s{1,9}not\s{1,9}be\s{1,9}assumed\s{1,9}by\s{1,9}root\s{1,9}accounts/g,
  },
  {
    id: 'assume-iam-role',
    role: 'message',
    class: 'authorization',
    hints: ['authorized to assume'],
    pattern: new RegExp(
      String.raw`(?:[Uu]ser|[Pp]rincipal|Role)?:?\s{0,9}${name}\s{1,20}is\s{1,20}not\s{1,20}authorized\s{1,20}to\s{1,20}assume\s{1,20}(?:the\s{1,9})?(?:IAM\s{1,9})?[Rr]ole:?\s{1,20}${role}`,
      'g',
    ),
  },
  {
    id: 'assume-provided-role',
    role: 'message',
    class: 'authorization',
    hints: ['to assume the provided role', "to assume the task state's role", 'authorized to assume role'],
    pattern:
      /(?:[Pp]rincipal|[Rr]ole)\s{1,9}["'`]?(?<principal>[a-z][\w.-]{1,60}\.amazonaws\.com(?:\.cn)?|arn:[^\s"']{8,400})["'`]?\s{1,9}is\s{1,9}not\s{1,9}authorized\s{1,9}to\s{1,9}assume\s{1,9}(?:the\s{1,9})?(?:provided\s{1,9}role|task\s{1,9}state's\s{1,9}role|role)(?:,\s{1,9}(?<resource>arn:[^\s"',]{8,400}[^\s"',.]))?/g,
  },
  {
    id: 'assume-role-unable',
    role: 'message',
    class: 'authorization',
    hints: ['unable to be assumed'],
    pattern: /The\s{1,9}defined\s{1,9}assume\s{1,9}role\s{1,9}is\s{1,9}unable\s{1,9}to\s{1,9}be\s{1,9}assumed/g,
  },
  {
    id: 'roles-anywhere-session-name',
    role: 'message',
    class: 'authorization',
    states: { service: 'rolesanywhere' },
    hints: ['roleSessionName'],
    pattern: /Not\s{1,9}authorized\s{1,9}to\s{1,9}set\s{1,9}roleSessionName/g,
  },
  {
    id: 'managed-rule',
    role: 'message',
    class: 'authorization',
    states: { service: 'states' },
    hints: ['managed-rule'],
    pattern:
      /(?:'(?<principal>arn:[^\s']{8,400})')?\s{0,9}is\s{1,9}not\s{1,9}authorized\s{1,9}to\s{1,9}create\s{1,9}managed-rule/g,
  },
  {
    id: 'log-destination',
    role: 'message',
    class: 'authorization',
    states: { service: 'states' },
    hints: ['Log Destination'],
    pattern:
      /IAM\s{1,9}Role\s{1,9}is\s{1,9}not\s{1,9}authorized\s{1,9}to\s{1,9}access\s{1,9}the\s{1,9}Log\s{1,9}Destination/g,
  },
] as const satisfies readonly PatternRow[];

export const authorizationRows: readonly PatternRow[] = [...compute, ...assume];
