// Facts that a person states for certain: `--set name=value` and the plain map of the library call.
import type { Fact, FactOrigin } from '../model/fact.ts';
import { InputError } from '../model/input-error.ts';
import { readTyped, typeFact, unknownName, type Typed } from './typed.ts';
import { entryOf } from '../model/catalogue/catalogue.ts';

const given = (name: string, typed: Typed, origin: FactOrigin, from: string): Fact => {
  if ('problem' in typed) throw new InputError(typed.problem, typed.hint);
  return { name, status: 'present', value: typed.value, source: { origin, from, grade: 'answered' } };
};

const absent = (name: string, origin: FactOrigin, from: string): Fact => {
  const entry = entryOf(name);
  if (entry === undefined) return given(name, unknownName(name), origin, from);
  if (entry.absentAs === undefined) throw new InputError(`${name} cannot be absent`, entry.meaning);
  return { name, status: 'absent', source: { origin, from, grade: 'answered' } };
};

/** Reads one `name=value`; `absent` says that there is no such thing. Throws an input error that names what is valid. */
export function readSetting(setting: string): Fact {
  const split = setting.indexOf('=');
  if (split < 1)
    throw new InputError(`--set takes name=value, not ${JSON.stringify(setting)}`, 'for example caller.kind=user');
  const [name, value] = [setting.slice(0, split), setting.slice(split + 1)];
  if (value === 'absent') return absent(name, 'set', '--set');
  return given(name, readTyped(name, value), 'set', '--set');
}

export const givenFacts = (facts: Readonly<Record<string, unknown>>): readonly Fact[] =>
  Object.entries(facts).map(([name, value]) =>
    value === 'absent' && entryOf(name)?.values?.includes('absent') !== true
      ? absent(name, 'set', 'given')
      : given(name, typeFact(name, value), 'set', 'given'),
  );
