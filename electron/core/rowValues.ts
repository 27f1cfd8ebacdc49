import type { ReadCell } from './normalise.ts';

/** The cells of one row as read, in the order of the template's columns; where a field stands is known once for all rows. */
export class RowValues {
  readonly cells: readonly ReadCell[];
  private readonly places: ReadonlyMap<string, number>;

  constructor(places: ReadonlyMap<string, number>, cells: readonly ReadCell[]) {
    this.places = places;
    this.cells = cells;
  }

  get(field: string): ReadCell | undefined {
    const place = this.places.get(field);
    return place === undefined ? undefined : this.cells[place];
  }
}
