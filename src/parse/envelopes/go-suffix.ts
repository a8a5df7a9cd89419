// Finds the code before Go v1's suffix, `CODE: MESSAGE` then `status code: 400, request id: …`, whatever the code is.
import type { Finding } from '../findings/finding.ts';

const suffix = /status\s{1,20}code:\s{1,9}\d{3},\s{1,20}request\s{1,20}id:/g;
const codeBefore =
  /(?:^|[\s(":])((?:[A-Z][a-z0-9]{1,30}(?:[A-Z][A-Za-z0-9]{1,60})|[A-Z][A-Za-z0-9]{2,40}(?:\.[A-Z][A-Za-z0-9]{1,40}){1,2}))(?=:\s)/g;
const reach = 1500;

/** Words before a colon that read like an error's name. */
const errorName =
  /^(?:Invalid|Missing|NoSuch|Unsupported|Malformed|Insufficient|Incorrect|Access|Unauthorized|OptIn|TooMany|Limit|Throttl|Validation|Conflict|Duplicate|Dependency)|(?:Exception|Error|Fault|Failure|Denied|NotFound|Exceeded|Exists|InUse|Required|Expired|Unavailable|Mismatch)$|\./;

export function readGoCodes(text: string): Finding[] {
  if (!text.includes('request id:')) return [];
  const found: Finding[] = [];
  let previous = 0;
  for (const match of text.matchAll(suffix)) {
    const begin = Math.max(previous, match.index - reach);
    previous = match.index + match[0].length;
    const code = [...text.slice(begin, match.index).matchAll(codeBefore)].at(-1);
    const name = code?.[1];
    if (code === undefined || name === undefined || !errorName.test(name)) continue;
    const end = begin + code.index + code[0].length;
    found.push({ row: 'go-suffix-code', role: 'head', start: end - name.length, end, fields: { code: name } });
  }
  return found;
}
