// Messages that say who you are could not be established. No policy change answers them. (AWS page: "Common Errors" of the query APIs)
import type { PatternRow } from '../findings/pattern-row.ts';

const credential = (
  id: string,
  hints: readonly string[],
  pattern: string,
  states: PatternRow['states'] = {},
): PatternRow => ({
  id,
  role: 'message',
  class: 'credentials',
  hints,
  pattern,
  states,
});

export const credentialRows: readonly PatternRow[] = [
  credential(
    'token-invalid-or-expired',
    ['oken included', 'oken provided', 'oken in the request', 'rovided token', 'rovided Token'],
    '(?:The )?[Ss]ecurity [Tt]oken (?:included )?in the request is (?:invalid|expired)|(?:The )?[Pp]rovided [Tt]oken (?:has expired|is malformed)',
  ),
  credential(
    'key-not-in-records',
    ['does not exist in our records'],
    'The (?:AWS )?[Aa]ccess [Kk]ey I[Dd] you provided does not exist in our records',
  ),
  credential(
    'credentials-not-validated',
    ['not able to validate the provided access'],
    'AWS was not able to validate the provided access credentials',
  ),
  credential(
    'authentication-token-missing',
    ['missing Authentication Token'],
    'Request is missing Authentication Token',
  ),
  credential('request-expired', ['equest has expired'], 'Request has expired'),
  credential(
    'signature-expired',
    ['Signature expired', 'Signature not yet current'],
    String.raw`Signature (?:expired|not yet current): ?\w{8,20}`,
  ),
  credential(
    'signature-mismatch',
    ['request signature we calculated'],
    'request signature we calculated does not match',
  ),
  credential(
    'clock-skew',
    ['too large', 'RequestTime'],
    String.raw`difference between the request time and the current time is too large(?:[^]{0,200}?\bServerTime\W{1,12}[\w:.-]{16,40})?`,
  ),
  credential(
    'credential-scope',
    ['slash-delimited elements'],
    'Credential must have exactly 5 slash-delimited elements',
  ),
  credential(
    'authorization-header',
    ['key=value pair'],
    String.raw`not a valid key=value pair \(missing equal-sign\) in Authorization header`,
  ),
  credential(
    'unsigned-headers',
    ['headers present in the request which were not signed'],
    'There were headers present in the request which were not signed',
    { service: 's3' },
  ),
  credential(
    'no-credentials',
    ['redential', 'providers in chain', 'shared config profile', 'EC2 IMDS role', 'EC2 instance role'],
    [
      'Unable to (?:locate|find) (?:AWS )?credentials',
      'Unable to load (?:AWS |SDK )?credentials from',
      'Could not load credentials from any providers',
      '[Nn]o valid (?:credential sources(?: for [A-Z][ \\w]{1,40}?)? found|providers in chain)',
      'failed to (?:get|retrieve) shared config profile',
      '[Pp]artial credentials found',
      'Credentials could not be loaded',
      'Missing credentials in config',
      'no providers in chain provided credentials',
      'No credentials (?:specified|found|present|provided|were found)',
      'unable to sign request without credentials set',
      'no EC2 (?:IMDS|instance) role found',
      'Unable to get IAM security credentials from EC2 Instance Metadata Service',
      'Error retrieving credentials from the instance profile metadata',
      'Error when retrieving credentials from [\\w-]{2,40}',
      'the credential provider was not enabled',
    ].join('|'),
  ),
  credential(
    'credentials-place-unreachable',
    ['EC2MetadataError', 'EC2Metadata request', 'CredentialsEndpointError', 'etrieving metadata', 'retrieve container'],
    [
      '\\bEC2MetadataError: ',
      'failed to make EC2Metadata request',
      '\\bCredentialsEndpointError: ',
      'Error retrieving metadata: ',
      'attempting to retrieve container metadata',
    ].join('|'),
  ),
  credential(
    'container-host-unknown',
    ['container metadata service hostname'],
    String.raw`169\.254\.170\.23 is not a valid container metadata service hostname`,
    { service: 'eks-auth' },
  ),
  credential(
    'token-file-unreadable',
    ['unable to read file at', 'serviceaccount/token'],
    [
      'WebIdentityErr: unable to read file at',
      'failed to retrieve jwt from provide source, unable to read file at',
      "No such file or directory: ?'[^'\\n]{0,200}serviceaccount/token'",
    ].join('|'),
  ),
  credential(
    'credentials-not-refreshed',
    ['efresh', 'expired', 'eauthenticate'],
    [
      'failed to refresh cached credentials(?!,[^]{0,200}?(?:operation error|permissions to assume))',
      'refreshed credentials are still expired',
      'Refreshing temporary credentials failed',
      '[Cc]redentials have (?:already )?expired',
      'Your session has expired\\. Please reauthenticate',
      'SSO access token has either expired',
      'refresh cached SSO token failed(?!,[^\\n]{0,200}operation error)',
      'cached SSO token is expired',
      'Error when retrieving token from sso',
      'Token (?:is|has) expired(?: and refresh failed|\\. To refresh this SSO session)',
    ].join('|'),
  ),
  credential(
    'profile-missing',
    ['config profile'],
    String.raw`The config profile \([^()\n]{1,100}\) could not be found`,
  ),
  credential(
    'sso-session-ended',
    ['SSO'],
    'Error loading SSO Token|(?:The )?SSO session (?:token )?associated with|SSO (?:session|token) has expired',
  ),
  credential(
    'sso-login-needed',
    ['sso login', 'sso-util login'],
    String.raw`[Ll]ogin required\b[^\n]{0,120}?\bsso(?:-util)? login\b|[Pp]lease (?:re-?authenticate|log ?in|run|use)[^\n]{0,80}?\bsso login\b`,
  ),
  credential('oidc-provider-missing', ['OpenIDConnect provider'], 'No OpenIDConnect provider found in your account', {
    service: 'sts',
  }),
  credential(
    'identity-token-refused',
    ['Response signature invalid', 'web identity token', 'Incorrect token audience', 'Token audience', 'ID token'],
    "Response signature invalid|The (?:web identity|ID) token (?:that was passed )?(?:could not be|is (?:expired|invalid|not))|Incorrect token audience|Couldn't retrieve verification key",
  ),
  credential('mfa-failed', ['MultiFactorAuthentication'], String.raw`MultiFactorAuthentication failed[^.\n"]{0,200}`, {
    service: 'sts',
  }),
  credential(
    'registry-login',
    ['no basic auth credentials', 'authorization token has expired'],
    'no basic auth credentials|Your authorization token has expired',
  ),
  credential('smtp-credentials', ['535'], String.raw`\b535\b.{0,6} ?Authentication Credentials Invalid`, {
    service: 'ses',
  }),
  credential(
    'cognito-unauthenticated',
    ['Unauthenticated access is not supported'],
    'Unauthenticated access is not supported for this identity pool',
    { service: 'cognito-identity' },
  ),
  credential(
    'cognito-login',
    ["Logins don't match", 'Logins don’t match', 'Invalid login token'],
    String.raw`Logins don['’]t match\b|Invalid login token\b`,
    { service: 'cognito-identity' },
  ),
  credential('cognito-sign-in', ['Incorrect username or password'], 'Incorrect username or password'),
  credential(
    'access-token-revoked',
    ['Session token not found', 'Access Token has', 'JWT token'],
    'Session token not found or invalid|Access Token has (?:been revoked|expired)|Unable to parse JWT token',
  ),
  credential(
    'database-token',
    ['PAM authentication failed', 'pam_authenticate'],
    'PAM authentication failed for user|pam_authenticate failed',
  ),
];
