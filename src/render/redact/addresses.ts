// Exchanges IP addresses for others, so that two addresses share as many leading bits as before: an address stays inside its ranges and outside of all others.

export type Addresses = (address: string) => string;

/** The first address becomes one of those kept for documentation, and all others follow from how far they agree with those before. (RFC 5737, RFC 3849) */
const start4 = [203, 0, 113, 77].flatMap((part) => bitsOf(part, 8));
const start6 = [0x2001, 0xdb8, 0, 0, 0, 0, 0, 0x4d].flatMap((part) => bitsOf(part, 16));

function bitsOf(value: number, length: number): readonly number[] {
  return Array.from({ length }, (_, index) => (value >> (length - 1 - index)) & 1);
}

const numberOf = (bits: readonly number[]): number => bits.reduce((value, bit) => value * 2 + bit, 0);

export function newAddresses(): Addresses {
  const first = new Map<string, number>();
  const follow = (bits: readonly number[], like: readonly number[], kind: string): readonly number[] => {
    let path = kind;
    return bits.map((bit, index) => {
      const usual = first.get(path) ?? bit;
      first.set(path, usual);
      path += String(bit);
      return bit === usual ? (like[index] ?? 0) : 1 - (like[index] ?? 0);
    });
  };
  return (text) => {
    const [address = '', length] = text.split('/');
    const parts = partsOf(address);
    if (parts === undefined) return text;
    const width = parts.length === 4 ? 8 : 16;
    const bits = parts.flatMap((part) => bitsOf(part, width));
    const kept = length === undefined ? bits.length : Math.min(Number(length), bits.length);
    if (kept === 0) return text;
    const mapped = follow(bits.slice(0, kept), width === 8 ? start4 : start6, `${width}:`);
    const whole = [...mapped, ...Array.from({ length: bits.length - kept }, () => 0)];
    return `${textOf(whole, width)}${length === undefined ? '' : `/${length}`}`;
  };
}

function textOf(bits: readonly number[], width: number): string {
  const parts = Array.from({ length: bits.length / width }, (_, index) =>
    numberOf(bits.slice(index * width, (index + 1) * width)),
  );
  return width === 8 ? parts.join('.') : parts.map((part) => part.toString(16)).join(':');
}

/** Four numbers, or eight groups; undefined for anything else. */
function partsOf(address: string): readonly number[] | undefined {
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(address)) {
    const parts = address.split('.').map(Number);
    return parts.every((part) => part < 256) ? parts : undefined;
  }
  if (!/^[\da-f:]+$/i.test(address) || !address.includes(':')) return undefined;
  const [left = '', right, more] = address.split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const [before, after] = [groups(left), groups(right ?? '')];
  const missing = 8 - before.length - after.length;
  if (more !== undefined || missing < 0 || (right === undefined) !== (missing === 0)) return undefined;
  const all = [...before, ...Array.from({ length: missing }, () => '0'), ...after];
  return all.every((group) => /^[\da-f]{1,4}$/i.test(group)) ? all.map((group) => parseInt(group, 16)) : undefined;
}
