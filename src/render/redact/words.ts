// Exchanges the words of names for pseudonyms: the same for the same word, in the same case, and in pieces where a wildcard stands beside a part of a word.
import { alphanumericAt, digitsAt, hexadecimalAt, accountAt, wordAt } from './pseudonyms.ts';

export interface Words {
  add(word: string): void;
  /** A part of a word beside a wildcard: words that begin with it, end with it or have it inside have to go on doing so. */
  addPart(word: string, side: Side): void;
  has(word: string): boolean;
  /** The pseudonym of a word; a word that was never added stays as it is. */
  exchange(word: string): string;
}

export type Side = 'begins' | 'ends' | 'inside';

/** All words are added before the first one is exchanged. */
export function newWords(isReserved: (candidate: string) => boolean): Words {
  const words = new Set<string>();
  const parts = new Map<string, Side>();
  const pieceFor = newPieces((candidate) => isReserved(candidate) || words.has(candidate));
  let cuts: ReadonlyMap<string, readonly number[]> | undefined;
  const piecesOf = (word: string): readonly string[] => {
    cuts ??= cutsOf(words, parts);
    const places = [0, ...(cuts.get(word.toLowerCase()) ?? []), word.length];
    return places.slice(1).map((end, index) => word.slice(places[index], end));
  };
  const has = (word: string): boolean => words.has(word.toLowerCase());
  return {
    has,
    add: (word) => {
      words.add(word.toLowerCase());
    },
    addPart: (word, side) => {
      const key = word.toLowerCase();
      words.add(key);
      parts.set(key, parts.has(key) && parts.get(key) !== side ? 'inside' : side);
    },
    exchange: (word) => (has(word) ? piecesOf(word).map(pieceFor).join('') : word),
  };
}

/** The same pseudonym for the same piece, in the case of the piece. */
function newPieces(isTaken: (candidate: string) => boolean): (piece: string) => string {
  const pieces = new Map<string, string>();
  const counts: Counter = { words: 0, letters: 0, others: 0 };
  return (piece) => {
    const key = piece.toLowerCase();
    const made = pieces.get(key) ?? pseudonymOf(key, counts, isTaken);
    pieces.set(key, made);
    return inCaseOf(piece, made);
  };
}

/** Letters that no pseudonym of more than one letter has: a question mark still stands for one of them. */
const spareLetters = 'chjqwxy';

interface Counter {
  words: number;
  letters: number;
  others: number;
}

/** Of the same shape where a shape can be seen: an account, an id of digits or of digits and letters. Few digits say nothing. */
function pseudonymOf(word: string, counts: Counter, isTaken: (candidate: string) => boolean): string {
  const hasDigit = /\d/.test(word);
  const make = (): string => {
    if (/^\d{12}$/.test(word)) return accountAt(counts.others++);
    if (/^\d+$/.test(word)) return digitsAt(counts.others++, word.length);
    if (hasDigit && word.length >= 8 && /^[\da-f]+$/.test(word)) return hexadecimalAt(counts.others++, word.length);
    if (hasDigit && word.length >= 12) return alphanumericAt(counts.others++, word.length);
    if (word.length === 1 && counts.letters < spareLetters.length) return spareLetters[counts.letters++] ?? '';
    return wordAt(counts.words++);
  };
  if (/^\d{1,4}$/.test(word)) return word;
  let made = make();
  while (isTaken(made)) made = make();
  return made;
}

/** Words that differ in case only differ in case only afterwards. */
function inCaseOf(word: string, pseudonym: string): string {
  if (word === word.toLowerCase()) return pseudonym;
  if (word === word.toUpperCase()) return pseudonym.toUpperCase();
  const capital = pseudonym.slice(0, 1).toUpperCase() + pseudonym.slice(1);
  if (word.slice(1) === word.slice(1).toLowerCase()) return capital;
  const humps = [...word]
    .map((letter, index) => (letter === letter.toLowerCase() ? -1 : index))
    .filter((at) => at >= 0);
  const at = new Set(humps.map((hump) => hump % pseudonym.length));
  return [...pseudonym].map((letter, index) => (at.has(index) ? letter.toUpperCase() : letter)).join('');
}

/** Where words are cut: at every part in them, and inside a part where another one cuts it. */
function cutsOf(words: ReadonlySet<string>, parts: ReadonlyMap<string, Side>): ReadonlyMap<string, readonly number[]> {
  const inner = new Map<string, ReadonlySet<number>>([...parts.keys()].map((part) => [part, new Set<number>()]));
  const cuts = new Map<string, readonly number[]>();
  for (let round = 0; round < 5; round += 1) {
    let isStable = true;
    for (const word of words) {
      const places = placesIn(word, parts, inner);
      for (const { start, part } of places.found)
        for (const cut of places.cuts) {
          const within = cut - start;
          if (within <= 0 || within >= part.length || inner.get(part)?.has(within) === true) continue;
          inner.set(part, new Set([...(inner.get(part) ?? []), within]));
          isStable = false;
        }
      cuts.set(
        word,
        [...places.cuts].filter((cut) => cut > 0 && cut < word.length).sort((a, b) => a - b),
      );
    }
    if (isStable) break;
  }
  return cuts;
}

function placesIn(word: string, parts: ReadonlyMap<string, Side>, inner: ReadonlyMap<string, ReadonlySet<number>>) {
  const found: { readonly start: number; readonly part: string }[] = [];
  const cuts = new Set<number>();
  for (const [part, side] of parts)
    for (const start of startsOf(word, part, side)) {
      found.push({ start, part });
      for (const at of [0, part.length, ...(inner.get(part) ?? [])]) cuts.add(start + at);
    }
  return { found, cuts };
}

function startsOf(word: string, part: string, side: Side): readonly number[] {
  if (side === 'begins') return word.startsWith(part) ? [0] : [];
  if (side === 'ends') return word.endsWith(part) ? [word.length - part.length] : [];
  const starts: number[] = [];
  for (let at = word.indexOf(part); at >= 0; at = word.indexOf(part, at + part.length)) starts.push(at);
  return starts;
}
