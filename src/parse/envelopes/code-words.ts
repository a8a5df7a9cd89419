// Finds error codes standing as bare words, whatever program printed them: `AccessDenied: …`, `(ExpiredToken)`, `Aws::S3::Errors::AccessDenied`.
import { isCodeWord } from '../codes.ts';
import type { Finding } from '../findings/finding.ts';

/** Anything written like a code; the list of codes decides. */
const word = /(?<![A-Za-z0-9_])(?:Client\.|Server\.)?([A-Z][A-Za-z]{5,60})(?![A-Za-z0-9_(])/g;

/** Classes of the same name in Java, .NET, Jenkins or other clouds' libraries: file systems and web frameworks. */
const otherSystems =
  /(?:java\.nio|java\.security|javax?\.|springframework|System\.|hudson|jenkins|google|azure|kubernetes|minio)[\w.$:]{0,80}$/i;

/** What may stand between a code and the message that it heads. */
const leadIn = /^["'\])*`]{0,3}\s?:\s{1,30}["'`*]{0,2}\S/;

export function readCodeWords(text: string): Finding[] {
  const found: Finding[] = [];
  for (const match of text.matchAll(word)) {
    if (!isCodeWord(match[1] ?? '')) continue;
    const start = match.index;
    if (otherSystems.test(text.slice(Math.max(0, start - 100), start))) continue;
    const end = start + match[0].length;
    const heads = leadIn.test(text.slice(end, end + 60));
    found.push({ row: 'code-word', role: heads ? 'head' : 'detail', start, end, fields: { code: match[0] } });
  }
  return found;
}
