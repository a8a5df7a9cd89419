// A change of one policy document: elements of its statements set anew, and statements added at the end, so that indexes stay.
import { type Row, isRow, statementsOf } from './plain.ts';

export interface StatementEdit {
  readonly index: number;
  /** Elements with their new value; undefined takes the element out. */
  readonly set: Row;
}

export interface Edit {
  readonly statements: readonly StatementEdit[];
  readonly append: readonly Row[];
}

export const appended = (...append: readonly Row[]): Edit => ({ statements: [], append });

const changed = (statement: unknown, { set }: StatementEdit): unknown =>
  isRow(statement)
    ? Object.fromEntries(Object.entries({ ...statement, ...set }).filter(([, value]) => value !== undefined))
    : statement;

/** A statement that stood alone becomes the first of a list. */
export function edited(document: Row, { statements, append }: Edit): Row {
  const list = statementsOf(document).map((statement, index) =>
    statements.filter((edit) => edit.index === index).reduce(changed, statement),
  );
  const isAlone = !Array.isArray(document.Statement) && append.length === 0;
  return { ...document, Statement: isAlone ? list[0] : [...list, ...append] };
}
