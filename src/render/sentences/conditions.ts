// Puts one leaf of a condition into words: what it asked of a fact, and what it saw.
import type { Explanation } from '../../model/diagnosis.ts';
import type { OperatorName } from '../../model/operators.ts';
import { factPhrase, valueText } from './facts.ts';

export type LeafExplanation = Extract<Explanation, { kind: 'leaf' }>;

/** How an operator reads between fact and value, when it holds and when not. */
const verbs = {
  equal: ['is', 'is not'],
  notEqual: ['is not', 'is'],
  in: ['is one of', 'is none of'],
  notIn: ['is none of', 'is one of'],
  contains: ['includes', 'does not include'],
  doesNotContain: ['does not include', 'includes'],
  lessThan: ['is less than', 'is not less than'],
  lessThanInclusive: ['is at most', 'is more than'],
  greaterThan: ['is more than', 'is at most'],
  greaterThanInclusive: ['is at least', 'is less than'],
  includesText: ['says', 'does not say'],
  like: ['matches', 'does not match'],
  known: ['is known', 'is not known'],
} as const satisfies Record<OperatorName, readonly [string, string]>;

const quantifiers: Readonly<Record<string, readonly [string, string]>> = {
  someFact: ['has an element that', 'has no element that'],
  everyFact: ['has only elements of which each one', 'has an element of which it is not true that it'],
};

const isOperator = (name: string): name is OperatorName => name in verbs;

function verbOf(operator: string, holds: boolean): string {
  const [first = '', second] = operator.split(':');
  const name = second ?? first;
  if (!isOperator(name)) return `${operator}`;
  if (second === undefined) return verbs[name][holds ? 0 : 1];
  return `${quantifiers[first]?.[holds ? 0 : 1] ?? first} ${verbs[name][0]}`;
}

function objectOf(leaf: LeafExplanation): string {
  if (leaf.expectedFact !== undefined) return factPhrase(leaf.expectedFact);
  return leaf.expected === undefined ? 'a value that is not known' : valueText(leaf.expected);
}

const requestOf = ({ params }: LeafExplanation): string =>
  params === undefined ? '' : ` about ${Object.values(params).join(' on ')}`;

/** What the leaf says, as a sentence without its full stop: "the error code is AccessDenied". */
export function leafClause(leaf: LeafExplanation): string {
  const subject = `${factPhrase(leaf.fact)}${requestOf(leaf)}`;
  if (leaf.operator === 'known') {
    const known = (leaf.expected === true) === (leaf.value === true);
    return `${subject} ${verbs.known[known ? 0 : 1]}`;
  }
  if (leaf.value === 'unknown') return `${subject} is not known`;
  if (isBare(leaf)) return `${subject}: ${leaf.actual === true ? 'yes' : 'no'}`;
  const seen = leaf.value || leaf.actual === undefined ? '' : ` (it is ${valueText(leaf.actual)})`;
  return `${subject} ${verbOf(leaf.operator, leaf.value)} ${objectOf(leaf)}${seen}`;
}

/** A yes-or-no fact compared with a literal needs no "is yes". */
const isBare = (leaf: LeafExplanation): boolean =>
  typeof leaf.actual === 'boolean' && leaf.operator === 'equal' && typeof leaf.expected === 'boolean';

/** The leaves of a condition that made it what it is, in order. */
export function leavesOf(explanation: Explanation): readonly LeafExplanation[] {
  if (explanation.kind === 'leaf') return [explanation];
  return explanation.kind === 'not' ? leavesOf(explanation.child) : explanation.children.flatMap(leavesOf);
}

export const sentence = (clause: string): string => `${clause.slice(0, 1).toUpperCase()}${clause.slice(1)}.`;
export const leafSentence = (leaf: LeafExplanation): string => sentence(leafClause(leaf));
