// Takes fields out of an answer, whatever shape it came in.
import { isRow } from '../wire/decode.ts';

export function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, name) => (isRow(inner) && Object.hasOwn(inner, name) ? inner[name] : undefined),
    value,
  );
}

/** A text that is not empty. */
export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = at(value, ...path);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

/** Every value a path leads to; `*` goes to each element of a list or map. */
export function eachAt(value: unknown, path: readonly string[]): readonly unknown[] {
  const [name, ...rest] = path;
  if (name === undefined) return value === undefined || value === null || value === '' ? [] : [value];
  if (name !== '*') return eachAt(at(value, name), rest);
  const elements = Array.isArray(value) ? value : isRow(value) ? Object.values(value) : [];
  return elements.flatMap((element) => eachAt(element, rest));
}
