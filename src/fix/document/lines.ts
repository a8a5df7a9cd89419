// The line on which a statement begins, in the text of its document as shown.
import { spansOf } from './spans.ts';
import type { Row } from './plain.ts';

export function statementLine(
  { text, document }: { readonly text?: string; readonly document?: Row },
  index: number,
): number | undefined {
  if (text === undefined || document === undefined) return undefined;
  const span = spansOf(text).get(Array.isArray(document.Statement) ? `/Statement/${index}` : '/Statement');
  return span === undefined ? undefined : text.slice(0, span.start).split('\n').length;
}
