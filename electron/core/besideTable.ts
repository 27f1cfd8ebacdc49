import type { Filing } from '../contract/imports.ts';

/** Where a table went. */
export type FiledSquare = Omit<Filing, 'kind'>;

/** A file of the same call, seen from an attachment. */
export interface Neighbour {
  /** The way to it: `4月/市监局.zip › 双公示.xls`. */
  readonly name: string;
  /** Tells the mails of a call apart; null: it came in none. */
  readonly mail: string | null;
  /** Where its tables went; null for one with an open question. */
  readonly squares: readonly (FiledSquare | null)[];
}

/**
 * The square of the table an attachment came with: of the file in the same place with the same name but its ending, otherwise of
 * everything that came in the same mail. Null where there is no such table, more than one square, or an open question.
 */
export function besideOf(files: readonly Neighbour[], index: number): FiledSquare | null {
  const own = files[index];
  if (!own) return null;
  const others = files.filter((file) => file !== own && file.squares.length > 0);
  const named = others.filter((file) => stem(file.name) === stem(own.name));
  if (named.length > 0) return onlySquare(named);
  return own.mail === null ? null : onlySquare(others.filter((file) => file.mail === own.mail));
}

function onlySquare(files: readonly Neighbour[]): FiledSquare | null {
  const squares = files.flatMap((file) => file.squares);
  const [first] = squares;
  if (!first) return null;
  const isSame = (square: FiledSquare | null): boolean =>
    square?.unit.id === first.unit.id && square.duty.id === first.duty.id && square.period === first.period;
  return squares.every(isSame) ? first : null;
}

function stem(name: string): string {
  return name
    .replace(/\.[A-Za-z0-9]{2,5}$/u, '')
    .normalize('NFKC')
    .toLowerCase();
}
