// Messages of AWS that no policy answers: a setting, an account's state, a limit, a wrong name or route.
import type { PatternRow } from '../findings/pattern-row.ts';

const setting = (
  id: string,
  hints: readonly string[],
  pattern: RegExp,
  states: PatternRow['states'] = {},
): PatternRow => ({
  id,
  role: 'message',
  class: 'not-authorization',
  hints,
  pattern,
  states,
});

export const settingRows: readonly PatternRow[] = [
  setting(
    'missing-authentication-token',
    ['Missing Authentication Token'],
    /\{\s{0,9}"message"\s{0,4}:\s{0,4}"Missing\s{1,9}Authentication\s{1,9}Token"/g,
    { service: 'execute-api' },
  ),
  setting(
    'authorization-header-route',
    ['Authorization header requires'],
    /Authorization\s{1,9}header\s{1,9}requires\s{1,9}'Credential'\s{1,9}parameter/g,
    { service: 'execute-api' },
  ),
  setting(
    'model-access',
    ['access to the model'],
    /You\s{1,9}don't\s{1,9}have\s{1,9}access\s{1,9}to\s{1,9}the\s{1,9}model\s{1,9}with\s{1,9}the\s{1,9}specified\s{1,9}model\s{1,9}ID/g,
    { service: 'bedrock' },
  ),
  setting(
    'marketplace-terms',
    ['accept terms and subscribe', 'are not subscribed'],
    /need\s{1,9}to\s{1,9}accept\s{1,9}terms\s{1,9}and\s{1,9}subscribe|You\s{1,9}are\s{1,9}not\s{1,9}subscribed\s{1,9}to\s{1,9}this\s{1,9}service/g,
  ),
  setting(
    'subscription-needed',
    ['needs a subscription', 'Subscription is required'],
    /The\s{1,9}AWS\s{1,9}Access\s{1,9}Key\s{1,9}Id\s{1,9}needs\s{1,9}a\s{1,9}subscription\s{1,9}for\s{1,9}the\s{1,9}service|Premium\s{1,9}Support\s{1,9}Subscription\s{1,9}is\s{1,9}required/g,
  ),
  setting(
    'sts-region-inactive',
    ['STS is not activated'],
    /STS\s{1,9}is\s{1,9}not\s{1,9}activated\s{1,9}in\s{1,9}this\s{1,9}region/g,
    { service: 'sts' },
  ),
  setting(
    'account-blocked',
    ['account is currently blocked', 'account currently does not support'],
    /This\s{1,9}(?:AWS\s{1,9})?account\s{1,9}(?:is\s{1,9}currently\s{1,9}blocked|currently\s{1,9}does\s{1,9}not\s{1,9}support)/g,
  ),
  setting(
    'service-not-enabled',
    [
      'is not enabled for',
      'not subscribed to AWS Security Hub',
      'not enabled for cost explorer',
      'Macie is not enabled',
    ],
    /AccountId:\s{0,4}\d{12}\s{1,9}is\s{1,9}not\s{1,9}enabled\s{1,9}for\s{1,9}(?<service>[a-z][a-z0-9-]{2,30})|is\s{1,9}not\s{1,9}subscribed\s{1,9}to\s{1,9}AWS\s{1,9}Security\s{1,9}Hub|User\s{1,9}not\s{1,9}enabled\s{1,9}for\s{1,9}cost\s{1,9}explorer|Macie\s{1,9}is\s{1,9}not\s{1,9}enabled/g,
  ),
  setting(
    'closed-to-new-customers',
    ['no longer available to new customers'],
    /no\s{1,9}longer\s{1,9}available\s{1,9}to\s{1,9}new\s{1,9}customers/g,
  ),
  setting(
    'machine-learning-closed',
    ['Amazon Machine Learning'],
    /interest\s{1,9}in\s{1,9}Amazon\s{1,9}Machine\s{1,9}Learning/g,
    { service: 'machinelearning' },
  ),
  setting(
    'edition-disabled',
    ['disabled for STANDARD Edition', 'identity region is'],
    /disabled\s{1,9}for\s{1,9}STANDARD\s{1,9}Edition|your\s{1,9}identity\s{1,9}region\s{1,9}is/g,
    { service: 'quicksight' },
  ),
  setting(
    'organization-role',
    ['not an administrator for this organization', 'not a member of an organization'],
    /is\s{1,9}not\s{1,9}an\s{1,9}administrator\s{1,9}for\s{1,9}this\s{1,9}organization|account\s{1,9}is\s{1,9}not\s{1,9}a\s{1,9}member\s{1,9}of\s{1,9}an\s{1,9}organization/g,
    { service: 'organizations' },
  ),
  setting(
    'bucket-without-acls',
    ['does not allow ACLs'],
    /The\s{1,9}bucket\s{1,9}does\s{1,9}not\s{1,9}allow\s{1,9}ACLs/g,
    { service: 's3' },
  ),
  setting(
    'customer-key-mismatch',
    ['Server Side Encryption with Customer'],
    /Requests\s{1,9}specifying\s{1,9}Server\s{1,9}Side\s{1,9}Encryption\s{1,9}with\s{1,9}Customer\s{1,9}provided\s{1,9}keys\s{1,9}must/g,
    { service: 's3' },
  ),
  setting(
    'upload-encryption-blocked',
    ['blocked upload requests'],
    /this\s{1,9}bucket\s{1,9}has\s{1,9}blocked\s{1,9}upload\s{1,9}requests/g,
    { service: 's3' },
  ),
  setting(
    'ses-unverified',
    ['not verified', 'verified'],
    /554\s{1,9}Message\s{1,9}rejected:\s{1,9}Email\s{1,9}address\s{1,9}is\s{1,9}not\s{1,9}verified|Email\s{1,9}address\s{1,9}is\s{1,9}not\s{1,9}verified/g,
    { service: 'ses' },
  ),
  setting(
    'session-target-offline',
    ['is not connected'],
    /\b(?<resource>m?i-[0-9a-f]{6,20})\s{1,9}is\s{1,9}not\s{1,9}connected/g,
    { service: 'ssm' },
  ),
  setting(
    'exec-not-enabled',
    ['execute command failed'],
    /The\s{1,9}execute\s{1,9}command\s{1,9}failed\s{1,9}(?:due\s{1,9}to\s{1,9}an\s{1,9}internal\s{1,9}error|because)/g,
    { service: 'ecs' },
  ),
  setting(
    'linked-role-missing',
    ['service linked role exists'],
    /Unable\s{1,9}to\s{1,9}assume\s{1,9}the\s{1,9}service\s{1,9}linked\s{1,9}role/g,
  ),
  setting(
    'rate-exceeded',
    ['Rate exceeded', 'Request limit exceeded'],
    /\bRate\s{1,9}exceeded\b|Request\s{1,9}limit\s{1,9}exceeded/g,
  ),
  setting(
    'kubernetes-not-logged-in',
    ['must be logged in to the server', 'client to provide credentials'],
    /You\s{1,9}must\s{1,9}be\s{1,9}logged\s{1,9}in\s{1,9}to\s{1,9}the\s{1,9}server|the\s{1,9}server\s{1,9}has\s{1,9}asked\s{1,9}for\s{1,9}the\s{1,9}client\s{1,9}to\s{1,9}provide\s{1,9}credentials/g,
  ),
  setting(
    'kubernetes-iam-forbidden',
    ['is forbidden'],
    /(?:\b(?<code>Forbidden)\):\s{1,9})?(?<resource>[a-z][\w.-]{1,200})(?:\s{1,9}"[^"\n]{1,250}")?\s{1,9}is\s{1,9}forbidden:\s{1,9}User\s{1,9}"(?<principal>arn:aws[^"\n]{4,400})"\s{1,9}cannot\s{1,9}\w{2,20}\s{1,9}resource/g,
  ),
  setting(
    'eks-console-objects',
    ['access to Kubernetes objects'],
    /Your\s{1,9}current\s{1,9}(?:IAM\s{1,9}principal|user\s{1,9}or\s{1,9}role)\s{1,9}does(?:n't|\s{1,9}not)\s{1,9}have\s{1,9}access\s{1,9}to\s{1,9}Kubernetes\s{1,9}objects/g,
    { service: 'eks' },
  ),
];
