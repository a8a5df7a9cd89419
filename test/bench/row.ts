// One line of the benchmark: something that can be measured once.

export interface BenchRow {
  readonly name: string;
  /** Does it once and tells how many milliseconds that took. */
  measure(): number | Promise<number>;
}
