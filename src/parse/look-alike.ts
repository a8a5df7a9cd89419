// Names the look-alike that a text without any AWS error is.
import { recogniseInput } from './recognise-input.ts';

/** The id of the first look-alike; undefined when the text holds an AWS error or nothing known. */
export function lookAlikeOf(text: string): string | undefined {
  const found = recogniseInput(text);
  if (found.some(({ denial }) => denial.class !== 'not-aws')) return undefined;
  return found.find(({ lookAlike }) => lookAlike !== undefined)?.lookAlike;
}
