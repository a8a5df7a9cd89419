// How management, identity and delivery services word a denial.
import type { PatternRow } from '../findings/pattern-row.ts';

const organization = [
  {
    id: 'organizations-no-permission',
    role: 'message',
    class: 'authorization',
    states: { service: 'organizations' },
    hints: ['permissions to access this resource'],
    pattern: "You don't have permissions to access this resource",
  },
  {
    id: 'identity-center-no-access',
    role: 'message',
    class: 'authorization',
    states: { service: 'sso' },
    hints: ['No access', 'roleCredentials'],
    pattern: String.raw`(?:(?:ForbiddenException|GetRoleCredentials operation): No access\b|SSO portal did not return roleCredentials)`,
  },
  {
    id: 'account-not-authorized',
    role: 'message',
    class: 'authorization',
    hints: ['account is not authorized'],
    pattern: 'Your account is not authorized to (?:invoke|call|perform) this (?:API operation|operation|API)',
  },
  {
    id: 'bedrock-marketplace',
    role: 'message',
    class: 'authorization',
    states: { service: 'bedrock' },
    hints: ['Marketplace actions'],
    pattern: 'Model access is denied due to IAM user or service role is not authorized',
  },
  {
    id: 'authorizer-deny',
    role: 'message',
    class: 'authorization',
    states: { service: 'execute-api' },
    hints: ['access this resource'],
    pattern: 'User is not authorized to access this resource',
  },
  {
    id: 'appsync-field',
    role: 'message',
    class: 'authorization',
    states: { service: 'appsync' },
    hints: ['Not Authorized to access'],
    pattern: String.raw`Not Authorized to access \w{1,80} on type \w{1,80}`,
  },
  {
    id: 'console-form',
    role: 'head',
    tool: 'console',
    hints: ["You don't have permission to ", 'You need permissions'],
    pattern: String.raw`You don't have permissions? to (?<action>[A-Za-z][\w-]{1,40}:[A-Za-z]\w{2,100}?)(?=[\s.])`,
  },
] as const satisfies readonly PatternRow[];

const delivery = [
  {
    id: 'vpc-endpoint-denied',
    role: 'message',
    class: 'authorization',
    states: { policyType: 'vpcEndpoint' },
    hints: ['VPC endpoint policy'],
    pattern: '[Dd]enied (?:due to|by|because of) (?:a|an|the) VPC endpoint policy',
  },
  {
    id: 'codecommit-git',
    role: 'message',
    class: 'authorization',
    states: { service: 'codecommit' },
    hints: ['git-codecommit'],
    pattern: String.raw`git-codecommit[\w.-]{1,60}\.amazonaws\.com[^\n]{0,200}?returned error: 403`,
  },
  {
    id: 'translated-sentence',
    role: 'message',
    class: 'authorization',
    hints: ['tente', 'ユーザー', 'Benutzer', 'suario', 'tilisateur', '사용자', '用户', '使用者', 'suário'],
    pattern: String.raw`(?:[Uu]tente|ユーザー|Benutzer|[Uu]suario|[Uu]suário|[Uu]tilisateur|사용자|用户|使用者) ?[:：]? ?(?<principal>arn:aws[\w:/+=,.@-]{5,400})[^\n]{1,120}?[:：] ?(?<action>[a-z][\w-]{1,40}:[A-Z]\w{2,80})`,
  },
  {
    id: 'codepipeline-role',
    role: 'head',
    tool: 'codepipeline',
    hints: ['provided role does not have'],
    pattern: 'The provided role does not have (?:sufficient )?permissions(?: to perform this action)?',
  },
  {
    id: 'codepipeline-service',
    role: 'message',
    class: 'authorization',
    tool: 'codepipeline',
    hints: ['does not have sufficient permissions'],
    pattern: String.raw`provided role does not have sufficient permissions:? Service: ?(?<sdkService>\w{2,60})`,
  },
  {
    id: 'codebuild-service-role',
    role: 'message',
    class: 'authorization',
    tool: 'codebuild',
    states: { service: 's3' },
    hints: ['is getting S3 access denied'],
    pattern: String.raw`service role (?<principal>arn:\S{8,300}) is getting S3 access denied`,
  },
  {
    id: 'kms-operation-not-authorized',
    role: 'message',
    class: 'authorization',
    hints: ['not authorized to perform'],
    pattern: String.raw`User not authorized to perform (?<action>[a-z][\w-]{1,40}:\w{2,80}) operation`,
  },
  {
    id: 'not-authorized-short',
    role: 'message',
    class: 'authorization',
    hints: ['"not authorized"', 'Not Authorized', 'is not authorized to access'],
    pattern: String.raw`"not authorized"|(?:AccessDeniedException|UnauthorizedException): Not [Aa]uthorized\b(?! to)`,
  },
  {
    id: 'api-responded',
    role: 'head',
    hints: ['API responded with error'],
    pattern: String.raw`\b(?<operation>[A-Z]\w{2,80}) API responded with error=["'](?<code>\w{2,100})["']`,
  },
  {
    id: 'exception-from-api',
    role: 'head',
    hints: ['Get Exception from'],
    pattern: String.raw`Get Exception from (?<operation>\w{2,80}) API of (?<sdkService>\w{2,40}) Service`,
  },
] as const satisfies readonly PatternRow[];

export const managementRows: readonly PatternRow[] = [...organization, ...delivery];
