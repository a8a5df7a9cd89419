// What stands around a refusal of Amazon S3: the transfer of the AWS CLI that failed, CloudFront's headers, the address a browser asked for.
import type { PatternRow } from '../findings/pattern-row.ts';

export const bucketRows: readonly PatternRow[] = [
  {
    id: 's3-transfer-failed',
    role: 'head',
    tool: 'aws-cli',
    hints: ['failed: '],
    pattern: String.raw`\b(?:copy|move|upload|download|delete) failed: \S{1,600}(?: to \S{1,600})?(?= An error occurred)`,
  },
  {
    id: 's3-server',
    role: 'detail',
    states: { service: 's3' },
    hints: ['AmazonS3'],
    pattern: String.raw`\b[Ss]erver: ?AmazonS3\b`,
  },
  {
    id: 'cloudfront-error',
    role: 'detail',
    hints: ['rror from cloudfront'],
    pattern: String.raw`\b[Xx]-[Cc]ache: ?Error from cloudfront\b`,
  },
  {
    id: 'cloudfront-host',
    role: 'detail',
    hints: ['.cloudfront.net'],
    pattern: String.raw`\b(?<host>d[a-z0-9]{8,20}\.cloudfront\.net)\b`,
  },
  {
    id: 's3-address-forbidden',
    role: 'message',
    class: 'authorization',
    states: { httpStatus: 403 },
    hints: ['403'],
    pattern: String.raw`\b(?:GET|PUT|HEAD|POST|DELETE) https?://(?<host>[a-z0-9.-]{0,80}(?:\bs3[.-][a-z0-9.-]{0,60}amazonaws\.com(?:\.cn)?|\.cloudfront\.net))(?::443)?/\S{0,4000} (?:net::ERR_ABORTED )?403(?: \(?Forbidden\)?)?`,
  },
];
