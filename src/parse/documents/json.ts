// Reads JSON as it is found in the wild: whole, after a shell prompt, one document a line, or inside a string of another document.

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A field of an object, never one inherited from its prototype. */
export function fieldOf(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

export function textOf(value: unknown, name: string): string | undefined {
  const field = fieldOf(value, name);
  return typeof field === 'string' && field !== '' ? field : undefined;
}

export function listOf(value: unknown, name: string): readonly unknown[] {
  const field = fieldOf(value, name);
  return Array.isArray(field) ? field : [];
}

export function tryJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function tryLines(text: string): unknown {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2 || !lines.every((line) => /^\s{0,20}[{]/.test(line))) return undefined;
  const values = lines.map(tryJson);
  return values.every((value) => value !== undefined) ? values : undefined;
}

/** The JSON a text consists of, apart from a command or prompt in front and white space around; undefined when it is something else. */
export function readJson(text: string): unknown {
  const start = text.search(/[{["]/);
  if (start < 0 || start > 500) return undefined;
  const body = start === 0 ? text : text.slice(start);
  const closing = body.trimEnd().at(-1);
  if (closing !== '}' && closing !== ']' && closing !== '"') return undefined;
  const value = tryJson(body) ?? tryLines(body);
  return typeof value === 'string' ? tryJson(value) : value;
}
