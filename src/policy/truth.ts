// Three-valued logic: true, false, and unknown where the facts do not tell.
import type { Truth } from '../model/policy.ts';

export function and(left: Truth, right: Truth): Truth {
  if (left === false || right === false) return false;
  return left === true && right === true ? true : 'unknown';
}

export function or(left: Truth, right: Truth): Truth {
  if (left === true || right === true) return true;
  return left === false && right === false ? false : 'unknown';
}

export const not = (value: Truth): Truth => (value === 'unknown' ? value : !value);

export const all = (values: readonly Truth[]): Truth => values.reduce(and, true);
export const any = (values: readonly Truth[]): Truth => values.reduce(or, false);
