// Reads the error of a test once, however often it is run: alone, among the others, and for each mutant.
import type { Denial } from '../../model/denial.ts';
import { parseDenials } from '../../parse/parse-denials.ts';

const read = new Map<string, Denial | undefined>();
const mostKept = 5000;

/** The denial a test is about: the first of its text. */
export function readError(text: string): Denial | undefined {
  if (read.has(text)) return read.get(text);
  if (read.size >= mostKept) read.clear();
  const [denial] = parseDenials(text);
  read.set(text, denial);
  return denial;
}
