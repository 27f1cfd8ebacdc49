/** What a formula's tokens say about the value kept beside it. */
export interface FormulaTraits {
  /** Asks the clock or a random number: NOW, TODAY, RAND. */
  readonly volatile: boolean;
  /** Looks into another workbook. */
  readonly external: boolean;
}

/**
 * Walks the tokens of a BIFF8 formula ([MS-XLS] 2.5.198) without computing anything. `isExternal` tells references by
 * their index. An unknown token ends the walk: what was seen so far stands.
 */
export function formulaTraits(tokens: Buffer, isExternal: (reference: number) => boolean): FormulaTraits {
  let volatile = false;
  let external = false;
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] ?? 0;
    // Bits 5 and 6 tell the class of an operand, not its kind.
    const kind = token < 0x20 ? token : (token & 0x1f) | 0x20;
    const length = lengthOf(kind, tokens, at + 1);
    if (length === null || at + 1 + length > tokens.length) break;
    if (kind === FUNCTION || kind === FUNCTION_VAR) {
      const id = tokens.readUInt16LE(at + (kind === FUNCTION ? 1 : 2)) & 0x7fff;
      if (CLOCK_FUNCTIONS.has(id)) volatile = true;
    } else if (kind >= FIRST_OUTSIDE && isExternal(tokens.readUInt16LE(at + 1))) external = true;
    at += 1 + length;
  }
  return { volatile, external };
}

const STRING = 0x17;
const ATTRIBUTE = 0x19;
const CHOOSE = 0x04;
const FUNCTION = 0x21;
const FUNCTION_VAR = 0x22;
/** Names, cells and areas of other sheets: 0x39 to 0x3d begin with the index of a reference. */
const FIRST_OUTSIDE = 0x39;
const RAND = 63;
const NOW = 74;
const TODAY = 221;
const CLOCK_FUNCTIONS: ReadonlySet<number> = new Set([RAND, NOW, TODAY]);

/** Bytes behind a token of fixed length; operators have none. */
const LENGTHS: Readonly<Record<number, number>> = {
  1: 4,
  2: 4,
  28: 1,
  29: 1,
  30: 2,
  31: 8,
  32: 7,
  33: 2,
  34: 3,
  35: 4,
  36: 4,
  37: 8,
  38: 6,
  39: 6,
  40: 6,
  41: 2,
  42: 4,
  43: 8,
  44: 4,
  45: 8,
  57: 6,
  58: 6,
  59: 10,
  60: 6,
  61: 10,
};

function lengthOf(kind: number, tokens: Buffer, at: number): number | null {
  if (kind >= 0x03 && kind <= 0x16) return 0;
  if (kind === STRING) return 2 + (tokens[at] ?? 0) * ((tokens[at + 1] ?? 0) & 1 ? 2 : 1);
  if (kind === ATTRIBUTE) {
    const choices = at + 3 <= tokens.length ? tokens.readUInt16LE(at + 1) : 0;
    return (tokens[at] ?? 0) & CHOOSE ? 3 + (choices + 1) * 2 : 3;
  }
  return LENGTHS[kind] ?? null;
}
