/** Where in a chart was clicked: the place of the datum in its series, and the datum. */
export interface ChartPick {
  readonly index: number;
  readonly value: unknown;
}
