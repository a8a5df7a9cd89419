// Holds values that people state against the catalogue: the right type, a listed value, a name that exists.
import { catalogue, entryOf } from '../model/catalogue/catalogue.ts';
import type { CatalogueEntry } from '../model/catalogue/entry.ts';
import type { FactValue } from '../model/fact.ts';
import { nearest } from '../playbook/validate/nearest.ts';

export type Typed = { readonly value: FactValue } | { readonly problem: string; readonly hint?: string };

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

const fits: Readonly<Record<CatalogueEntry['type'], (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  boolean: (value) => typeof value === 'boolean',
  list: (value) => Array.isArray(value) && value.every((item) => ['string', 'number', 'boolean'].includes(typeof item)),
  object: isObject,
};

const listed = (entry: CatalogueEntry): string =>
  entry.values === undefined ? `for example ${JSON.stringify(entry.example)}` : `one of ${entry.values.join(', ')}`;

export function typeFact(name: string, value: unknown): Typed {
  const entry = entryOf(name);
  if (entry === undefined) return unknownName(name);
  if (!fits[entry.type](value)) {
    return { problem: `${name} takes a ${entry.type}, not ${JSON.stringify(value)}`, hint: listed(entry) };
  }
  const parts: readonly unknown[] = Array.isArray(value) ? value : [value];
  const allowed: readonly unknown[] | undefined = entry.values;
  const stray = allowed === undefined ? undefined : parts.find((part) => !allowed.includes(part));
  if (stray !== undefined) {
    return { problem: `${JSON.stringify(stray)} is never a value of ${name}`, hint: listed(entry) };
  }
  return { value: value as FactValue };
}

export function unknownName(name: string): Typed {
  const near = nearest(
    name,
    catalogue.map((entry) => entry.name),
  );
  return {
    problem: `There is no fact ${JSON.stringify(name)}`,
    hint: near === undefined ? 'whydenied playbook facts lists them all' : `did you mean ${near}?`,
  };
}

/** Reads what a person typed after `name=`: by the catalogue's type; lists and objects as JSON. */
export function readTyped(name: string, text: string): Typed {
  const entry = entryOf(name);
  if (entry === undefined) return unknownName(name);
  if (entry.type === 'string') return typeFact(name, text);
  try {
    return typeFact(name, JSON.parse(text));
  } catch {
    return {
      problem: `${name} takes a ${entry.type}, written as JSON, not ${JSON.stringify(text)}`,
      hint: listed(entry),
    };
  }
}
