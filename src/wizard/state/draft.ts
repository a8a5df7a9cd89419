// A text being typed, with a cursor: editing as pure functions.

export interface Draft {
  readonly text: string;
  /** Position in UTF-16 code units, never inside a pair. */
  readonly cursor: number;
}

export const draftOf = (text: string): Draft => ({ text, cursor: text.length });

export const inserted = ({ text, cursor }: Draft, piece: string): Draft => ({
  text: text.slice(0, cursor) + piece + text.slice(cursor),
  cursor: cursor + piece.length,
});

const before = ({ text, cursor }: Draft): number => {
  const pair = cursor > 1 && (text.codePointAt(cursor - 2) ?? 0) > 0xffff;
  return Math.max(0, cursor - (pair ? 2 : 1));
};

const after = ({ text, cursor }: Draft): number => {
  const pair = (text.codePointAt(cursor) ?? 0) > 0xffff;
  return Math.min(text.length, cursor + (pair ? 2 : 1));
};

const lineStart = ({ text, cursor }: Draft): number => (cursor === 0 ? 0 : text.lastIndexOf('\n', cursor - 1) + 1);

function lineEnd({ text, cursor }: Draft): number {
  const end = text.indexOf('\n', cursor);
  return end === -1 ? text.length : end;
}

function lineUp(draft: Draft): number {
  const start = lineStart(draft);
  if (start === 0) return 0;
  const previous = lineStart({ ...draft, cursor: start - 1 });
  return Math.min(previous + draft.cursor - start, start - 1);
}

function lineDown(draft: Draft): number {
  const end = lineEnd(draft);
  if (end === draft.text.length) return end;
  const next = { ...draft, cursor: end + 1 };
  return Math.min(next.cursor + draft.cursor - lineStart(draft), lineEnd(next));
}

/** Out of the middle of a surrogate pair, where moving between lines may lead. */
function settled(text: string, cursor: number): Draft {
  const inside = (text.codePointAt(cursor - 1) ?? 0) > 0xffff;
  return { text, cursor: inside ? cursor - 1 : cursor };
}

const without = (draft: Draft, from: number, to: number): Draft => ({
  text: draft.text.slice(0, from) + draft.text.slice(to),
  cursor: from,
});

/** What each editing key does to a draft; other keys are not its business. */
export const edits = {
  left: (draft: Draft): Draft => ({ ...draft, cursor: before(draft) }),
  right: (draft: Draft): Draft => ({ ...draft, cursor: after(draft) }),
  up: (draft: Draft): Draft => settled(draft.text, lineUp(draft)),
  down: (draft: Draft): Draft => settled(draft.text, lineDown(draft)),
  home: (draft: Draft): Draft => ({ ...draft, cursor: lineStart(draft) }),
  end: (draft: Draft): Draft => ({ ...draft, cursor: lineEnd(draft) }),
  backspace: (draft: Draft): Draft => without(draft, before(draft), draft.cursor),
  delete: (draft: Draft): Draft => without(draft, draft.cursor, after(draft)),
  ctrlU: (draft: Draft): Draft => without(draft, lineStart(draft), draft.cursor),
} as const;

export type EditingKey = keyof typeof edits;

export const isEditingKey = (key: unknown): key is EditingKey => typeof key === 'string' && Object.hasOwn(edits, key);
