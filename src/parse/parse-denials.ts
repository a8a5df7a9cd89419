// Turns any text into the denials it tells of: authorization first, then credentials, other AWS errors, and errors that are not from AWS.
import type { Denial } from '../model/denial.ts';
import { recogniseInput } from './recognise-input.ts';

export function parseDenials(text: string): Denial[] {
  return recogniseInput(text).map(({ denial }) => denial);
}
