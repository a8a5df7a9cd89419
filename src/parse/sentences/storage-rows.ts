// How S3, KMS, queues and stores word a denial.
import type { PatternRow } from '../findings/pattern-row.ts';

const s3 = [
  {
    id: 'access-denied-bare',
    role: 'message',
    class: 'authorization',
    hints: ['ccess denied', 'ccess Denied', 'ACCESS DENIED'],
    pattern: /\bAccess\s{1,4}[Dd]enied\b(?!\s{1,9}(?:for\s{1,9}user\b|by\s{1,9}policy\b|\(\d\d?\)))/g,
  },
  {
    id: 'forbidden-bare',
    role: 'detail',
    states: { httpStatus: 403 },
    hints: ['403', 'orbidden'],
    pattern:
      /\b(?:HTTP(?:\/[12](?:\.[01])?)?\s)?(?:403|status(?:\s{1,4}code)?:?\s{1,4}403):?\s{1,4}(?:Forbidden|UnknownError)\b|\bForbidden\s{1,4}\(HTTP\s{1,4}403\)|"message"\s{0,4}:\s{0,4}"Forbidden"|:\s{1,4}Forbidden(?=\s{0,4}(?:$|[.(\n]))/g,
  },
  {
    id: 's3-body-without-tags',
    role: 'message',
    class: 'authorization',
    states: { service: 's3' },
    hints: ['AccessDenied'],
    pattern:
      /\b(?<code>AccessDenied)\s{0,40}Access\s{1,4}Denied\s{0,40}(?<requestId>[A-Z0-9]{16})(?=[A-Za-z0-9+/=\s]|$)/g,
  },
  {
    id: 'query-body-without-tags',
    role: 'head',
    hints: ['Sender'],
    pattern:
      /\bSender\s{0,20}(?<code>AccessDenied|AuthorizationError|UnauthorizedOperation)(?=\s{0,20}(?:User|You|Not))/g,
  },
  {
    id: 's3-object-disabled',
    role: 'message',
    class: 'authorization',
    states: { service: 's3' },
    hints: ['has been disabled'],
    pattern: /All\s{1,9}access\s{1,9}to\s{1,9}this\s{1,9}object\s{1,9}has\s{1,9}been\s{1,9}disabled/g,
  },
  {
    id: 's3-block-public-access',
    role: 'message',
    class: 'authorization',
    states: { service: 's3' },
    hints: ['BlockPublic'],
    pattern:
      /because\s{1,9}public\s{1,9}(?:access\s{1,9}control\s{1,9}lists\s{1,9}\(ACLs\)|ACLs|policies)\s{1,9}are\s{1,9}(?:blocked|prevented)\s{1,9}by\s{1,9}the\s{1,9}BlockPublic\w{3,20}/g,
  },
  {
    id: 's3-object-lock',
    role: 'message',
    class: 'authorization',
    states: { service: 's3' },
    hints: ['object lock'],
    pattern: /Access\s{1,9}Denied\s{1,9}because\s{1,9}object\s{1,9}protected\s{1,9}by\s{1,9}object\s{1,9}lock/g,
  },
  {
    id: 's3-head-forbidden',
    role: 'message',
    class: 'authorization',
    hints: ['Http Status Code Forbidden'],
    pattern:
      /Error\s{1,9}making\s{1,9}request\s{1,9}with\s{1,9}Error\s{1,9}Code\s{1,9}(?<code>\w{3,60})\s{1,9}and\s{1,9}Http\s{1,9}Status\s{1,9}Code\s{1,9}Forbidden/g,
  },
  {
    id: 'hadoop-s3a-access',
    role: 'head',
    tool: 'spark',
    states: { service: 's3' },
    hints: [' on s3'],
    pattern: /\b\w{3,60}(?:\(\))?\s{1,9}on\s{1,9}(?<resource>s3[an]?:\/\/[^\s:]{1,600}):\s/g,
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
      /The\s{1,9}ciphertext\s{1,9}refers\s{1,9}to\s{1,9}a\s{1,9}(?:customer\s{1,9}master|KMS|AWS\s{1,9}KMS)\s{1,9}key\s{1,9}that\s{1,9}does\s{1,9}not\s{1,9}exist/gi,
  },
  {
    id: 'kms-not-allowed',
    role: 'message',
    class: 'authorization',
    hints: ['Access to KMS is not allowed', 'KMS key access denied'],
    pattern:
      /Access\s{1,9}to\s{1,9}KMS\s{1,9}is\s{1,9}not\s{1,9}allowed|KMS\s{1,9}key\s{1,9}access\s{1,9}denied(?:\s{1,9}error)?/g,
  },
  {
    id: 'kms-default-key',
    role: 'message',
    class: 'authorization',
    states: { service: 'kms' },
    hints: ['KMS default'],
    pattern:
      /User\s{1,9}is\s{1,9}not\s{1,9}authorized\s{1,9}for\s{1,9}the\s{1,9}KMS\s{1,9}default\s{1,9}(?:master\s{1,9})?key\s{1,9}for\s{1,9}\w{1,40}(?:\s{1,9}'(?<resource>[^'\s]{1,200})')?/g,
  },
  {
    id: 'sqs-resource-denied',
    role: 'message',
    class: 'authorization',
    states: { service: 'sqs' },
    hints: ['Access to the resource'],
    pattern: /Access\s{1,9}to\s{1,9}the\s{1,9}resource\s{1,9}(?<resource>https?:\/\/\S{4,400})\s{1,9}is\s{1,9}denied/g,
  },
  {
    id: 'ses-smtp-denied',
    role: 'head',
    states: { service: 'ses' },
    hints: ['554'],
    pattern: /\b(?<code>554)\s{1,4}(?=Access\s{1,4}denied)/g,
  },
  {
    id: 'kafka-sasl',
    role: 'message',
    class: 'authorization',
    states: { service: 'kafka-cluster' },
    hints: ['SASL'],
    pattern: /SASL\s{1,9}[Aa]uthentication\s{1,9}failed:\s{0,9}\[[^\]\n]{0,200}\]:?\s{0,9}Access\s{1,9}denied/g,
  },
] as const satisfies readonly PatternRow[];

