// What a YAML text is read into: a plain value that still knows where each part of it stands.

export type Path = readonly (string | number)[];

/** Offsets in the text, in UTF-16 code units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Both count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Why a text is no usable YAML: one of our reasons, or `syntax` with what the YAML package says. */
export interface YamlFault {
  readonly reason:
    | 'syntax'
    | 'too-large'
    | 'too-deep'
    | 'empty'
    | 'second-document'
    | 'duplicate-key'
    | 'alias'
    | 'tag'
    | 'hostile-key';
  readonly detail: string;
  readonly range: Range;
}

/** A key or a value that is text, decoded. */
export interface YamlText {
  readonly path: Path;
  readonly part: 'key' | 'value';
  readonly value: string;
  readonly range: Range;
}

export interface YamlTree {
  readonly value: unknown;
  /** Where the key or the value at a path stands; the nearest part around it where there is none. */
  rangeOf(path: Path, part: 'key' | 'value'): Range;
  /** From the start to the end of the value at a path, all of it. */
  wholeOf(path: Path): Range;
  /** Every text of the file. */
  texts(): readonly YamlText[];
}

export interface YamlResult {
  /** Missing when there are faults. */
  readonly tree?: YamlTree;
  readonly faults: readonly YamlFault[];
  positionOf(offset: number): Position;
}
