// Chooses which parts of a long input are worth reading closely: the surroundings of words that every error of interest contains.

export interface Part {
  readonly from: number;
  readonly to: number;
}

/** Inputs up to this size are read whole. */
export const readWhole = 16_384;
const largestPart = 65_536;
const overlap = 4096;
const before = 1500;
const after = 3500;

const triggers = [
  'uthori[sz]',
  '[dD]enied',
  'DENIED',
  'orbidden',
  'xpired',
  'redential',
  'ecurity [tT]oken',
  'ccess Key',
  'ignature',
  'occurred \\(',
  'api error ',
  'ermission',
  'ccess to KMS',
  'KMS key',
  'error on launch',
  'endpoint URL',
  'dial tcp',
  'execute HTTP request',
  'OptIn',
  'hrottl',
  'o access',
  'MultiFactor',
  'not enabled for',
  'plicit deny',
  'no basic auth',
  'EACCES',
];
const trigger = new RegExp(triggers.join('|'), 'g');

/** How far a line end may be for a part to be extended to it; text without line ends must not be searched to its end. */
const nearestLine = 600;

function lineStart(text: string, at: number): number {
  const from = Math.max(0, at);
  const base = Math.max(0, from - nearestLine);
  const newline = text.slice(base, from).lastIndexOf('\n');
  return newline < 0 ? from : base + newline + 1;
}

function lineEnd(text: string, at: number): number {
  const newline = text.slice(at, at + nearestLine).indexOf('\n');
  return newline < 0 ? Math.min(text.length, at) : at + newline;
}

/** Long parts are cut so that no step works on much more than it needs; what lies across a cut is in both pieces. */
function cut(text: string, part: Part, pieces: Part[]): void {
  let from = part.from;
  while (part.to - from > largestPart) {
    const to = lineEnd(text, from + largestPart);
    pieces.push({ from, to });
    from = lineStart(text, to - overlap);
  }
  pieces.push({ from, to: part.to });
}

export function partsOf(text: string): Part[] {
  if (text.length <= readWhole) return [{ from: 0, to: text.length }];
  const parts: Part[] = [];
  let current: Part | undefined;
  for (const match of text.matchAll(trigger)) {
    if (current !== undefined && match.index + after <= current.to) continue;
    const to = lineEnd(text, Math.min(text.length, match.index + after));
    const from = lineStart(text, match.index - before);
    if (current !== undefined && from <= current.to) current = { from: current.from, to };
    else {
      if (current !== undefined) cut(text, current, parts);
      current = { from, to };
    }
  }
  if (current !== undefined) cut(text, current, parts);
  return parts;
}
