// Messages that say who you are could not be established. No policy change answers them. (AWS page: "Common Errors" of the query APIs)
import type { PatternRow } from '../findings/pattern-row.ts';

const credential = (
  id: string,
  hints: readonly string[],
  pattern: RegExp,
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
    ['oken included', 'oken provided', 'oken in the request'],
    /security\s{1,9}token\s{1,9}(?:included\s{1,9})?in\s{1,9}the\s{1,9}request\s{1,9}is\s{1,9}(?:invalid|expired)|provided\s{1,9}token\s{1,9}(?:has\s{1,9}expired|is\s{1,9}malformed)/gi,
  ),
  credential(
    'key-not-in-records',
    ['does not exist in our records'],
    /The\s{1,9}(?:AWS\s{1,9})?Access\s{1,9}Key\s{1,9}Id\s{1,9}you\s{1,9}provided\s{1,9}does\s{1,9}not\s{1,9}exist\s{1,9}in\s{1,9}our\s{1,9}records/gi,
  ),
  credential(
    'credentials-not-validated',
    ['not able to validate the provided access'],
    /AWS\s{1,9}was\s{1,9}not\s{1,9}able\s{1,9}to\s{1,9}validate\s{1,9}the\s{1,9}provided\s{1,9}access\s{1,9}credentials/g,
  ),
  credential('request-expired', ['equest has expired'], /Request\s{1,9}has\s{1,9}expired/g),
  credential(
    'signature-expired',
    ['Signature expired', 'Signature not yet current'],
    /Signature\s{1,9}(?:expired|not\s{1,9}yet\s{1,9}current):\s{0,9}\w{8,20}/g,
  ),
  credential(
    'signature-mismatch',
    ['request signature we calculated'],
    /request\s{1,9}signature\s{1,9}we\s{1,9}calculated\s{1,9}does\s{1,9}not\s{1,9}match/g,
  ),
  credential(
    'clock-skew',
    ['too large', 'RequestTime'],
    /difference\s{1,9}between\s{1,9}the\s{1,9}request\s{1,9}time\s{1,9}and\s{1,9}the\s{1,9}current\s{1,9}time\s{1,9}is\s{1,9}too\s{1,9}large/g,
  ),
  credential(
    'credential-scope',
    ['slash-delimited elements'],
    /Credential\s{1,9}must\s{1,9}have\s{1,9}exactly\s{1,9}5\s{1,9}slash-delimited\s{1,9}elements/g,
  ),
  credential(
    'authorization-header',
    ['key=value pair'],
    /not\s{1,9}a\s{1,9}valid\s{1,9}key=value\s{1,9}pair\s{1,9}\(missing\s{1,9}equal-sign\)\s{1,9}in\s{1,9}Authorization\s{1,9}header/g,
  ),
  credential(
    'unsigned-headers',
    ['headers present in the request which were not signed'],
    /There\s{1,9}were\s{1,9}headers\s{1,9}present\s{1,9}in\s{1,9}the\s{1,9}request\s{1,9}which\s{1,9}were\s{1,9}not\s{1,9}signed/g,
    { service: 's3' },
  ),
  credential(
    'no-credentials',
    ['redential', 'providers in chain', 'shared config profile'],
    /Unable\s{1,9}to\s{1,9}locate\s{1,9}(?:AWS\s{1,9})?credentials|Unable\s{1,9}to\s{1,9}load\s{1,9}(?:AWS\s{1,9})?credentials\s{1,9}from|Could\s{1,9}not\s{1,9}load\s{1,9}credentials\s{1,9}from\s{1,9}any\s{1,9}providers|no\s{1,9}valid\s{1,9}(?:credential\s{1,9}sources\s{1,9}(?:for\s{1,9}S3\s{1,9}Backend\s{1,9})?found|providers\s{1,9}in\s{1,9}chain)|No\s{1,9}valid\s{1,9}credential\s{1,9}sources\s{1,9}found|failed\s{1,9}to\s{1,9}(?:get|retrieve)\s{1,9}shared\s{1,9}config\s{1,9}profile|Partial\s{1,9}credentials\s{1,9}found/g,
  ),
  credential(
    'profile-missing',
    ['config profile'],
    /The\s{1,9}config\s{1,9}profile\s{1,9}\([^()\n]{1,100}\)\s{1,9}could\s{1,9}not\s{1,9}be\s{1,9}found/g,
  ),
  credential(
    'sso-session-ended',
    ['SSO', 'sso login'],
    /(?:Error\s{1,9}loading\s{1,9}SSO\s{1,9}Token|SSO\s{1,9}session\s{1,9}(?:token\s{1,9})?associated\s{1,9}with|Token\s{1,9}has\s{1,9}expired\s{1,9}and\s{1,9}refresh\s{1,9}failed|SSO\s{1,9}(?:session|token)\s{1,9}has\s{1,9}expired)/g,
  ),
  credential(
    'oidc-provider-missing',
    ['OpenIDConnect provider'],
    /No\s{1,9}OpenIDConnect\s{1,9}provider\s{1,9}found\s{1,9}in\s{1,9}your\s{1,9}account/g,
    { service: 'sts' },
  ),
  credential(
    'identity-token-refused',
    ['Response signature invalid', 'web identity token', 'Incorrect token audience', 'Token audience', 'ID token'],
    /Response\s{1,9}signature\s{1,9}invalid|The\s{1,9}(?:web\s{1,9}identity|ID)\s{1,9}token\s{1,9}(?:that\s{1,9}was\s{1,9}passed\s{1,9})?(?:could\s{1,9}not\s{1,9}be|is\s{1,9}(?:expired|invalid|not))|Incorrect\s{1,9}token\s{1,9}audience|Couldn't\s{1,9}retrieve\s{1,9}verification\s{1,9}key/g,
  ),
  credential('mfa-failed', ['MultiFactorAuthentication'], /MultiFactorAuthentication\s{1,9}failed[^.\n"]{0,200}/g, {
    service: 'sts',
  }),
  credential(
    'registry-login',
    ['no basic auth credentials', 'authorization token has expired'],
    /no\s{1,9}basic\s{1,9}auth\s{1,9}credentials|Your\s{1,9}authorization\s{1,9}token\s{1,9}has\s{1,9}expired/g,
  ),
  credential('smtp-credentials', ['535'], /\b535\b.{0,6}\s{0,4}Authentication\s{1,9}Credentials\s{1,9}Invalid/g, {
    service: 'ses',
  }),
  credential(
    'cognito-unauthenticated',
    ['Unauthenticated access is not supported'],
    /Unauthenticated\s{1,9}access\s{1,9}is\s{1,9}not\s{1,9}supported\s{1,9}for\s{1,9}this\s{1,9}identity\s{1,9}pool/g,
    { service: 'cognito-identity' },
  ),
  credential(
    'cognito-sign-in',
    ['Incorrect username or password'],
    /Incorrect\s{1,9}username\s{1,9}or\s{1,9}password/g,
  ),
  credential(
    'access-token-revoked',
    ['Session token not found', 'Access Token has', 'JWT token'],
    /Session\s{1,9}token\s{1,9}not\s{1,9}found\s{1,9}or\s{1,9}invalid|Access\s{1,9}Token\s{1,9}has\s{1,9}(?:been\s{1,9}revoked|expired)|Unable\s{1,9}to\s{1,9}parse\s{1,9}JWT\s{1,9}token/g,
  ),
  credential(
    'database-token',
    ['PAM authentication failed', 'pam_authenticate'],
    /PAM\s{1,9}authentication\s{1,9}failed\s{1,9}for\s{1,9}user|pam_authenticate\s{1,9}failed/g,
  ),
];
