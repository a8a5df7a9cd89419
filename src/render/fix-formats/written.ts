// What a format makes of the changes: the code, and what could not be put into it.

export interface Written {
  /** Empty where nothing could be written. */
  readonly text: string;
  readonly notes: readonly string[];
}
