// What a caller may ask of a report.

export interface RenderOptions {
  /** Columns; 80 when left out. Words wrap; ARNs never break, and commands only where `colour` says that a terminal shows them. */
  readonly width?: number;
  /** The output is a terminal that shows colours. */
  readonly colour?: boolean;
  /** Only ASCII characters. */
  readonly ascii?: boolean;
  /** Everything that was asked and seen, instead of the essentials. */
  readonly verbose?: boolean;
  /** The program's version, for the last line. */
  readonly version?: string;
}
