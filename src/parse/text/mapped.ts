// Rewrites text while remembering, for every character left, where it stood in the text before.

export interface Mapped {
  readonly text: string;
  /** Offset in the original text of each character, and of the end. */
  readonly at: Int32Array;
}

export function mapText(text: string, base: number): Mapped {
  const at = new Int32Array(text.length + 1);
  for (let index = 0; index <= text.length; index += 1) at[index] = base + index;
  return { text, at };
}

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function copyOffsets(from: Mapped, edits: readonly Edit[], length: number): Int32Array {
  const at = new Int32Array(length + 1);
  let read = 0;
  let write = 0;
  for (const edit of edits) {
    at.set(from.at.subarray(read, edit.start), write);
    write += edit.start - read;
    const origin = from.at[edit.start] ?? 0;
    for (let index = 0; index < edit.text.length; index += 1) at[write + index] = origin;
    write += edit.text.length;
    read = edit.end;
  }
  at.set(from.at.subarray(read), write);
  return at;
}

/** Applies edits that are in text order and do not overlap. */
export function applyEdits(mapped: Mapped, edits: readonly Edit[]): Mapped {
  if (edits.length === 0) return mapped;
  const parts: string[] = [];
  let read = 0;
  for (const edit of edits) {
    parts.push(mapped.text.slice(read, edit.start), edit.text);
    read = edit.end;
  }
  parts.push(mapped.text.slice(read));
  const text = parts.join('');
  return { text, at: copyOffsets(mapped, edits, text.length) };
}

export type Replacement = string | ((match: RegExpExecArray) => string);

/** Replaces every match of a global pattern. */
export function replaceMapped(mapped: Mapped, pattern: RegExp, replacement: Replacement): Mapped {
  const edits: Edit[] = [];
  for (const match of mapped.text.matchAll(pattern)) {
    const text = typeof replacement === 'string' ? replacement : replacement(match);
    if (match[0] !== text) edits.push({ start: match.index, end: match.index + match[0].length, text });
  }
  return applyEdits(mapped, edits);
}
