// Makes the exchange of names for pseudonyms: one for everything that belongs together, so that the same name is the same everywhere.
import { parseDenials } from '../../parse/parse-denials.ts';
import { newAddresses } from './addresses.ts';
import { inData } from './data.ts';
import { proseWords } from './known-words.ts';
import { inNames, type Desk } from './names.ts';
import { inProse, noteNames } from './prose.ts';
import { newWords } from './words.ts';

export interface Redactor {
  /** Running text: what is recognised in it, and every name that is known. */
  text(text: string): string;
  /** The same for a text that holds errors: what they say has to be read from it as before. */
  errors(text: string): string;
  /** Facts, policies and whatever holds them: the same data with pseudonyms in it. */
  data<Data>(data: Data): Data;
}

export interface Redactable {
  readonly texts?: readonly string[];
  readonly data?: readonly unknown[];
}

/** All that is to be redacted together: a name is known everywhere as soon as one part shows that it is one. */
export function redactorFor({ texts = [], data = [] }: Redactable): Redactor {
  const shared = {
    words: newWords((word) => proseWords.has(word)),
    addresses: newAddresses(),
    uuids: new Map<string, string>(),
  };
  const noting: Desk = { ...shared, isNoting: true };
  for (const part of data) inData(part, noting);
  for (const text of texts) {
    noteNames(text, noting);
    for (const { principal = '', resource = '', requestId = '' } of parseDenials(text))
      for (const name of [principal, resource, requestId]) inNames(name, noting);
  }
  const desk: Desk = { ...shared, isNoting: false };
  return {
    text: (text) => inProse(text, desk),
    errors: (text) => {
      const whole = inProse(text, desk);
      return saysTheSame(whole, text) ? whole : inProse(text, { ...desk, isSparing: true });
    },
    data: <Data>(part: Data) => inData(part, desk) as Data,
  };
}

/** A name may be a word of the sentence it stands in. */
const saysTheSame = (left: string, right: string): boolean => readings(left) === readings(right);

const readings = (text: string): string =>
  JSON.stringify(
    parseDenials(text).map((denial) => [
      ...[denial.class, denial.code, denial.httpStatus, denial.service, denial.operation, denial.action],
      ...[denial.denyType, denial.policyType, denial.policyTypeVia, denial.encodedState, denial.tool],
      ...[denial.principal === undefined, denial.resource === undefined],
    ]),
  );
