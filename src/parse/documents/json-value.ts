// Reads JSON out of pasted text: plain, as a JSON string holding JSON, or with its quotes escaped once more. Never throws.

export type JsonRow = Readonly<Record<string, unknown>>;

export const isJsonRow = (value: unknown): value is JsonRow =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A paste is unwrapped at most this often: a string in a string in a string is no longer a paste. */
const layers = 4;

export function readJsonRow(text: string): JsonRow | undefined {
  let value: unknown = text.trim();
  for (let layer = 0; layer < layers && typeof value === 'string'; layer += 1) {
    value = parsed(value) ?? parsed(value.replace(/\\(["\\])/g, '$1'));
  }
  return isJsonRow(value) ? value : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
