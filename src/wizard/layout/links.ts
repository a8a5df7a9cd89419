// An address as a link: hidden behind its title where the terminal can follow it, else written out.
import { sanitise } from '../../render/sanitise.ts';

/** Printable ASCII of a web address only: nothing in it ends the sequence or starts another. */
const address = /^https?:\/\/[!-~]+$/;

/** OSC 8; the id keeps the rows of one link together when they are pointed at. */
export function linked(row: string, url: string, id: number): string {
  const safe = sanitise(url);
  return address.test(safe) ? `\u001b]8;id=w${id};${safe}\u0007${row}\u001b]8;;\u0007` : row;
}

export const isAddress = (url: string): boolean => address.test(sanitise(url));
