// Stands in for src/playbook/known-fragment.ts in the package: a text that is a built-in fragment to the letter needs no reading of YAML.
import { readFileSync } from 'node:fs';
import type { Fragment } from '../../../src/model/playbook.ts';
import type { KnownFragment } from '../playbooks.ts';

let known: ReadonlyMap<string, Fragment> | undefined;

export function knownFragment(text: string): Promise<Fragment | undefined> {
  known ??= new Map(read().map((one) => [one.text, one.fragment]));
  return Promise.resolve(known.get(text));
}

const read = (): readonly KnownFragment[] =>
  JSON.parse(readFileSync(new URL('fragments.json', import.meta.url), 'utf8')) as readonly KnownFragment[];
