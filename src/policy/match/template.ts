// Turns a policy text into pieces: plain text, escaped characters, and variables with their defaults. (AWS page: "IAM policy elements: Variables and tags")
import type { RequestView } from './request.ts';

/** In an escaped piece `*` and `?` are plain characters. */
export interface Piece {
  readonly text: string;
  readonly escaped: boolean;
}

export interface Variable {
  readonly key: string;
  readonly default?: string;
}

export interface Template {
  readonly source: string;
  readonly parts: readonly (Piece | Variable)[];
  /** The parts when there is no variable among them. */
  readonly fixed: readonly Piece[] | undefined;
}

const escapes: ReadonlySet<string> = new Set(['*', '?', '$']);

export const isPiece = (part: Piece | Variable): part is Piece => 'text' in part;

function readVariable(body: string): Piece | Variable {
  if (escapes.has(body)) return { text: body, escaped: true };
  const comma = body.indexOf(',');
  if (comma < 0) return { key: body.trim() };
  const fallback = body.slice(comma + 1).trim();
  const key = body.slice(0, comma).trim();
  const quoted = fallback.length >= 2 && fallback.startsWith("'") && fallback.endsWith("'");
  return quoted ? { key, default: fallback.slice(1, -1) } : { key };
}

/** Variables exist from Version 2012-10-17 on; in an older document `${…}` is plain text. */
export function parseTemplate(source: string, variables: boolean): Template {
  const parts: (Piece | Variable)[] = [];
  let from = 0;
  while (variables) {
    const open = source.indexOf('${', from);
    const close = open < 0 ? -1 : source.indexOf('}', open);
    if (close < 0) break;
    if (open > from) parts.push({ text: source.slice(from, open), escaped: false });
    parts.push(readVariable(source.slice(open + 2, close)));
    from = close + 1;
  }
  if (from < source.length || parts.length === 0) parts.push({ text: source.slice(from), escaped: false });
  return { source, parts, fixed: parts.every(isPiece) ? parts : undefined };
}

export const textOf = (pieces: readonly Piece[]): string => pieces.map((piece) => piece.text).join('');

export interface Filled {
  readonly pieces: readonly Piece[];
  /** A variable's own value holds `*` or `?`, which count as plain characters. */
  readonly wildcardValue: boolean;
}

/** Why a template could not be filled: a variable without value, or one whose value is not known. */
export type Unfilled = 'no-value' | 'unknown';

/** Fills the variables from the request; only a single value will do. */
export function fill(template: Template, view: RequestView): Filled | Unfilled {
  if (template.fixed !== undefined) return { pieces: template.fixed, wildcardValue: false };
  const pieces: Piece[] = [];
  let unknown = false;
  let wildcardValue = false;
  for (const part of template.parts) {
    const value = isPiece(part) ? part.text : valueOf(part, view);
    if (value === undefined) return 'no-value';
    if (value === unknownValue) unknown = true;
    else pieces.push({ text: value, escaped: isPiece(part) ? part.escaped : true });
    if (!isPiece(part) && typeof value === 'string' && /[*?]/.test(value)) wildcardValue = true;
  }
  return unknown ? 'unknown' : { pieces, wildcardValue };
}

const unknownValue = Symbol('unknown');

function valueOf(variable: Variable, view: RequestView): string | undefined | typeof unknownValue {
  const value = view.find(variable.key);
  if (value === 'unknown') return unknownValue;
  if (value === undefined) return variable.default;
  return value.values.length === 1 ? value.values[0] : undefined;
}

/** The unknown keys a template waits for. */
export const unknownKeysOf = (template: Template, view: RequestView): string[] =>
  template.parts.flatMap((part) => (isPiece(part) || view.find(part.key) !== 'unknown' ? [] : [part.key]));

/** Splits on colons outside `${}`, into at most `limit` parts: variable names carry colons themselves. */
export function splitOutsideVariables(source: string, limit: number, variables: boolean): string[] {
  if (!variables || !source.includes('${')) return splitPlain(source, limit);
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < source.length && parts.length < limit - 1; at += 1) {
    if (variables && source[at] === '$' && source[at + 1] === '{') {
      const close = source.indexOf('}', at);
      if (close < 0) variables = false;
      else at = close;
    } else if (source[at] === ':') {
      parts.push(source.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(source.slice(start));
  return parts;
}

function splitPlain(source: string, limit: number): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = source.indexOf(':'); at >= 0 && parts.length < limit - 1; at = source.indexOf(':', start)) {
    parts.push(source.slice(start, at));
    start = at + 1;
  }
  parts.push(source.slice(start));
  return parts;
}
