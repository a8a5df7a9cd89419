// Finds what still looks like a secret once names have been exchanged, and says where it stands.
import { hideSecrets, looksRandom } from '../mask.ts';

export const leftoverKinds = ['access key or token', 'private key', 'web token', 'password', 'random text'] as const;

export interface Leftover {
  /** The keys on the way to it, as a path. */
  readonly place: string;
  readonly kind: (typeof leftoverKinds)[number];
}

const tells: readonly (readonly [Leftover['kind'], (text: string) => boolean])[] = [
  ['access key or token', (text) => hideSecrets(text) !== text],
  ['private key', (text) => /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)],
  ['web token', (text) => /\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{5,}/.test(text)],
  [
    'password',
    (text) =>
      /\b(?:password|passwd|pwd|secret|api[_-]?key)["']?\s{0,4}[:=]\s{0,4}["']?(?!\(hidden\))[^\s"']{6,}/i.test(text),
  ],
  ['random text', (text) => (text.match(/(?<![\w+/=-])[A-Za-z0-9+/]{32,}={0,2}(?![\w+/=-])/g) ?? []).some(looksRandom)],
];

export function leftoversIn(value: unknown, place = '', depth = 0): readonly Leftover[] {
  if (typeof value === 'string') {
    const tell = tells.find(([, fits]) => fits(value));
    return tell === undefined ? [] : [{ place, kind: tell[0] }];
  }
  if (typeof value !== 'object' || value === null || depth > 100) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    leftoversIn(item, place === '' ? key : `${place}.${key}`, depth + 1),
  );
}
