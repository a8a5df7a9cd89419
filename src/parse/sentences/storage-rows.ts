// How S3, KMS, queues and stores word a denial.
import type { PatternRow } from '../findings/pattern-row.ts';

const s3 = [
  {
    id: 'access-denied-bare',
    role: 'message',
    class: 'authorization',
    hints: ['ccess denied', 'ccess Denied', 'ACCESS DENIED'],
    pattern: String.raw`\bAccess [Dd]enied\b(?! (?:for user\b|by policy\b|\(\d\d?\)))`,
  },
  {
    id: 'forbidden-bare',
    role: 'detail',
    states: { httpStatus: 403 },
    hints: ['403', 'orbidden'],
    pattern: String.raw`\bnull(?= \([Ss]ervice: [^()]{1,60}[;,] Status Code: 403)|\b(?:HTTP(?:/[12](?:\.[01])?)?\s)?(?:403|status(?: code)?:? 403):? (?:Forbidden|UnknownError)\b|\bHTTPS? Error 403\b(?: - Forbidden)?|\bStatus code: 403(?= for https?:)|\bForbidden \(HTTP 403\)|\bHTTP/(?:1\.[01]|2(?:\.0)?|3) 403\b(?! Forbidden)|"message" ?: ?"Forbidden"|: Forbidden(?= ?(?:$|[.(\n]))|\bForbidden: null\b`,
  },
  {
    id: 's3-body-without-tags',
    role: 'message',
    class: 'authorization',
    states: { service: 's3' },
    hints: ['AccessDenied'],
    pattern: String.raw`\b(?<code>AccessDenied) ?Access Denied ?(?<requestId>[A-Z0-9]{16})(?=[A-Za-z0-9+/=\s]|$)`,
  },
  {
    id: 'query-body-without-tags',
    role: 'head',
    hints: ['Sender'],
    pattern: String.raw`\bSender ?(?<code>AccessDenied|AuthorizationError|UnauthorizedOperation)(?= ?(?:User|You|Not))`,
  },
  {
    id: 's3-object-disabled',
    role: 'message',
    class: 'authorization',
    states: { service: 's3' },
    hints: ['has been disabled'],
    pattern: 'All access to this object has been disabled',
  },
  {
    id: 's3-block-public-access',
    role: 'message',
    class: 'authorization',
    states: { service: 's3' },
    hints: ['BlockPublic'],
    pattern: String.raw`because public (?:access control lists \(ACLs\)|ACLs|policies) are (?:blocked|prevented) by the BlockPublic\w{3,20}`,
  },
  {
    id: 's3-object-lock',
    role: 'message',
    class: 'authorization',
    states: { service: 's3' },
    hints: ['object lock'],
    pattern: 'Access Denied because object protected by object lock',
  },
  {
    id: 's3-head-forbidden',
    role: 'message',
    class: 'authorization',
    hints: ['Http Status Code Forbidden'],
    pattern: String.raw`Error making request with Error Code (?<code>\w{3,60}) and Http Status Code Forbidden`,
  },
  {
    id: 'hadoop-s3a-access',
    role: 'head',
    tool: 'spark',
    states: { service: 's3' },
    hints: [' on s3'],
    pattern: String.raw`\b\w{3,60}(?:\(\))? on (?<resource>s3[an]?://[^\s:]{1,600}):\s`,
  },
] as const satisfies readonly PatternRow[];

const keysAndQueues = [
  {
    id: 'kms-three-way-ciphertext',
    role: 'message',
    class: 'authorization',
    states: { service: 'kms' },
    hints: ['ciphertext refers to'],
    pattern:
      '[Tt]he ciphertext refers to a (?:customer master|KMS|AWS KMS) key that does not exist(?:, does not exist in this [Rr]egion)?(?:, or you are not allowed to access)?',
  },
  {
    id: 'three-way-resource',
    role: 'detail',
    hints: ['does not exist in this'],
    pattern:
      'because the resource does not exist in this [Rr]egion, no resource-based polic(?:y|ies)(?: allows? access, or a resource-based policy explicitly denies access)?',
  },
  {
    id: 'kms-not-allowed',
    role: 'message',
    class: 'authorization',
    hints: ['Access to KMS is not allowed', 'KMS key access denied'],
    pattern: 'Access to KMS is not allowed|KMS key access denied(?: error)?',
  },
  {
    id: 'kms-default-key',
    role: 'message',
    class: 'authorization',
    states: { service: 'kms' },
    hints: ['KMS default'],
    pattern: String.raw`User is not authorized for the KMS default (?:master )?key for \w{1,40}(?: '(?<resource>[^'\s]{1,200})')?`,
  },
  {
    id: 'sqs-resource-denied',
    role: 'message',
    class: 'authorization',
    states: { service: 'sqs' },
    hints: ['Access to the resource'],
    pattern: String.raw`Access to the resource (?<resource>https?://\S{4,400}) is denied`,
  },
  {
    id: 'ses-smtp-denied',
    role: 'head',
    states: { service: 'ses' },
    hints: ['554'],
    pattern: String.raw`\b(?<code>554) (?=Access denied)`,
  },
  {
    id: 'kafka-sasl',
    role: 'message',
    class: 'authorization',
    states: { service: 'kafka-cluster' },
    hints: ['SASL'],
    pattern: String.raw`SASL [Aa]uthentication failed: ?\[[^\]\n]{0,200}\]:? ?Access denied`,
  },
] as const satisfies readonly PatternRow[];

const data = [
  {
    id: 'lake-formation',
    role: 'message',
    class: 'authorization',
    hints: ['Lake Formation permission'],
    pattern: String.raw`Insufficient Lake Formation permission(?:\(s\)|s)?(?:: ?Required [^()\n]{1,200}?(?= ?(?:\(|$|["'\n])))?`,
  },
  {
    id: 'athena-resource',
    role: 'message',
    class: 'authorization',
    hints: ['You are not authorized to perform: '],
    pattern: String.raw`You are not authorized to perform: (?<action>[a-z][\w-]{1,40}:[A-Z]\w{2,80}) on the resource\b`,
  },
  {
    id: 'athena-query-permissions',
    role: 'message',
    class: 'authorization',
    states: { service: 'athena' },
    hints: ['permissions to execute the query'],
    pattern: 'Insufficient permissions to execute the query',
  },
  {
    id: 'glue-no-access',
    role: 'message',
    class: 'authorization',
    hints: ['any requested resource'],
    pattern: 'No access to any requested resource',
  },
  {
    id: 'opensearch-fine-grained',
    role: 'message',
    class: 'authorization',
    states: { service: 'es' },
    hints: ['no permissions for ['],
    pattern: String.raw`no permissions for \[[^\]\n]{1,400}\] and User \[name=(?<principal>[^,\]\s]{1,400})`,
  },
  {
    id: 'opensearch-code',
    role: 'head',
    hints: ['security_exception'],
    pattern: '"type" ?: ?"(?<code>security_exception)"',
  },
] as const satisfies readonly PatternRow[];

export const storageRows: readonly PatternRow[] = [...s3, ...keysAndQueues, ...data];
