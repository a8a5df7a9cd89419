// Finds error codes standing as bare words, whatever program printed them: `AccessDenied: …`, `(ExpiredToken)`, `Aws::S3::Errors::AccessDenied`.
import { codeWords } from '../codes.ts';
import type { Finding } from '../findings/finding.ts';

const longestFirst = [...codeWords].sort((left, right) => right.length - left.length);
const words = new RegExp(
  `(?<![A-Za-z0-9_])(?:Client\\.|Server\\.)?(?:${longestFirst.join('|')})(?![A-Za-z0-9_(])`,
  'g',
);

/** Classes of the same name in Java, .NET, Jenkins or other clouds' libraries: file systems and web frameworks. */
const otherSystems =
  /(?:java\.nio|java\.security|javax?\.|springframework|System\.|hudson|jenkins|google|azure|kubernetes|minio)[\w.$:]{0,80}$/i;

/** Stems at least one of which every code word contains; a text without them needs no search. */
const stems = [
  'Denied',
  'Unauthorized',
  'NotAuthorized',
  'Exception',
  'Token',
  'Auth',
  'Creden',
  'Signature',
  'Key',
  'Expired',
  'Invalid',
  'NoSuch',
  'Exists',
  'Required',
  'Disabled',
  'Redirect',
  'Skewed',
  'Exceeded',
  'Connected',
  'Document',
  'Capacity',
  'Supported',
  'Malformed',
  'Claim',
  'Error',
];

/** What may stand between a code and the message that it heads. */
const leadIn = /^["'\])*`]{0,3}\s{0,8}(?::|,|-)?\s{0,30}["'`*]{0,2}\S/;

export function readCodeWords(text: string): Finding[] {
  if (!stems.some((stem) => text.includes(stem))) return [];
  const found: Finding[] = [];
  for (const match of text.matchAll(words)) {
    const start = match.index;
    if (otherSystems.test(text.slice(Math.max(0, start - 100), start))) continue;
    const end = start + match[0].length;
    const heads = /^["'\])*`]{0,3}\s?:\s/.test(text.slice(end, end + 16)) && leadIn.test(text.slice(end, end + 60));
    found.push({ row: 'code-word', role: heads ? 'head' : 'detail', start, end, fields: { code: match[0] } });
  }
  return found;
}
