// Turns a pattern with `*` and `?` into segments between its stars, and matches text against them without regular expressions.
import type { Piece } from './template.ts';

interface Segment {
  readonly text: string;
  /** Indexes in `text` where `?` stands for any one character. */
  readonly anyAt: ReadonlySet<number> | undefined;
}

/** Text matches when it starts with the first segment, ends with the last, and has the others in order between. */
export interface Glob {
  readonly segments: readonly Segment[];
  /** The whole pattern, when it has no wildcard. */
  readonly literal: string | undefined;
  /** Nothing but stars. */
  readonly everything: boolean;
}

class SegmentBuilder {
  readonly segments: Segment[] = [];
  private text = '';
  private anyAt: Set<number> | undefined;

  plain(text: string): void {
    this.text += text;
  }

  one(): void {
    this.anyAt ??= new Set();
    this.anyAt.add(this.text.length);
    this.text += '?';
  }

  star(): void {
    this.segments.push({ text: this.text, anyAt: this.anyAt });
    this.text = '';
    this.anyAt = undefined;
  }
}

export function compileGlob(pieces: readonly Piece[]): Glob {
  const builder = new SegmentBuilder();
  for (const piece of pieces) {
    if (piece.escaped) builder.plain(piece.text);
    else addPattern(builder, piece.text);
  }
  builder.star();
  return finish(builder.segments);
}

function addPattern(builder: SegmentBuilder, text: string): void {
  let from = 0;
  for (let at = firstWildcard(text, 0); at >= 0; at = firstWildcard(text, from)) {
    builder.plain(text.slice(from, at));
    if (text[at] === '*') builder.star();
    else builder.one();
    from = at + 1;
  }
  builder.plain(text.slice(from));
}

const [starCode, anyCode] = [42, 63];

/** The place of the first `*` or `?`; -1 when there is none. */
function firstWildcard(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === starCode || code === anyCode) return at;
  }
  return -1;
}

function finish(segments: readonly Segment[]): Glob {
  const [first] = segments;
  const literal = segments.length === 1 && first?.anyAt === undefined ? first?.text : undefined;
  return { segments, literal, everything: segments.length > 1 && segments.every((segment) => segment.text === '') };
}

const everything = compileGlob([{ text: '*', escaped: false }]);

const literalGlob = (text: string): Glob => ({
  segments: [{ text, anyAt: undefined }],
  literal: text,
  everything: false,
});

export function globOf(text: string): Glob {
  if (text === '*') return everything;
  return firstWildcard(text, 0) < 0 ? literalGlob(text) : compileGlob([{ text, escaped: false }]);
}

/** For a pattern that is tried once: most are told by their beginning. */
export function matchesPattern(pattern: string, text: string): boolean {
  const at = firstWildcard(pattern, 0);
  if (at < 0) return pattern === text;
  return text.startsWith(pattern.slice(0, at)) && matchesGlob(globOf(pattern), text);
}

function standsAt(segment: Segment, text: string, at: number): boolean {
  if (segment.anyAt === undefined) return text.startsWith(segment.text, at);
  if (at + segment.text.length > text.length) return false;
  for (let index = 0; index < segment.text.length; index += 1) {
    if (segment.text.charCodeAt(index) !== text.charCodeAt(at + index) && !segment.anyAt.has(index)) return false;
  }
  return true;
}

function findFrom(segment: Segment, text: string, from: number): number {
  if (segment.anyAt === undefined) return text.indexOf(segment.text, from);
  for (let at = from; at + segment.text.length <= text.length; at += 1) if (standsAt(segment, text, at)) return at;
  return -1;
}

/** The leftmost place for each segment is enough: what follows has the most room then. */
export function matchesGlob(glob: Glob, text: string): boolean {
  if (glob.literal !== undefined) return glob.literal === text;
  if (glob.everything) return true;
  const { segments } = glob;
  const first = segments[0] as Segment;
  if (segments.length === 1) return first.text.length === text.length && standsAt(first, text, 0);
  if (!standsAt(first, text, 0)) return false;
  let at = first.text.length;
  for (let index = 1; index < segments.length - 1; index += 1) {
    const segment = segments[index] as Segment;
    const found = findFrom(segment, text, at);
    if (found < 0) return false;
    at = found + segment.text.length;
  }
  const last = segments[segments.length - 1] as Segment;
  const tail = text.length - last.text.length;
  return tail >= at && standsAt(last, text, tail);
}
