// Reads what was asked for, after "on resource:": an ARN, a quoted ARN, `role NAME`, a plain name, or nothing where the text only says "this resource".
import { readToken } from './token.ts';

export interface Resource {
  readonly value?: string;
  readonly end: number;
}

const lead =
  /[\s"'`)\]*]{0,40}(?:operation|action|API)?[\s,"'`*]{0,40}(?:on|for|against)\s{1,60}(the\s{1,60})?resources?(?:\(s\))?(\s{0,20}:)?\s{0,120}/iy;
const unnamed = /(?:this|the\s{1,9}specified|the|associated|because|with|since|and)(?=[\s.,]|$)|\.(?!\.)|$/iy;
const kinds =
  /(?:role|user|group|policy|instance\s{1,9}profile|virtual\s{1,9}MFA\s{1,9}device|server\s{1,9}certificate)\s{1,40}(?=["'`]?[\w$<[*{])/iy;
const blankInside = /^[ \t]\S[^\n"'`():;]{0,200}?(?=\s{1,40}(?:because\s|with\s{1,9}an?\s{1,9}explicit))/;
const pathAfterBlank = /^[ \t][\w-]{1,60}\/[^\s"'`]{1,200}/;

const elided = /^(?:…|\.{2,3}|null|undefined|N\/A)$/;

/** Names may hold blanks in an ARN's last part; only what follows tells whether they do. */
function throughBlanks(text: string, value: string, end: number, to: number): Resource {
  if (!value.startsWith('arn:')) return { value, end };
  const rest = text.slice(end, Math.min(text.length, to + 40));
  const inside = blankInside.exec(rest) ?? pathAfterBlank.exec(rest);
  if (inside === null || end + inside[0].length > to) return { value, end };
  return { value: value + inside[0].trimEnd(), end: end + inside[0].length };
}

export function readResource(text: string, from: number, to: number): Resource | undefined {
  lead.lastIndex = from;
  const match = lead.exec(text);
  if (match === null || match.index + match[0].length > to + 1) return undefined;
  const start = from + match[0].length;
  unnamed.lastIndex = start;
  if (unnamed.test(text)) return { end: start };
  if (match[1] !== undefined && match[2] === undefined && !/^["'`]?(?:arn:|\*)/.test(text.slice(start, start + 6)))
    return { end: start };
  kinds.lastIndex = start;
  const kind = kinds.exec(text)?.[0] ?? '';
  const token = readToken(text, start + kind.length);
  if (token === undefined || elided.test(token.value)) return { end: start };
  const quoted = /["'`]/.test(text.charAt(start));
  const named = quoted ? { value: token.value, end: token.end } : throughBlanks(text, token.value, token.end, to);
  return { value: kind.replace(/\s{1,60}$/, ' ') + (named.value ?? ''), end: named.end };
}
