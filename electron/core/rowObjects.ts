/**
 * Makes the objects of a table's rows, field → value; what is undefined is left out. V8 turns an object that is given some twenty fields one by
 * one into a hash table of three times the size. One that begins as a copy with the same fields stays a plain object.
 */
export function createRowObjects<T>(
  fields: readonly string[],
): (values: readonly (T | undefined)[]) => Record<string, T> {
  const blanks = new Map<string, Record<string, T>>();
  let filled: number[] = [];
  let blank: Record<string, T> = {};
  return (values) => {
    // Most rows fill the same fields as the row above.
    let count = 0;
    let isSame = true;
    for (let place = 0; place < fields.length; place++) {
      if (values[place] === undefined) continue;
      if (filled[count] !== place) isSame = false;
      count++;
    }
    if (!isSame || count !== filled.length) {
      filled = fields.flatMap((_, place) => (values[place] === undefined ? [] : [place]));
      const key = filled.join();
      blank = blanks.get(key) ?? blankOf(filled.map((place) => fields[place] ?? ''));
      if (blanks.size < MOST_SHAPES) blanks.set(key, blank);
    }
    const row = { ...blank };
    for (const place of filled) row[fields[place] as string] = values[place] as T; // both are there: `filled` says so
    return row;
  };
}

/** Rows of real tables fill few sets of fields. */
const MOST_SHAPES = 500;

/** Written out and read again, an object of any size is plain. */
function blankOf<T>(fields: readonly string[]): Record<string, T> {
  return JSON.parse(`{${fields.map((field) => `${JSON.stringify(field)}:null`).join()}}`) as Record<string, T>; // every field is written at once
}
