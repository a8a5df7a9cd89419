// Lays out a text report: headings, hanging paragraphs, commands and columns, in the width and with the colours asked for.
import type { RenderOptions } from '../options.ts';
import { columnsOf, wrapped, wrappedCommand } from './width.ts';

export type Tone = 'strong' | 'good' | 'bad' | 'open' | 'hint';

/** Of the sixteen base colours only; a state is always a word as well. */
const codes: Readonly<Record<Tone, readonly [number, number]>> = {
  strong: [1, 22],
  good: [32, 39],
  bad: [31, 39],
  open: [33, 39],
  hint: [2, 22],
};

export interface Page {
  readonly width: number;
  readonly verbose: boolean;
  paint(tone: Tone | undefined, text: string): string;
  /** `lead` hangs before the first line; the others are indented by as much. */
  hang(lead: string, text: string, tone?: Tone): readonly string[];
  /** Paragraphs of a longer text, all indented. */
  block(indent: number, text: string, tone?: Tone): readonly string[];
  /** A command, whole; broken by continuations only where a terminal shows it. */
  command(indent: number, text: string): readonly string[];
}

const narrowest = 40;

export function pageOf(options: RenderOptions): Page {
  const width = Math.max(narrowest, options.width ?? 80);
  const paint = (tone: Tone | undefined, text: string) =>
    options.colour === true && tone !== undefined ? `\u001b[${codes[tone][0]}m${text}\u001b[${codes[tone][1]}m` : text;
  const hang: Page['hang'] = (lead, text, tone) => {
    const room = Math.max(16, width - columnsOf(lead));
    const [first = '', ...rest] = wrapped(text, room);
    const indent = ' '.repeat(columnsOf(lead));
    return [`${paint(tone, lead)}${first}`.trimEnd(), ...rest.map((line) => indent + line)];
  };
  const paragraphs = (text: string) => text.split(/\n\s*\n/).filter((part) => part.trim() !== '');
  return {
    width,
    verbose: options.verbose === true,
    paint,
    hang,
    block: (indent, text, tone) =>
      paragraphs(text).flatMap((part) =>
        wrapped(part, Math.max(16, width - indent)).map((line) => ' '.repeat(indent) + paint(tone, line)),
      ),
    command: (indent, text) =>
      commandLines(text, options.colour === true ? width - indent : undefined).map((line) => ' '.repeat(indent) + line),
  };
}

/** A command of several lines is shown as its author broke it. */
function commandLines(command: string, room: number | undefined): readonly string[] {
  const lines = command.trim().split('\n');
  return room === undefined || lines.length > 1 ? lines : wrappedCommand(command.trim(), room);
}

/** `left` and `right` on one line when both fit, the right one at the margin; otherwise the right one on a line of its own. */
export function spread(page: Page, lead: string, text: string, right: string, tone?: Tone): readonly string[] {
  const left = lead + wrapped(text, Infinity).join('');
  const gap = page.width - columnsOf(left) - columnsOf(right);
  if (gap >= 2) return [`${left}${' '.repeat(gap)}${page.paint(tone, right)}`];
  return [...page.hang(lead, text), `${' '.repeat(columnsOf(lead))}${page.paint(tone, right)}`];
}
