// Finds the encoded authorization message of EC2 and says whether the whole of it is there. (AWS page: "DecodeAuthorizationMessage")
import type { EncodedState } from '../../model/denial.ts';
import type { Finding } from '../findings/finding.ts';

const label = /Encoded\s{1,20}(?:authorization\s{1,20})?[Ff]ailure(?:\s{1,20}message)?\s{0,4}:\s{0,40}/g;
const blob = /[A-Za-z0-9_-]{1,60000}(?:\s?\n\s{0,40}[A-Za-z0-9_-]{20,60000}){0,200}/y;

/** The shortest message seen is several hundred characters long. */
const shortestWhole = 120;

function stateOf(value: string, after: string): EncodedState {
  if (
    /^[xX]+$/.test(value) ||
    /^(.)\1{5,}$/.test(value) ||
    /^(?:encoded|redacted|omitted|masked|removed|blob|message)/i.test(value)
  )
    return 'masked';
  if (value.length < shortestWhole || /^\s{0,2}(?:\.{2,}|…|\[?\(?truncated)/.test(after)) return 'cut';
  return /^\*/.test(after) ? 'masked' : 'whole';
}

function readBlob(text: string, start: number): Pick<Finding, 'end' | 'fields'> {
  if (/^["'`]?[<[({*#•█…]|^\.{3}/.test(text.slice(start, start + 4)))
    return { end: start, fields: { encodedState: 'masked' } };
  blob.lastIndex = start;
  const raw = blob.exec(text)?.[0] ?? '';
  const value = raw.replace(/\s{1,60}/g, '');
  const end = start + raw.length;
  if (value === '' || /^(?:status|request|api|error|message)$/i.test(value))
    return { end: start, fields: { encodedState: 'empty' } };
  const encodedState = stateOf(value, text.slice(end, end + 20));
  return { end, fields: { encodedState, ...(encodedState !== 'masked' && { encodedMessage: value }) } };
}

export function readEncodedMessages(text: string): Finding[] {
  if (!text.includes('Encoded')) return [];
  return [...text.matchAll(label)].map((match) => ({
    row: 'encoded-message',
    role: 'detail' as const,
    start: match.index,
    ...readBlob(text, match.index + match[0].length),
  }));
}
