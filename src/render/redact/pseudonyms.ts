// Makes pseudonyms in the order they are asked for, so that nothing can be computed back: words that can be said, and ids of the shape they stand for.

const consonants = 'bdfgklmnprstvz';
const vowels = 'aeiou';
const total = consonants.length ** 3 * vowels.length ** 2;

/**
 * The nth word: consonant, vowel, consonant, vowel, consonant. Laid end to end such words can be read in one way only,
 * so that a word which begins or ends with another one, or has it inside, does so after the exchange as well, and no other does.
 */
export function wordAt(index: number): string {
  let rest = (index * 7919 + 4177) % total;
  const letters = [consonants, vowels, consonants, vowels, consonants].map((set) => {
    const letter = set[rest % set.length] ?? '';
    rest = Math.floor(rest / set.length);
    return letter;
  });
  return index < total ? letters.join('') : `${letters.join('')}${wordAt(index - total)}`;
}

/** Another number of an account: twelve digits. */
export const accountAt = (index: number): string => String(555_500_000_001 + index * 10_101);

const hexAt = (index: number, length: number): string => (index + 10).toString(16).padStart(length, '0').slice(-length);

/** Hexadecimal of the same length. */
export const hexadecimalAt = (index: number, length: number): string => `a${hexAt(index, length - 1)}`;

export const uuidAt = (index: number): string => `00000000-0000-4000-8000-${hexAt(index, 12)}`;

/** Letters and digits of the same length. */
export const alphanumericAt = (index: number, length: number): string =>
  `x${(index + 36)
    .toString(36)
    .padStart(length - 1, '0')
    .slice(1 - length)}`;

/** Digits of the same length. */
export const digitsAt = (index: number, length: number): string =>
  `9${String(index)
    .padStart(length - 1, '0')
    .slice(1 - length)}`;
