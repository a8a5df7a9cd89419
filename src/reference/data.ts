// Turns a generated data file into its value, read when first asked for, so that a run which needs none of it pays nothing.
import { readFileSync } from 'node:fs';

/** Made when first asked for, and kept. */
export function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** The build copies src/reference/data beside the bundle, so the same relative address serves both. */
const read = (name: string): Buffer => readFileSync(new URL(`./data/${name}`, import.meta.url));

export const lazyData = <T>(name: string): (() => T) => once(() => JSON.parse(read(name).toString('utf8')) as T);

/** The bytes as they are: a file of which one line is wanted is searched, not read into strings. */
export const lazyBytes = (name: string): (() => Buffer) => once(() => read(name));
