// Errors of other systems that read like an AWS denial. A veto also turns what stands beside it into no AWS error.
import type { PatternRow } from '../findings/pattern-row.ts';

type Role = 'message' | 'veto';

const alike = (lookAlike: string, role: Role, hints: readonly string[], pattern: RegExp): PatternRow => ({
  id: `look-alike-${lookAlike}`,
  role,
  class: 'not-aws',
  lookAlike,
  hints,
  pattern,
});

export const lookAlikeRows: readonly PatternRow[] = [
  alike(
    'kubernetes-rbac',
    'veto',
    ['forbidden: User', 'is forbidden'],
    /\bforbidden:\s{1,9}User\s{1,9}"(?!arn:)[^"\n]{1,400}"\s{1,9}cannot|"reason"\s{0,4}:\s{0,4}"Forbidden"|forbidden:\s{1,9}(?:violates\s{1,9}PodSecurity|exceeded\s{1,9}quota|unable\s{1,9}to\s{1,9}validate)/g,
  ),
  alike(
    'google-cloud',
    'veto',
    ['storage.', 'googleapis', 'gcloud', 'PERMISSION_DENIED', 'google', 'gserviceaccount'],
    /does\s{1,9}not\s{1,9}have\s{1,9}[\w.]{3,60}\s{1,9}access\s{1,9}to|\bPERMISSION_DENIED\b|googleapis\.com|\(gcloud\.|gserviceaccount\.com|Permission\s{1,9}'[a-z]+\.[\w.]{3,60}'\s{1,9}denied|googleapi:\s{1,9}Error/g,
  ),
  alike(
    'azure',
    'veto',
    ['AuthorizationFailed', 'Microsoft.', 'azure', 'windows.net', 'AADSTS'],
    /\bAuthorizationFailed\b|does\s{1,9}not\s{1,9}have\s{1,9}authorization\s{1,9}to\s{1,9}perform\s{1,9}action\s{1,9}'Microsoft\.|\bAADSTS\d{4,7}\b|\.(?:blob|queue|table)\.core\.windows\.net|AuthorizationPermissionMismatch/g,
  ),
  alike(
    's3-compatible',
    'veto',
    [
      'minio',
      'MinIO',
      'backblaze',
      'digitaloceanspaces',
      'r2.cloudflare',
      'wasabi',
      'ceph',
      'scw.cloud',
      'linodeobjects',
      ':9000',
      'ovh',
      'garage',
      '<Server>',
    ],
    /\bminio\b|\bMinIO\b|backblazeb2\.com|digitaloceanspaces\.com|r2\.cloudflarestorage\.com|wasabisys\.com|\.scw\.cloud|linodeobjects\.com|https?:\/\/(?:localhost|127\.0\.0\.1|\d{1,3}(?:\.\d{1,3}){3}|[\w-]{1,60}):9000\b|cloud\.ovh\.(?:net|us)|\bradosgw\b/gi,
  ),
  alike(
    'other-cloud',
    'veto',
    ["Policy doesn't allow", 'huaweicloud', 'aliyun', 'myqcloud', 'volces', 'acs:ram', 'SYS.', 'tencent', 'oracle'],
    /myhuaweicloud\.com|huaweicloud|aliyuncs\.com|acs:ram::|myqcloud\.com|volces\.com|oraclecloud\.com|NotAuthorizedOrNotFound|\bPolicy\s{1,9}doesn't\s{1,9}allow\s{1,9}[\w:]{3,80}\s{1,9}to\s{1,9}be\s{1,9}performed/g,
  ),
  alike(
    'database',
    'message',
    [
      'ccess denied for user',
      'permission denied for',
      'ORA-01',
      'password authentication failed',
      'not authorized on',
      'must be owner of',
    ],
    /Access\s{1,9}denied\s{1,9}for\s{1,9}user\s{1,9}'|permission\s{1,9}denied\s{1,9}for\s{1,9}(?:table|relation|schema|database|sequence|function|view|language)|ORA-01031|password\s{1,9}authentication\s{1,9}failed\s{1,9}for\s{1,9}user|not\s{1,9}authorized\s{1,9}on\s{1,9}\w{1,60}\s{1,9}to\s{1,9}execute\s{1,9}command/g,
  ),
  alike(
    'ssh',
    'message',
    ['publickey', 'keyboard-interactive'],
    /Permission\s{1,9}denied\s{1,9}\([\w,-]{3,120}\)|Permission\s{1,9}denied,\s{1,9}please\s{1,9}try\s{1,9}again/g,
  ),
  alike(
    'file-system',
    'message',
    [
      'ermission denied',
      'EACCES',
      'EPERM',
      'nio.file',
      'ccess is denied',
      'peration not permitted',
      'UnauthorizedAccessException',
    ],
    /(?<!SQL state: \d{0,5})\b[Pp]ermission\s{1,9}denied\b(?!\s{1,9}(?:for\s|\(|,|on\s{1,9}resource))|\bEACCES\b|\bEPERM\b|java\.nio\.file\.AccessDeniedException:\s{1,9}(?!s3)(?:[A-Za-z]:\\|[/.~])|\bAccess\s{1,9}is\s{1,9}denied\b|[Oo]peration\s{1,9}not\s{1,9}permitted|System\.UnauthorizedAccessException/g,
  ),
  alike(
    'git',
    'message',
    ['fatal: ', 'remote: ', 'The requested URL returned error'],
    /The\s{1,9}requested\s{1,9}URL\s{1,9}returned\s{1,9}error:\s{1,9}40[13]|remote:\s{1,9}(?:Permission\s{1,9}to\s{1,9}\S{1,200}\s{1,9}denied|HTTP\s{1,9}Basic:\s{1,9}Access\s{1,9}denied|Invalid\s{1,9}username\s{1,9}or\s{1,9}password)/g,
  ),
  alike(
    'web-application',
    'message',
    ['Unauthorized', 'unauthorized', 'Forbidden', 'ccess denied', 'ccess Denied', 'CSRF', 'jwt'],
    /\b401\s{1,9}Unauthorized\b|"status"\s{0,4}:\s{0,4}40[13]\s{0,4},\s{0,4}"error"\s{0,4}:|CSRF\s{1,9}(?:token|verification)|\bjwt\s{1,9}(?:expired|malformed)|org\.springframework\.security|org\.hyperledger/g,
  ),
];
