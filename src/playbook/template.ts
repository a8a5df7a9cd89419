// Fills the placeholders of a playbook's texts, commands and policy documents from facts, each by the rules of where it stands. A value is never expanded again.
import type { FactValue } from '../model/fact.ts';
import type { PolicyTree } from '../model/playbook.ts';
import { factInWords, partsOf, solePlaceholder, upperCaseName, type Placeholder } from './placeholder.ts';
import { hasInvisible, quotingAfter, shellWord, type Quoting } from './shell.ts';

/** The value of a fact, or undefined when it is unknown. */
export type FactLookup = (fact: string) => FactValue | undefined;

export function expandText(template: string, lookup: FactLookup): string {
  const filled = (part: Placeholder) => {
    const value = lookup(part.fact);
    return value === undefined ? (part.or ?? `(unknown ${factInWords(part.fact)})`) : inText(value);
  };
  return partsOf(template)
    .map((part) => (typeof part === 'string' ? part : filled(part)))
    .join('');
}

/** A value that cannot be copied safely, and one inside quotes, becomes the upper-case name. */
export function expandCommand(template: string, lookup: FactLookup): string {
  let command = '';
  let quoting: Quoting = 'none';
  for (const part of partsOf(template)) {
    if (typeof part === 'string') {
      quoting = quotingAfter(part, quoting);
      command += part;
    } else command += quoting === 'none' ? inCommand(part, lookup, command) : upperCaseName(part.fact);
  }
  return command;
}

/** A scalar that is one placeholder takes the value itself, so that a list stays a list. */
export function expandPolicy(tree: PolicyTree, lookup: FactLookup): PolicyTree {
  if (typeof tree === 'string') return inPolicy(tree, lookup);
  if (typeof tree !== 'object') return tree;
  if (isList(tree)) return tree.map((item) => expandPolicy(item, lookup));
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, expandPolicy(value, lookup)]));
}

/** Whether a policy has places that somebody has to fill in: unknown facts, and names written in upper case. */
export function hasOpenPlaces(tree: PolicyTree, lookup: FactLookup): boolean {
  if (typeof tree === 'string')
    return partsOf(tree).some((part) =>
      typeof part === 'string' ? /\b[A-Z]+(?:_[A-Z0-9]+)+\b/.test(part) : lookup(part.fact) === undefined,
    );
  return typeof tree === 'object' && Object.values(tree).some((part: PolicyTree) => hasOpenPlaces(part, lookup));
}

function isList<Item>(value: Item | readonly Item[] | object): value is readonly Item[] {
  return Array.isArray(value);
}

function inText(value: FactValue): string {
  if (typeof value !== 'object') return String(value);
  if (!isList<FactValue>(value)) return JSON.stringify(value);
  return value.length === 0 ? 'none' : value.map(inText).join(', ');
}

function inCommand(part: Placeholder, lookup: FactLookup, before: string): string {
  const value = lookup(part.fact) ?? part.or;
  const startsWord = before === '' || /[\s=]$/.test(before);
  const texts = value !== undefined && isList<FactValue>(value) ? value.map(inText) : [value ?? ''].map(inText);
  const words = texts.map((text) => shellWord(text, startsWord));
  const known = words.length > 0 && !words.includes(undefined);
  return known ? words.join(startsWord && !before.endsWith('=') ? ' ' : ',') : upperCaseName(part.fact);
}

function inPolicy(scalar: string, lookup: FactLookup): PolicyTree {
  const known = (part: Placeholder): FactValue => {
    const value = lookup(part.fact);
    return value === undefined || hasInvisible(inText(value)) ? (part.or ?? upperCaseName(part.fact)) : value;
  };
  const sole = solePlaceholder(scalar);
  if (sole !== undefined) return known(sole);
  return partsOf(scalar)
    .map((part) => (typeof part === 'string' ? part : inText(known(part))))
    .join('');
}