const data = [
  {
    id: 'lake-formation',
    role: 'message',
    class: 'authorization',
    hints: ['Lake Formation permission'],
    pattern:
      /Insufficient\s{1,9}Lake\s{1,9}Formation\s{1,9}permission(?:\(s\)|s)?(?::\s{0,9}Required\s{1,9}[^()\n]{1,200}?(?=\s{0,9}(?:\(|$|["'\n])))?/g,
  },
  {
    id: 'athena-resource',
    role: 'message',
    class: 'authorization',
    hints: ['You are not authorized to perform: '],
    pattern:
      /You\s{1,9}are\s{1,9}not\s{1,9}authorized\s{1,9}to\s{1,9}perform:\s{1,9}(?<action>[a-z][\w-]{1,40}:[A-Z]\w{2,80})\s{1,9}on\s{1,9}the\s{1,9}resource\b/g,
  },
  {
    id: 'glue-no-access',
    role: 'message',
    class: 'authorization',
    hints: ['any requested resource'],
    pattern: /No\s{1,9}access\s{1,9}to\s{1,9}any\s{1,9}requested\s{1,9}resource/g,
  },
  {
    id: 'opensearch-fine-grained',
    role: 'message',
    class: 'authorization',
    states: { service: 'es' },
    hints: ['no permissions for ['],
    pattern:
      /no\s{1,9}permissions\s{1,9}for\s{1,9}\[[^\]\n]{1,400}\]\s{1,9}and\s{1,9}User\s{1,9}\[name=(?<principal>[^,\]\s]{1,400})/g,
  },
  {
    id: 'opensearch-code',
    role: 'head',
    hints: ['security_exception'],
    pattern: /"type"\s{0,9}:\s{0,9}"(?<code>security_exception)"/g,
  },
] as const satisfies readonly PatternRow[];

export const storageRows: readonly PatternRow[] = [...s3, ...keysAndQueues, ...data];
