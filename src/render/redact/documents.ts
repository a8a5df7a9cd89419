// Exchanges names in policy documents, as data or as JSON text, whose lines stay where they are.
import { isNamingKey } from './known-words.ts';
import { inNames, type Desk } from './names.ts';
import { inProse } from './prose.ts';

type Row = Readonly<Record<string, unknown>>;
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What to do with a text in a policy, by the keys on the way to it. */
export function inPolicyText(text: string, path: readonly string[], desk: Desk): string {
  const element = path[1] ?? path[0] ?? '';
  const [first] = path;
  if (first === 'Id' || element === 'Sid') return inNames(text, desk);
  if (/^(?:Not)?(?:Resource|Principal)$/.test(element))
    return /^\d{12}$/.test(text) ? inProse(text, desk) : inNames(text, desk);
  if (element === 'Condition') return isNamingKey(path[3] ?? '') ? inNames(text, desk) : inProse(text, desk);
  return text;
}

/** Keys are kept: element names, operators, condition keys and kinds of principals are AWS's. */
export function inDocument(value: unknown, path: readonly string[], desk: Desk, depth = 0): unknown {
  if (typeof value === 'string') return inPolicyText(value, path, desk);
  if (depth > 40) return value;
  if (Array.isArray(value)) return value.map((item) => inDocument(item, path, desk, depth + 1));
  if (!isRow(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, inDocument(item, [...path, key], desk, depth + 1)]),
  );
}

const marks = /"(?:[^"\\]|\\.)*"|[{}[\],]/g;

/** The JSON text with its texts exchanged in place; undefined where it is no JSON. */
export function inJsonText(text: string, desk: Desk): string | undefined {
  if (!isJson(text)) return undefined;
  const keys: (string | null)[] = [];
  return text.replace(marks, (mark: string, at: number) => {
    if (mark === '{') keys.push('');
    else if (mark === '[') keys.push(null);
    else if (mark === '}' || mark === ']') keys.pop();
    if (!mark.startsWith('"')) return mark;
    const plain = JSON.parse(mark) as string;
    if (keys.at(-1) !== null && /^\s*:/.test(text.slice(at + mark.length, at + mark.length + 200))) {
      if (keys.length > 0) keys[keys.length - 1] = plain;
      return mark;
    }
    const path = keys.filter((key) => key !== null);
    const changed = inPolicyText(plain, path, desk);
    return changed === plain ? mark : JSON.stringify(changed);
  });
}

function isJson(text: string): boolean {
  try {
    return isRow(JSON.parse(text));
  } catch {
    return false;
  }
}
