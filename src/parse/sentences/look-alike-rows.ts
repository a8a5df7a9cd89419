// Errors of other systems that read like an AWS denial. A veto also turns what stands beside it into no AWS error.
import type { PatternRow } from '../findings/pattern-row.ts';

type Role = 'message' | 'veto';

const alike = (lookAlike: string, role: Role, hints: readonly string[], pattern: string): PatternRow => ({
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
    String.raw`\bforbidden: User "(?!arn:)[^"\n]{1,400}" cannot|"reason" ?: ?"Forbidden"|forbidden: (?:violates PodSecurity|exceeded quota|unable to validate)`,
  ),
  alike(
    'google-cloud',
    'veto',
    ['storage.', 'googleapis', 'gcloud', 'PERMISSION_DENIED', 'google', 'gserviceaccount'],
    String.raw`does not have [\w.]{3,60} access to|\bPERMISSION_DENIED\b(?![^\n]{0,160}(?:Lake Formation|s3://|S3 path))|googleapis\.com|\(gcloud\.|gserviceaccount\.com|Permission '[a-z]+\.[\w.]{3,60}' denied|googleapi: Error`,
  ),
  alike(
    'azure',
    'veto',
    ['AuthorizationFailed', 'Microsoft.', 'azure', 'windows.net', 'AADSTS'],
    String.raw`\bAuthorizationFailed\b|does not have authorization to perform action 'Microsoft\.|\bAADSTS\d{4,7}\b|\.(?:blob|queue|table)\.core\.windows\.net|AuthorizationPermissionMismatch`,
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
    String.raw`\b(?:minio|MinIO|Minio|MINIO)\b|backblazeb2\.com|digitaloceanspaces\.com|r2\.cloudflarestorage\.com|wasabisys\.com|\.scw\.cloud|linodeobjects\.com|https?://(?:localhost|127\.0\.0\.1|\d{1,3}(?:\.\d{1,3}){3}|[\w-]{1,60}):9000\b|cloud\.ovh\.(?:net|us)|\b(?:radosgw|RADOSGW)\b`,
  ),
  alike(
    'other-cloud',
    'veto',
    ["Policy doesn't allow", 'huaweicloud', 'aliyun', 'myqcloud', 'volces', 'acs:ram', 'SYS.', 'tencent', 'oracle'],
    String.raw`myhuaweicloud\.com|huaweicloud|aliyuncs\.com|acs:ram::|myqcloud\.com|volces\.com|oraclecloud\.com|NotAuthorizedOrNotFound|\bPolicy doesn't allow [\w:]{3,80} to be performed`,
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
    String.raw`Access denied for user '|permission denied for (?:table|relation|schema|database|sequence|function|view|language)|ORA-01031|password authentication failed for user|not authorized on \w{1,60} to execute command`,
  ),
  alike(
    'ssh',
    'message',
    ['publickey', 'keyboard-interactive'],
    String.raw`Permission denied \([\w,-]{3,120}\)|Permission denied, please try again`,
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
    String.raw`(?<!SQL state: \d{0,5})\b[Pp]ermission denied\b(?! (?:for\s|\(|,|on resource|on S3 path))|\bEACCES\b|\bEPERM\b|java\.nio\.file\.AccessDeniedException: (?!s3)(?:[A-Za-z]:\\|[/.~])|\bAccess is denied\b|[Oo]peration not permitted|System\.UnauthorizedAccessException`,
  ),
  alike(
    'git',
    'message',
    ['fatal: ', 'remote: ', 'The requested URL returned error'],
    String.raw`The requested URL returned error: 40[13]|remote: (?:Permission to \S{1,200} denied|HTTP Basic: Access denied|Invalid username or password)`,
  ),
  alike(
    'web-application',
    'message',
    ['Unauthorized', 'unauthorized', 'Forbidden', 'ccess denied', 'ccess Denied', 'CSRF', 'jwt'],
    String.raw`\b401 Unauthorized\b|"status" ?: ?40[13] ?, ?"error" ?:|CSRF (?:token|verification)|\bjwt (?:expired|malformed)|org\.springframework\.security|org\.hyperledger`,
  ),
];
