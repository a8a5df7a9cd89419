// Checks placeholders: well written, of facts that exist, outside quotes in commands, and only where they are filled in.
import { catalogue, entryOf } from '../../../model/catalogue/catalogue.ts';
import { placeholdersOf, type Placeholder } from '../../placeholder.ts';
import { quotingAfter, type Quoting } from '../../shell.ts';
import type { Path } from '../../yaml.ts';
import { conditionsOf, leavesOf } from '../conditions.ts';
import type { Finding } from '../diagnostic.ts';
import { nearest } from '../nearest.ts';
import { factFamilyHint } from '../shape/values.ts';
import type { Lint, Subject } from '../subject.ts';
import { stepFactFault } from './references.ts';
import { textsOf, type PlacedText } from './texts.ts';

export const templates: Lint = (subject) => {
  const texts = textsOf(subject);
  return [
    ...texts.flatMap(malformed),
    ...texts.flatMap((text) => unknownFacts(text, subject)),
    ...texts.flatMap(insideQuotes),
    ...literals(subject),
  ];
};

const names = catalogue.map(({ name }) => name);

function malformed({ text, path }: PlacedText): readonly Finding[] {
  const good = placeholdersOf(text);
  const starts = [...text.matchAll(/\{\{/g)].map(({ index }) => index);
  const bad = starts.find((start) => !good.some(({ offset, length }) => start >= offset && start < offset + length));
  if (bad === undefined) return [];
  const close = text.indexOf('}}', bad);
  const snippet = text.slice(bad, close < 0 ? bad + 2 : close + 2);
  const hint = snippet.includes('|')
    ? 'only | or "text" may follow a fact'
    : close < 0
      ? 'close it with }}'
      : 'write {{fact}} or {{fact | or "text"}}';
  return [{ code: 'WD401', path, part: 'value', snippet, message: `the placeholder ${snippet} cannot be read`, hint }];
}

function unknownFacts({ text, path }: PlacedText, subject: Subject): readonly Finding[] {
  return placeholdersOf(text).flatMap(({ fact }): readonly Finding[] => {
    const at = { path, part: 'value', snippet: fact } as const;
    const fault = stepFactFault(fact, subject);
    if (fault !== undefined) return [{ ...fault, ...at }];
    return isFact(fact) ? [] : [{ code: 'WD403', ...at, message: `there is no fact "${fact}"`, hint: factHint(fact) }];
  });
}

export const isFact = (name: string): boolean => entryOf(name) !== undefined || /^(steps|answers)\./.test(name);

export function factHint(name: string): string {
  const near = nearest(name, names);
  return near === undefined ? factFamilyHint(name) : `did you mean "${near}"?`;
}

function insideQuotes({ kind, text, path }: PlacedText): readonly Finding[] {
  if (kind !== 'command') return [];
  let quoting: Quoting = 'none';
  let end = 0;
  const inside = placeholdersOf(text).filter(({ offset, length }: Placeholder) => {
    quoting = quotingAfter(text.slice(end, offset), quoting);
    end = offset + length;
    return quoting !== 'none';
  });
  return inside.map(({ offset, length }) => ({
    code: 'WD402',
    path,
    part: 'value',
    snippet: text.slice(offset, offset + length),
    message: 'this placeholder stands inside quotes',
    hint: 'take it out of the quotes: its value is quoted for the shell by itself',
  }));
}

/** Placeholders in values that are taken literally. */
function literals(subject: Subject): readonly Finding[] {
  return conditionsOf(subject).flatMap(({ condition, path }) =>
    leavesOf(condition, path).flatMap(({ leaf, path: at }) => literal(leaf.value, [...at, 'value'])),
  );
}

function literal(value: unknown, path: Path): readonly Finding[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => literal(item, [...path, index]));
  const placeholder = typeof value === 'string' ? placeholdersOf(value)[0] : undefined;
  if (placeholder === undefined) return [];
  const hint = `to compare with another fact write value: { fact: ${placeholder.fact} }`;
  return [{ code: 'WD404', path, part: 'value', message: 'placeholders are not filled in here', hint }];
}
