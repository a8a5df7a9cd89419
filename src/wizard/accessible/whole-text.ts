// Gathers the lines that belong together: an error of several lines up to an empty one, a JSON document up to its end.
import type { WizardState } from '../state/wizard-state.ts';
import type { Lines, Said } from './lines.ts';

/** Milliseconds within which the rest of a paste follows an empty line in it. */
const burst = 120;

export async function wholeText(lines: Lines, state: WizardState): Promise<Said> {
  const first = await lines.next();
  if (first.kind !== 'line') return first;
  if (state.place.screen === 'input') return isWord(first.text) ? first : wholeError(lines, first.text);
  return state.place.screen === 'step' && isOpen(first.text) ? wholeDocument(lines, first.text) : first;
}

/** One word is no error yet. */
const isWord = (line: string): boolean => /^\s*[\w?/]*\s*$/.test(line);

async function wholeError(lines: Lines, first: string): Promise<Said> {
  const read = [first];
  for (;;) {
    const last = read.at(-1) ?? '';
    const next = last.trim() === '' ? await lines.soon(burst) : await lines.next();
    if (next === undefined || next.kind === 'end') break;
    if (next.kind === 'interrupt') return next;
    read.push(next.text);
  }
  return { kind: 'line', text: read.join('\n').trimEnd() };
}

/** Whether a text starts a JSON document and does not end it. */
function isOpen(text: string): boolean {
  if (!/^\s*[{[]/.test(text)) return false;
  try {
    JSON.parse(text);
    return false;
  } catch {
    return true;
  }
}

async function wholeDocument(lines: Lines, first: string): Promise<Said> {
  let text = first;
  while (isOpen(text)) {
    const next = await lines.next();
    if (next.kind === 'interrupt') return next;
    if (next.kind === 'end' || next.text.trim() === '') break;
    text += `\n${next.text}`;
  }
  return { kind: 'line', text };
}
