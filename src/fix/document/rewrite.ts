// Carries an edit out in the text of a document, so that only the lines it concerns differ.
import { type Edit, edited } from './edit.ts';
import { type Row, isRow, printed, statementsOf } from './plain.ts';
import { type Span, spansOf } from './spans.ts';

interface Splice extends Span {
  readonly text: string;
}

/** A list stays on one line where it stood on one. */
function written(value: unknown, indent: string, unit: string, wasInline: boolean): string {
  const inline = JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ').replace(/^\[ /, '[').replace(/ \]$/, ']');
  const isFlat = typeof value !== 'object' || (Array.isArray(value) && value.every((one) => typeof one !== 'object'));
  if (wasInline && isFlat) return inline;
  return JSON.stringify(value, null, unit).replace(/\n/g, `\n${indent}`);
}

/** The white space its line begins with. */
const indentAt = (text: string, at: number): string =>
  /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', at - 1) + 1, at))?.[0] ?? '';

class Rewriter {
  readonly splices: Splice[] = [];
  private readonly spans: ReadonlyMap<string, Span>;
  private readonly unit: string;

  constructor(
    private readonly text: string,
    private readonly document: Row,
  ) {
    this.spans = spansOf(text);
    this.unit = /\n([ \t]+)/.exec(text)?.[1] ?? '  ';
  }

  private pointer(index: number): string {
    return Array.isArray(this.document.Statement) ? `/Statement/${index}` : '/Statement';
  }

  element(index: number, name: string, value: unknown): boolean {
    const span = this.spans.get(`${this.pointer(index)}/${name}`);
    if (span === undefined || value === undefined) return false;
    const before = this.text.slice(span.start, span.end);
    const written_ = written(value, indentAt(this.text, span.start), this.unit, !before.includes('\n'));
    this.splices.push({ ...span, text: written_ });
    return true;
  }

  /** Where elements come or go, the statement is written anew. */
  whole(index: number, statement: unknown): void {
    const span = this.spans.get(this.pointer(index));
    if (span === undefined) return;
    this.splices.push({ ...span, text: written(statement, indentAt(this.text, span.start), this.unit, false) });
  }

  append(statements: readonly Row[]): void {
    const last = this.spans.get(`/Statement/${statementsOf(this.document).length - 1}`);
    if (last === undefined || statements.length === 0) return;
    const indent = indentAt(this.text, last.start);
    const texts = statements.map((statement) => `,\n${indent}${written(statement, indent, this.unit, false)}`);
    this.splices.push({ start: last.end, end: last.end, text: texts.join('') });
  }

  result(): string {
    const byPlace = this.splices.toSorted((one, other) => other.start - one.start);
    return byPlace.reduce((text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end), this.text);
  }
}

function spliced(text: string, document: Row, edit: Edit): string {
  const rewriter = new Rewriter(text, document);
  const after = statementsOf(edited(document, edit));
  for (const { index, set } of edit.statements) {
    const before = statementsOf(document)[index];
    const isWithin =
      isRow(before) && Object.entries(set).every(([name, value]) => value !== undefined && name in before);
    if (!isWithin) rewriter.whole(index, after[index]);
    else for (const [name, value] of Object.entries(set)) rewriter.element(index, name, value);
  }
  rewriter.append(edit.append);
  return rewriter.result();
}

const means = (text: string, document: Row): boolean => {
  try {
    return JSON.stringify(JSON.parse(text)) === JSON.stringify(document);
  } catch {
    return false;
  }
};

/** A text that would not mean the edited document is given up for a fresh one. */
export function rewritten(text: string, document: Row, edit: Edit): string {
  const after = edited(document, edit);
  const result = spliced(text, document, edit);
  return means(result, after) ? result : printed(after);
}
