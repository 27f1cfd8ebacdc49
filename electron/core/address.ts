/** Column letters of a 1-based column number: 1 → `A`, 28 → `AB`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** 1-based column number of its letters: `AB` → 28; small letters and `$` are allowed; 0 if there is no letter. */
export function columnNumber(letters: string): number {
  let column = 0;
  for (let i = 0; i < letters.length; i++) {
    const code = letters.charCodeAt(i) & ~0x20;
    if (code >= 65 && code <= 90) column = column * 26 + code - 64;
    else if (column > 0) break;
  }
  return column;
}

/** Address of a cell from its 1-based column and row: (4, 6) → `D6`. */
export function cellAddress(column: number, row: number): string {
  return columnLetters(column) + row;
}

/** 1-based column and row of a cell's address; `$` and small letters are allowed, anything else is no address. */
export function cellPlace(address: string): { readonly column: number; readonly row: number } | null {
  const match = /^\$?([A-Za-z]+)\$?(\d+)$/u.exec(address);
  const column = columnNumber(match?.[1] ?? '');
  const row = Number(match?.[2]);
  return match && column > 0 && row > 0 ? { column, row } : null;
}

/** 1-based row of a cell's address: `D6` → 6; NaN where it names none. */
export function rowNumber(address: string): number {
  return cellPlace(address)?.row ?? Number.NaN;
}
