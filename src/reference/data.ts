// Turns a generated data file into its value, read when first asked for, so that a run which needs none of it pays nothing.
import { readFileSync } from 'node:fs';

/** The build copies src/reference/data beside the bundle, so the same relative address serves both. */
export function lazyData<T>(name: string): () => T {
  let loaded: T | undefined;
  return () => (loaded ??= JSON.parse(readFileSync(new URL(`./data/${name}`, import.meta.url), 'utf8')) as T);
}
