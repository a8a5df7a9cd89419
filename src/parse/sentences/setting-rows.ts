// Messages of AWS that no policy answers: a setting, an account's state, a limit, a wrong name or route.
import type { PatternRow } from '../findings/pattern-row.ts';

const setting = (
  id: string,
  hints: readonly string[],
  pattern: string,
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
    String.raw`\{ ?"message" ?: ?"Missing Authentication Token"|<[Mm]essage>Missing Authentication Token<`,
    { service: 'execute-api' },
  ),
  setting(
    'authorization-header-route',
    ['Authorization header requires'],
    "Authorization header requires 'Credential' parameter",
    { service: 'execute-api' },
  ),
  setting('model-access', ['access to the model'], "You don't have access to the model with the specified model ID", {
    service: 'bedrock',
  }),
  setting(
    'marketplace-terms',
    ['accept terms and subscribe', 'are not subscribed'],
    'need to accept terms and subscribe|You are not subscribed to this service',
  ),
  setting(
    'subscription-needed',
    ['needs a subscription', 'Subscription is required'],
    'The AWS Access Key Id needs a subscription for the service|Premium Support Subscription is required',
  ),
  setting('sts-region-inactive', ['STS is not activated'], 'STS is not activated in this region', { service: 'sts' }),
  setting(
    'account-blocked',
    ['account is currently blocked', 'account currently does not support'],
    'This (?:AWS )?account (?:is currently blocked|currently does not support)',
  ),
  setting(
    'service-not-enabled',
    [
      'is not enabled for',
      'not subscribed to AWS Security Hub',
      'not enabled for cost explorer',
      'Macie is not enabled',
    ],
    String.raw`AccountId: ?\d{12} is not enabled for (?<service>[a-z][a-z0-9-]{2,30})|is not subscribed to AWS Security Hub|User not enabled for cost explorer|Macie is not enabled`,
  ),
  setting('closed-to-new-customers', ['no longer available to new customers'], 'no longer available to new customers'),
  setting('machine-learning-closed', ['Amazon Machine Learning'], 'interest in Amazon Machine Learning', {
    service: 'machinelearning',
  }),
  setting(
    'edition-disabled',
    ['disabled for STANDARD Edition', 'identity region is'],
    'disabled for STANDARD Edition|your identity region is',
    { service: 'quicksight' },
  ),
  setting(
    'organization-role',
    ['not an administrator for this organization', 'not a member of an organization'],
    'is not an administrator for this organization|account is not a member of an organization',
    { service: 'organizations' },
  ),
  setting('bucket-without-acls', ['does not allow ACLs'], 'The bucket does not allow ACLs', { service: 's3' }),
  setting(
    'customer-key-mismatch',
    ['Server Side Encryption with Customer'],
    'Requests specifying Server Side Encryption with Customer provided keys must',
    { service: 's3' },
  ),
  setting('upload-encryption-blocked', ['blocked upload requests'], 'this bucket has blocked upload requests', {
    service: 's3',
  }),
  setting(
    'ses-unverified',
    ['not verified', 'verified'],
    '554 Message rejected: Email address is not verified|Email address is not verified',
    { service: 'ses' },
  ),
  setting(
    'session-target-offline',
    ['is not connected'],
    String.raw`\b(?<resource>m?i-[0-9a-f]{6,20}) is not connected`,
    { service: 'ssm' },
  ),
  setting(
    'exec-not-enabled',
    ['execute command failed'],
    'The execute command failed (?:due to an internal error|because)',
    { service: 'ecs' },
  ),
  setting(
    'service-policy-version',
    ['create the default version'],
    String.raw`\bdid not create the default version \(V\d{1,3}\) of the [^\s]{1,130} policy`,
    { service: 'iam' },
  ),
  setting(
    'session-duration',
    ['DurationSeconds exceeds'],
    'requested DurationSeconds exceeds the (?:MaxSessionDuration|1 hour session limit)',
    { service: 'sts' },
  ),
  setting('linked-role-missing', ['service linked role exists'], 'Unable to assume the service linked role'),
  setting(
    'rate-exceeded',
    ['Rate exceeded', 'Request limit exceeded'],
    String.raw`\bRate exceeded\b|Request limit exceeded`,
  ),
  setting(
    'kubernetes-not-logged-in',
    ['must be logged in to the server', 'client to provide credentials'],
    'You must be logged in to the server|the server has asked for the client to provide credentials',
  ),
  setting(
    'kubernetes-unauthorized',
    ['Unauthorized'],
    String.raw`"message" ?: ?"Unauthorized" ?, ?"reason" ?: ?"Unauthorized"|\bREST client: Unauthorized\b|Failed to (?:list|watch) \*?v\d\w{0,20}\.\w{1,60}: [^\n]{0,120}?\bUnauthorized\b`,
  ),
  setting(
    'kubernetes-iam-forbidden',
    ['is forbidden'],
    String.raw`(?:\b(?<code>Forbidden)\): )?(?<resource>[a-z][\w.-]{1,200})(?: "[^"\n]{1,250}")? is forbidden: User "(?<principal>arn:aws[^"\n]{4,400})" cannot \w{2,20} resource`,
  ),
  setting(
    'eks-console-objects',
    ['access to Kubernetes objects'],
    "Your current (?:IAM principal|user or role) does(?:n't| not) have access to Kubernetes objects",
    { service: 'eks' },
  ),
];
