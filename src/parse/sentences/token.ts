// Reads one name or ARN out of running text: masked, wrapped over lines, with placeholders in brackets, or quoted.

/** Words after which an ARN is over: the sentence goes on, or the envelope closes. */
const clause =
  /\s*(?:because\b|with\s{1,20}an?\s|with\s{1,20}policy\b|is\s{1,20}not\b|on\s{1,20}resource|since\b|at\s|status\s{0,3}code|\(\s?Service|\(\s?[Rr]equest|Encoded\s|User-Agent|action\b|Context\b|due\s{1,20}to\b|no\s[\w-]{1,20}\s(?:based|control|policy|policies)|Go\s{1,4}to\s|$)/iy;
/** Longest ARN AWS documents is 2,048 characters. */
const longest = 2048;
const run =
  /(?:[^\s"'`<>{}|[\]\\…$]{1,200}|<{1,2}[A-Za-z$_*][^<>/]{0,60}>{1,2}|\$?\{\{?[^{}\n"]{1,60}\}\}?|\$|\[(?!\n)[A-Za-z$*][^[\]\n"]{0,60}\]|\[(?=\$)|…(?=\S)|\\(?=\S)){0,2048}/y;
const gap = /[ \t]{0,8}\n[ \t]{0,200}(?=\S)/y;

export interface Token {
  readonly value: string;
  readonly end: number;
}

export function atClause(text: string, at: number): boolean {
  clause.lastIndex = at;
  return clause.test(text);
}

function readRun(text: string, from: number): number {
  run.lastIndex = from;
  const length = run.exec(text)?.[0].length ?? 0;
  return from + Math.min(length, longest);
}

/** Whether a value that ends at a line end cannot be complete. */
function isOpen(value: string): boolean {
  if (/[:/=_-]$/.test(value) && !/[_=-]{3}$/.test(value) && !/^arn:[^:]*:(?:sqs|logs|sns):/.test(value)) return true;
  return value.startsWith('arn') && value.split(':').length < 6;
}

/** A line that begins with a fragment directly before a clause word goes on with the value. */
function continues(text: string, at: number): boolean {
  if (atClause(text, at)) return false;
  const end = readRun(text, at);
  if (end === at || end - at > 400) return false;
  const next =
    /^[ \t]{0,8}\n?[ \t]{0,80}(?:because\s|with\s{1,9}an?\s{1,9}explicit|is\s{1,9}not\s{1,9}auth|on\s{1,9}resource)/.test(
      text.slice(end, end + 160),
    );
  return next;
}

function trim(value: string): string {
  let trimmed = value.replace(/\s{0,8}\n\s{0,80}/g, ' ');
  if (/[^.]\.$/.test(trimmed)) trimmed = trimmed.slice(0, -1);
  trimmed = trimmed.replace(/[,;!?]{1,3}$/, '');
  if (trimmed.endsWith(')') && !trimmed.includes('(')) trimmed = trimmed.replace(/\){1,3}[.,;]?$/, '');
  return /[^.]\.$/.test(trimmed) ? trimmed.slice(0, -1) : trimmed;
}

function readQuoted(text: string, from: number, quote: string): Token | undefined {
  const closing = quote === '`' ? "'" : quote;
  const limit = Math.min(text.length, from + longest);
  for (let at = from; at < limit; at += 1) {
    const letter = text.charAt(at);
    if (letter === closing || letter === quote)
      return { value: text.slice(from, at).replace(/\s{0,8}\n\s{0,80}/g, ''), end: at + 1 };
  }
  return undefined;
}

/** The name, ARN or placeholder at this place; undefined when there is none. */
export function readToken(text: string, from: number): Token | undefined {
  const quote = text.charAt(from);
  if (quote === '"' || quote === "'" || quote === '`')
    return readQuoted(text, from + 1, quote) ?? readBare(text, from + 1);
  return readBare(text, from);
}

function readBare(text: string, from: number): Token | undefined {
  let end = readRun(text, from);
  let value = text.slice(from, end);
  for (let joins = 0; joins < 6 && value !== ''; joins += 1) {
    gap.lastIndex = end;
    const wrap = gap.exec(text);
    if (wrap === null) break;
    const next = end + wrap[0].length;
    const goesOn = value.startsWith('arn') && ((isOpen(value) && !atClause(text, next)) || continues(text, next));
    if (!goesOn) break;
    end = readRun(text, next);
    value += text.slice(next, end);
  }
  const trimmed = trim(value);
  return trimmed === '' ? undefined : { value: trimmed, end };
}
