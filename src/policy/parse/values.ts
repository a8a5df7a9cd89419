// Reads the small shapes a policy is made of: text or list of text, and plain objects. (AWS page: "Grammar of the IAM JSON policy language")

export type Dictionary = Readonly<Record<string, unknown>>;

export const isDictionary = (value: unknown): value is Dictionary =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Own properties only: a key such as `constructor` must not reach the prototype. */
export const member = (value: Dictionary, key: string): unknown => (Object.hasOwn(value, key) ? value[key] : undefined);

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** One text or a list of them; numbers and booleans may stand unquoted. Undefined when anything else is found. */
export function textsOf(value: unknown): readonly string[] | undefined {
  const texts: string[] = [];
  for (const item of Array.isArray(value) ? (value as readonly unknown[]) : [value]) {
    const text = textOf(item);
    if (text === undefined) return undefined;
    texts.push(text);
  }
  return texts;
}

/** What stands there, short enough for a message. */
export function excerpt(value: unknown): string {
  if (value === undefined) return '';
  const text = typeof value === 'string' ? value : Array.isArray(value) ? `list of ${value.length}` : describe(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

const describe = (value: unknown): string => (isDictionary(value) ? 'object' : String(value));
