// Finds what damaged sentences leave behind: a reason or a principal whose sentence was cut or overwritten, and the authorization id.
import type { Finding } from '../findings/finding.ts';
import { readReason } from './reason.ts';
import { readToken } from './token.ts';

const reasonAt = /because\s{1,20}no\s{1,20}|(?:\bex|\b)?plicit\s{1,20}deny|\bplicit\s{1,20}deny/gi;
const userAt = /\bUser:\s{1,40}(?=["']?arn:)/g;
const identifier = /authorization-details\/([0-9A-Za-z]{8,64})|authorization\s{1,20}id:\s{1,20}([0-9A-Za-z]{8,64})/g;
const reach = 900;

function readLooseReasons(text: string): Finding[] {
  if (!/polic|boundar|plicit/.test(text)) return [];
  return [...text.matchAll(reasonAt)].flatMap((match) => {
    const reason = readReason(text.slice(match.index, match.index + reach));
    if (reason === undefined || reason.start > 30) return [];
    const fields = { ...reason.fields, ...(reason.action !== undefined && { action: reason.action }) };
    return [
      {
        row: 'reason-alone',
        role: 'message' as const,
        class: 'authorization' as const,
        start: match.index,
        end: match.index + reason.end,
        fields,
      },
    ];
  });
}

function readLooseUsers(text: string): Finding[] {
  return [...text.matchAll(userAt)].flatMap((match) => {
    const token = readToken(text, match.index + match[0].length);
    if (token === undefined) return [];
    return [
      {
        row: 'user-alone',
        role: 'message' as const,
        class: 'authorization' as const,
        start: match.index,
        end: token.end,
        fields: { principal: token.value },
      },
    ];
  });
}

function readIdentifiers(text: string): Finding[] {
  return [...text.matchAll(identifier)].map((match) => ({
    row: 'authorization-id',
    role: 'detail' as const,
    start: match.index,
    end: match.index + match[0].length,
    fields: { authorizationId: match[1] ?? match[2] ?? '' },
  }));
}

/** What lies inside a whole sentence is shadowed by it later on. */
export function readReasons(text: string): Finding[] {
  return [...readLooseReasons(text), ...readLooseUsers(text), ...readIdentifiers(text)];
}
