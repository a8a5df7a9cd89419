// Turns JSON text into the line and column of each value, by JSON pointer, without recursion.
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

export const pointerStep = (key: string | number): string =>
  '/' + String(key).replaceAll('~', '~0').replaceAll('/', '~1');

/** Statements, their conditions and values lie within this depth; anything deeper is not located. */
const maxDepth = 8;

interface Frame {
  readonly pointer: string;
  readonly list: boolean;
  index: number;
  key: string | undefined;
}

const token = /[[\]{},]|"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[^\s[\]{},":]+/gs;

class Locator {
  readonly found = new Map<string, TextPosition>();
  private readonly stack: Frame[] = [];
  private line = 1;
  private lineStart = 0;
  private scanned = 0;

  constructor(private readonly text: string) {}

  read(): ReadonlyMap<string, TextPosition> {
    for (const match of this.text.matchAll(token)) this.take(match[0], match.index, match[1] !== undefined);
    return this.found;
  }

  private take(text: string, offset: number, isKey: boolean): void {
    const frame = this.stack.at(-1);
    const first = text[0];
    if (first === '}' || first === ']') this.stack.pop();
    else if (first === ',') {
      if (frame !== undefined) frame.index += 1;
    } else if (isKey && frame?.list === false) frame.key = keyOf(text);
    else this.value(first, offset, frame);
  }

  private value(first: string | undefined, offset: number, frame: Frame | undefined): void {
    const within = this.stack.length <= maxDepth;
    const pointer = within && frame !== undefined ? frame.pointer + pointerStep(stepOf(frame)) : '';
    if (within) this.found.set(pointer, this.positionOf(offset));
    if (first === '{' || first === '[') this.stack.push({ pointer, list: first === '[', index: 0, key: undefined });
  }

  private positionOf(offset: number): TextPosition {
    for (;;) {
      const newline = this.text.indexOf('\n', this.scanned);
      if (newline < 0 || newline >= offset) break;
      this.line += 1;
      this.scanned = this.lineStart = newline + 1;
    }
    return { line: this.line, column: offset - this.lineStart + 1 };
  }
}

const stepOf = (frame: Frame): string | number => (frame.list ? frame.index : (frame.key ?? ''));

function keyOf(text: string): string {
  try {
    return String(JSON.parse(text.slice(0, text.lastIndexOf('"') + 1)));
  } catch {
    return text;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Positions of every value; none for a text that is not JSON. */
export const locate = (text: string): ReadonlyMap<string, TextPosition> =>
  isJson(text) ? new Locator(text).read() : new Map();
