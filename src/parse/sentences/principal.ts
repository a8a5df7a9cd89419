// Reads who was denied, backwards from "is not authorized": after `User:` or `Role`, or the ARN or service principal directly before.

export interface Principal {
  readonly value?: string;
  readonly start: number;
}

const farthest = 900;
const marker = /(?:^|[^A-Za-z])(?:[Uu]ser|Role|[Pp]rincipal|Caller|Identity)(?=[\s:"'`])\s{0,20}:?\s{0,120}/g;
const bare =
  /(?:^|[\s"'`(:])(["'`]?)((?:arn:aws|<[A-Za-z])[^\s"'`]{3,600}|[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){0,3}\.amazonaws\.com(?:\.cn)?)["'`]?\s{0,60}$/;

const elided = /^(?:…|\.{3}|is|was|null|undefined|you|your|the|not)$/i;

/** Removes what surrounds or splits a name: quotes, line breaks inside, markup. */
function clean(raw: string): string {
  const unquoted = raw
    .trim()
    .replace(/^["'`]{1,3}/, '')
    .replace(/["'`,]{1,3}$/, '')
    .trim();
  const whole = unquoted.replace(/([<[{][^<>[\]{}\n]{1,40})\n\s{0,200}(?=[^<>[\]{}\n]{1,40}[>\]}])/g, '$1 ');
  return whole.replace(/\s{0,40}\n\s{0,200}/g, '');
}

function isName(value: string): boolean {
  if (value === '' || value.length > 700 || elided.test(value)) return false;
  if (/\s/.test(value)) return /^(?:arn:|[<[{(])/.test(value) && !/[.;!?]\s|:\s|\sis\s|not authori/.test(value);
  return !/^[|,;:.]+$/.test(value);
}

function lastMarker(text: string): RegExpExecArray | undefined {
  let last: RegExpExecArray | undefined;
  for (const match of text.matchAll(marker)) last = match;
  return last;
}

export function readPrincipal(text: string, from: number, before: number): Principal | undefined {
  const begin = Math.max(from, before - farthest);
  const lead = text.slice(begin, before);
  const mark = lastMarker(lead);
  if (mark !== undefined) {
    const after = mark.index + mark[0].length;
    const value = clean(lead.slice(after));
    const start = begin + mark.index + (/^[A-Za-z]/.test(mark[0]) ? 0 : 1);
    if (value === '') return { start };
    if (isName(value)) return { value, start };
  }
  const direct = bare.exec(lead.slice(-700));
  if (direct === null) return undefined;
  const value = direct[2] ?? '';
  return value.startsWith('<') ? undefined : { value, start: begin + lead.lastIndexOf(value) };
}
