// Splits a sentence into plain words and the parts that are code: what stands in backticks, ARNs, actions, flags, addresses, mentions.

export interface Piece {
  readonly isCode: boolean;
  readonly text: string;
}

const asCode = (text: string): Piece => ({ isCode: true, text });
const asText = (text: string): Piece => ({ isCode: false, text });

/** Of one line; white space is brought together. */
export function pieces(text: string): readonly Piece[] {
  const line = text.replace(/\s+/g, ' ').trim();
  const parts = line.split(/((?<!`)`(?!`)[^`]+`(?!`))/);
  return parts
    .flatMap((part, position) => (position % 2 === 1 ? [asCode(part.slice(1, -1))] : words(part)))
    .filter((piece) => piece.text !== '');
}

/** A flag with its value, where what follows is no word of the sentence. */
const words = (text: string): readonly Piece[] =>
  (text.match(/(?<!\S)--[a-z-]+ (?=\S*[A-Z0-9=./:{<])\S+|[^ ]+| +/g) ?? []).flatMap((word) =>
    isTechnical(word) ? technical(word) : [asText(word)],
  );

/** No word of a sentence is that long; an ARN may be. */
const longestWord = 200;

/** Mentions, issue numbers, addresses, mathematics, ARNs and IAM actions. */
const isTechnical = (word: string): boolean =>
  word.length > longestWord ||
  /^--[a-z]|[@$]|#\d|\/\/|www\.|GH-\d|:[^:]*:|^\W*[a-z0-9-]+:(?:[A-Z][A-Za-z]*\*?|\*)\W*$/i.test(word);

/** Brackets and stops around the word stay outside. */
function technical(word: string): readonly Piece[] {
  if (word.length > longestWord) return [asCode(word)];
  const [, before = '', core = '', after = ''] = /^(["'(]*)(.*?)(["'),.;:!?]*)$/.exec(word) ?? [];
  return core === '' ? [asCode(word)] : [asText(before), asCode(core), asText(after)];
}
