// Reads the console's form of a denial: labelled lines `User:`, `Service:`, `Action:`, `On resource(s):`, `Context:`, with or without line ends between them.
import type { Fields, Finding } from '../findings/finding.ts';
import { readReason } from '../sentences/reason.ts';
import { readToken } from '../sentences/token.ts';

const action = /Action:\s{0,20}(?=([A-Za-z][\w-]{1,40}:(?:(?!On resource|Context:)[\w*]){1,120}))/g;
const reach = 1200;

function valueAfter(text: string, label: RegExp, until: RegExp): string | undefined {
  const match = label.exec(text);
  if (match === null) return undefined;
  const token = readToken(text, match.index + match[0].length);
  const cut = token?.value.split(until)[0];
  return cut === undefined || cut === '' ? undefined : cut;
}

function readForm(text: string, match: RegExpMatchArray): Finding {
  const index = match.index ?? 0;
  const before = text.slice(Math.max(0, index - reach), index + 7);
  const userAt = before.lastIndexOf('User:');
  const after = text.slice(index, index + reach);
  const reason = readReason(after);
  const principal =
    userAt < 0
      ? undefined
      : valueAfter(before.slice(userAt), /^User:\s{0,20}/, /(?:Action|Service):?$|(?:Action|Service):/);
  const resource = valueAfter(after, /On\s{1,4}resource(?:\(s\)|s)?:\s{0,20}/, /Context:?/);
  const fields: Fields = {
    ...(match[1] !== undefined && { action: match[1] }),
    ...(principal !== undefined && { principal }),
    ...(resource !== undefined && { resource }),
    ...reason?.fields,
  };
  const start = userAt < 0 ? index : index - (before.length - 7) + userAt;
  return {
    row: 'console-form',
    role: 'message',
    class: 'authorization',
    tool: 'console',
    start,
    end: index + (reason?.end ?? match[0].length),
    fields,
  };
}

export function readConsoleForms(text: string): Finding[] {
  if (
    !text.includes('Action:') ||
    !/User:|On resource|Context:/.test(text) ||
    !/request access|Context:|On resource/.test(text)
  )
    return [];
  return [...text.matchAll(action)].map((match) => readForm(text, match));
}
