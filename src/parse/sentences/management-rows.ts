// How management, identity and delivery services word a denial.
import type { PatternRow } from '../findings/pattern-row.ts';

const organization = [
  {
    id: 'organizations-no-permission',
    role: 'message',
    class: 'authorization',
    states: { service: 'organizations' },
    hints: ['permissions to access this resource'],
    pattern: /You\s{1,9}don't\s{1,9}have\s{1,9}permissions\s{1,9}to\s{1,9}access\s{1,9}this\s{1,9}resource/g,
  },
  {
    id: 'identity-center-no-access',
    role: 'message',
    class: 'authorization',
    states: { service: 'sso' },
    hints: ['No access', 'roleCredentials'],
    pattern:
      /(?:(?:ForbiddenException|GetRoleCredentials\s{1,9}operation):\s{1,9}No\s{1,9}access\b|SSO\s{1,9}portal\s{1,9}did\s{1,9}not\s{1,9}return\s{1,9}roleCredentials)/g,
  },
  {
    id: 'account-not-authorized',
    role: 'message',
    class: 'authorization',
    hints: ['account is not authorized'],
    pattern:
      /Your\s{1,9}account\s{1,9}is\s{1,9}not\s{1,9}authorized\s{1,9}to\s{1,9}(?:invoke|call|perform)\s{1,9}this\s{1,9}(?:API\s{1,9}operation|operation|API)/g,
  },
  {
    id: 'bedrock-marketplace',
    role: 'message',
    class: 'authorization',
    states: { service: 'bedrock' },
    hints: ['Marketplace actions'],
    pattern:
      /Model\s{1,9}access\s{1,9}is\s{1,9}denied\s{1,9}due\s{1,9}to\s{1,9}IAM\s{1,9}user\s{1,9}or\s{1,9}service\s{1,9}role\s{1,9}is\s{1,9}not\s{1,9}authorized/g,
  },
  {
    id: 'authorizer-deny',
    role: 'message',
    class: 'authorization',
    states: { service: 'execute-api' },
    hints: ['access this resource'],
    pattern: /User\s{1,9}is\s{1,9}not\s{1,9}authorized\s{1,9}to\s{1,9}access\s{1,9}this\s{1,9}resource/g,
  },
  {
    id: 'appsync-field',
    role: 'message',
    class: 'authorization',
    states: { service: 'appsync' },
    hints: ['Not Authorized to access'],
    pattern: /Not\s{1,9}Authorized\s{1,9}to\s{1,9}access\s{1,9}\w{1,80}\s{1,9}on\s{1,9}type\s{1,9}\w{1,80}/g,
  },
  {
    id: 'console-form',
    role: 'head',
    tool: 'console',
    hints: ["You don't have permission to ", 'You need permissions'],
    pattern:
      /You\s{1,9}don't\s{1,9}have\s{1,9}permissions?\s{1,9}to\s{1,9}(?<action>[A-Za-z][\w-]{1,40}:[A-Za-z]\w{2,100}?)(?=[\s.])/g,
  },
] as const satisfies readonly PatternRow[];

const delivery = [
  {
    id: 'vpc-endpoint-denied',
    role: 'message',
    class: 'authorization',
    states: { policyType: 'vpcEndpoint' },
    hints: ['VPC endpoint policy'],
    pattern:
      /denied\s{1,9}(?:due\s{1,9}to|by|because\s{1,9}of)\s{1,9}(?:a|an|the)\s{1,9}VPC\s{1,9}endpoint\s{1,9}policy/gi,
  },
  {
    id: 'codecommit-git',
    role: 'message',
    class: 'authorization',
    states: { service: 'codecommit' },
    hints: ['git-codecommit'],
    pattern: /git-codecommit[\w.-]{1,60}\.amazonaws\.com[^\n]{0,200}?returned\s{1,4}error:\s{1,4}403/g,
  },
  {
    id: 'translated-sentence',
    role: 'message',
    class: 'authorization',
    hints: ['tente', 'ユーザー', 'Benutzer', 'suario', 'tilisateur', '사용자', '用户', '使用者', 'suário'],
    pattern:
      /(?:[Uu]tente|ユーザー|Benutzer|[Uu]suario|[Uu]suário|[Uu]tilisateur|사용자|用户|使用者)\s{0,4}[:：]?\s{0,4}(?<principal>arn:aws[\w:/+=,.@-]{5,400})[^\n]{1,120}?[:：]\s{0,4}(?<action>[a-z][\w-]{1,40}:[A-Z]\w{2,80})/g,
  },
  {
    id: 'codepipeline-role',
    role: 'head',
    tool: 'codepipeline',
    hints: ['provided role does not have'],
    pattern:
      /The\s{1,9}provided\s{1,9}role\s{1,9}does\s{1,9}not\s{1,9}have\s{1,9}(?:sufficient\s{1,9})?permissions(?:\s{1,9}to\s{1,9}perform\s{1,9}this\s{1,9}action)?/g,
  },
  {
    id: 'codepipeline-service',
    role: 'message',
    class: 'authorization',
    tool: 'codepipeline',
    hints: ['does not have sufficient permissions'],
    pattern:
      /provided\s{1,9}role\s{1,9}does\s{1,9}not\s{1,9}have\s{1,9}sufficient\s{1,9}permissions:?\s{1,9}Service:\s{0,4}(?<sdkService>\w{2,60})/g,
  },
  {
    id: 'codebuild-service-role',
    role: 'message',
    class: 'authorization',
    tool: 'codebuild',
    states: { service: 's3' },
    hints: ['is getting S3 access denied'],
    pattern:
      /service\s{1,9}role\s{1,9}(?<principal>arn:\S{8,300})\s{1,9}is\s{1,9}getting\s{1,9}S3\s{1,9}access\s{1,9}denied/g,
  },
  {
    id: 'kms-operation-not-authorized',
    role: 'message',
    class: 'authorization',
    hints: ['not authorized to perform'],
    pattern:
      /User\s{1,9}not\s{1,9}authorized\s{1,9}to\s{1,9}perform\s{1,9}(?<action>[a-z][\w-]{1,40}:\w{2,80})\s{1,9}operation/g,
  },
  {
    id: 'not-authorized-short',
    role: 'message',
    class: 'authorization',
    hints: ['"not authorized"', 'Not Authorized', 'is not authorized to access'],
    pattern:
      /"not\s{1,9}authorized"|(?:AccessDeniedException|UnauthorizedException):\s{1,9}Not\s{1,9}[Aa]uthorized\b(?!\s{1,9}to)/g,
  },
  {
    id: 'api-responded',
    role: 'head',
    hints: ['API responded with error'],
    pattern:
      /\b(?<operation>[A-Z]\w{2,80})\s{1,9}API\s{1,9}responded\s{1,9}with\s{1,9}error=["'](?<code>\w{2,100})["']/g,
  },
  {
    id: 'exception-from-api',
    role: 'head',
    hints: ['Get Exception from'],
    pattern:
      /Get\s{1,9}Exception\s{1,9}from\s{1,9}(?<operation>\w{2,80})\s{1,9}API\s{1,9}of\s{1,9}(?<sdkService>\w{2,40})\s{1,9}Service/g,
  },
] as const satisfies readonly PatternRow[];

export const managementRows: readonly PatternRow[] = [...organization, ...delivery];
