// What facts, their values, grades and sources are called in a sentence.
import { entryOf } from '../../model/catalogue/catalogue.ts';
import { policyTypes, type PolicyType } from '../../model/denial.ts';
import type { EvidenceGrade, Fact, FactOrigin, FactValue } from '../../model/fact.ts';
import { factPhrases } from './fact-phrases.ts';
import { decisionWords, layerNouns } from './layers.ts';

/** What a claim of this grade rests on. */
export const gradeSources = {
  authoritative: "AWS's own evaluation",
  stated: "AWS's message",
  evaluated: 'the policies read',
  answered: 'your answer',
  simulated: "AWS's policy simulator, which is a hint only",
  inferred: 'what follows from the rest',
} as const satisfies Record<EvidenceGrade, string>;

/** The same in one or two words, for a bracket. */
export const gradeNotes = {
  authoritative: 'decoded message',
  stated: 'message',
  evaluated: 'policies read',
  answered: 'your answer',
  simulated: 'simulator',
  inferred: 'derived',
} as const satisfies Record<EvidenceGrade, string>;

const originSentences = {
  set: () => 'You gave it with --set.',
  file: (from) => `It stands in ${from ?? 'a facts file'}.`,
  live: (from) => `It was read from AWS${from === undefined ? '' : ` by ${from}`}.`,
  error: () => "AWS's message says so.",
  document: (from) => `It was read from ${from ?? 'a document'}.`,
  derived: (from) => (from === undefined ? 'It follows from other facts.' : `It follows from ${factPhrase(from)}.`),
  answer: () => 'You said so.',
} as const satisfies Record<FactOrigin, (from: string | undefined) => string>;

/** Where a fact comes from, and when it was read: policies are read now, the denial was then. */
export function sourceSentence({ source }: Fact): string {
  const read = source.readAt === undefined ? '' : ` Read at ${source.readAt}.`;
  if (source.origin === 'derived' && source.grade === 'stated') return "AWS's message says so.";
  if (source.origin === 'derived' && source.grade === 'evaluated') return `By ${decidingPlace(source.from)}.${read}`;
  return originSentences[source.origin](source.from) + read;
}

/** The statements that decide, where one does: a missing Allow stands nowhere. */
const decidingPlace = (from = ''): string => (/ statement \d/.test(from) ? from : 'the policies read');

const typeAfter = (name: string, prefix: string): PolicyType | undefined =>
  policyTypes.find((type) => name === `${prefix}${type}`);

/** A fact's name in words: `decision.scp` gives "what the service control policy decides", a yes-or-no fact its meaning. */
export function factPhrase(name: string): string {
  const decided = typeAfter(name, 'decision.');
  if (decided !== undefined) return `what the ${layerNouns[decided]} decides`;
  const present = typeAfter(name, 'policy.');
  if (present !== undefined) return `the ${layerNouns[present]}`;
  if (name.startsWith('answers.')) return `the answer to "${name.slice(8)}"`;
  if (name.startsWith('steps.')) return `the outcome of step "${name.slice(6)}"`;
  const entry = entryOf(name);
  if (entry?.type === 'boolean') return lowerFirst(entry.meaning.split(/;|: |\./)[0] ?? '');
  return factPhrases[name] ?? `the ${wordsOf(name)}`;
}

const lowerFirst = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1);

function wordsOf(name: string): string {
  const spaced = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/[.-]/g, ' ');
  return spaced.toLowerCase().replace(/\b(arn|id|scp|rcp|mfa)\b/g, (word) => word.toUpperCase());
}

const longest = 120;
const words: Readonly<Record<string, string>> = decisionWords;

/** A value in a sentence; long ones are cut. */
export function valueText(value: FactValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return cut(isList(value) ? listText(value) : JSON.stringify(value));
  return words[value] ?? cut(/\s|^$/.test(value) ? `"${value}"` : value);
}

const isList = (value: FactValue): value is readonly FactValue[] => Array.isArray(value);
const listText = (values: readonly FactValue[]) => (values.length === 0 ? 'none' : values.map(valueText).join(', '));
const cut = (text: string) => (text.length <= longest ? text : `${text.slice(0, longest - 1)}…`);
