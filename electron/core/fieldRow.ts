/** What one row holds by field. Where a field stands is known once for all rows of a table, so that a row is no more than a list. */
export class FieldRow<T> {
  readonly cells: readonly T[];
  private readonly places: ReadonlyMap<string, number>;

  constructor(places: ReadonlyMap<string, number>, cells: readonly T[]) {
    this.places = places;
    this.cells = cells;
  }

  get(field: string): T | undefined {
    const place = this.places.get(field);
    return place === undefined ? undefined : this.cells[place];
  }

  /** Fields that hold something, in the order of the table's columns. */
  *[Symbol.iterator](): Generator<[string, NonNullable<T>]> {
    for (const [field, place] of this.places) {
      const cell = this.cells[place];
      if (cell !== undefined && cell !== null) yield [field, cell];
    }
  }
}

/** The places of fields, each once, in their order. */
export function placesOf(fields: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...new Set(fields)].map((field, place) => [field, place]));
}
