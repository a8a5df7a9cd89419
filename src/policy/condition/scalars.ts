// Reads numbers, dates and IP ranges as condition operators understand them. (AWS page: "IAM JSON policy elements: Condition operators")

export function readNumber(text: string): number | undefined {
  const value = /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text.trim()) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

/** Four digits can be a year or epoch seconds; AWS does not say. */
export const isYearOrEpoch = (text: string): boolean => /^\d{4}$/.test(text);

const isoDate = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?)?)?$/i;

function offsetMinutes(zone: string | undefined): number {
  if (zone === undefined || /^z$/i.test(zone)) return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone.startsWith('-') ? -minutes : minutes;
}

const inRange = (value: number, low: number, high: number): boolean => value >= low && value <= high;

/** Milliseconds since the epoch, of an ISO 8601 date (W3C profile) or of epoch seconds. */
export function readDate(text: string): number | undefined {
  const parts = isoDate.exec(text);
  if (parts === null) return /^-?\d{1,15}(\.\d{1,9})?$/.test(text) ? Number(text) * 1000 : undefined;
  const [year, month, day, hour, minute, second] = parts
    .slice(1, 7)
    .map((part, index) => Number(part ?? (index < 3 ? 1 : 0)));
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (hour === undefined || minute === undefined || second === undefined) return undefined;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const valid = inRange(month, 1, 12) && inRange(day, 1, days) && hour <= 24 && minute < 60 && second <= 60;
  if (!valid) return undefined;
  const instant = Date.UTC(year, month - 1, day, hour, minute, second) + Number(parts[7] ?? 0) * 1000;
  return instant - offsetMinutes(parts[8]) * 60_000;
}

export interface IpRange {
  /** 16-bit words: two for IPv4, eight for IPv6. */
  readonly words: readonly number[];
  readonly prefix: number;
}

function readIpv4(text: string): readonly number[] | undefined {
  const octets = text.split('.');
  if (octets.length !== 4 || !octets.every((octet) => /^(0|[1-9]\d{0,2})$/.test(octet) && Number(octet) < 256))
    return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = octets.map(Number);
  return [a * 256 + b, c * 256 + d];
}

function readGroups(text: string): readonly number[] | undefined {
  if (text === '') return [];
  const words: number[] = [];
  const groups = text.split(':');
  for (const [index, group] of groups.entries()) {
    const embedded = index === groups.length - 1 && group.includes('.') ? readIpv4(group) : undefined;
    if (embedded !== undefined) words.push(...embedded);
    else if (/^[0-9a-f]{1,4}$/i.test(group)) words.push(Number.parseInt(group, 16));
    else return undefined;
  }
  return words;
}

function readIpv6(text: string): readonly number[] | undefined {
  const halves = text.length > 45 ? [] : text.split('::');
  const [front, back] = halves.map(readGroups);
  if (front === undefined || halves.length > 2) return undefined;
  if (halves.length === 1) return front.length === 8 ? front : undefined;
  const gap = back === undefined ? -1 : 8 - front.length - back.length;
  return back === undefined || gap < 1 ? undefined : [...front, ...Array<number>(gap).fill(0), ...back];
}

/** An address or a CIDR range; without prefix it is that one address, in either family. */
export function readIpRange(text: string): IpRange | undefined {
  const [address = '', prefix, rest] = text.split('/');
  const words = address.includes(':') ? readIpv6(address) : readIpv4(address);
  if (words === undefined || rest !== undefined) return undefined;
  if (prefix === undefined) return { words, prefix: words.length * 16 };
  const bits = /^\d{1,3}$/.test(prefix) ? Number(prefix) : Number.NaN;
  return bits <= words.length * 16 ? { words, prefix: bits } : undefined;
}

/** Addresses of one family never lie in a range of the other. */
export function isWithin(address: IpRange, range: IpRange): boolean {
  if (address.words.length !== range.words.length || address.prefix < range.prefix) return false;
  return range.words.every((word, index) => {
    const bits = Math.min(16, Math.max(0, range.prefix - index * 16));
    return word >>> (16 - bits) === (address.words[index] ?? 0) >>> (16 - bits);
  });
}
