// Reads from a message how far the time of the request was from that of AWS, where the message states both.
// (AWS pages: "Troubleshoot Signature Version 4 signing for AWS API requests", "Error responses" of Amazon S3)

const stamp = String.raw`\d{8}T\d{6}Z|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z|[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT`;

/** The time of the request first, then that of AWS. */
const patterns: readonly RegExp[] = [
  new RegExp(
    String.raw`Signature (?:expired|not yet current): ?(${stamp}) is (?:now earlier|still later) than (?:${stamp}) ?\((${stamp}) ?[-+]`,
  ),
  new RegExp(String.raw`RequestTime\W{1,12}(${stamp})[^]{0,400}?ServerTime\W{1,12}(${stamp})`),
];

/** The form without separators is how AWS signatures write a time; Date does not read it. */
function milliseconds(text: string): number {
  const compact = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (compact === null) return Date.parse(text);
  const [, year, month, day, hour, minute, second] = compact;
  return Date.parse(`${year ?? ''}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}Z`);
}

/** Whole minutes; negative when the request's time lies behind that of AWS. Undefined where the message does not state both. */
export function clockSkewMinutes(message: string): number | undefined {
  const found = patterns.map((pattern) => pattern.exec(message)).find((match) => match !== null);
  const [, request, server] = found ?? [];
  if (request === undefined || server === undefined) return undefined;
  const minutes = Math.round((milliseconds(request) - milliseconds(server)) / 60_000);
  return Number.isNaN(minutes) ? undefined : minutes + 0;
}
