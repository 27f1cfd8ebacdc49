import { attributeOf } from './xmlHandler.ts';

/** What a formula says about the value beside it, though it is never computed here. */
export interface FormulaFacts {
  /** It asks the clock or throws dice: its value changes by itself. */
  readonly volatile: boolean;
  /** It looks into another workbook, which nobody sent. */
  readonly external: boolean;
  /** It shows a picture in the cell (`=DISPIMG("ID_…",1)` of WPS). */
  readonly picture: boolean;
}

/** Reads the formulas of one sheet one by one; formulas shared by many cells are written out once. */
export function createFormulaReader(): (text: string, attributes: string) => FormulaFacts {
  const shared = new Map<string, FormulaFacts>();
  return (text, attributes) => {
    const key = attributes.includes('shared') ? attributeOf(attributes, 'si') : undefined;
    if (key === undefined) return formulaFacts(text);
    if (text.trim() === '') return shared.get(key) ?? NOTHING;
    const facts = formulaFacts(text);
    shared.set(key, facts);
    return facts;
  };
}

const NOTHING: FormulaFacts = { volatile: false, external: false, picture: false };
const VOLATILE = /(?:^|[^\w.])(?:TODAY|NOW|RAND|RANDBETWEEN|RANDARRAY)\s*\(/iu;
/** `[1]Sheet1!A1`, `'[1]4 月'!A1`, `'D:\\[4月.xls]表'!R1C1`; neither a column of a table, `Table1[1]`, nor a step aside, `RC[1]`. */
const EXTERNAL = /(?<![\p{L}\p{N}_)\]])\[(?:\d+|[^[\]]+\.xls\w?)\][^[\]!()]*!/iu;
const PICTURE = /DISPIMG\s*\(/iu;

function formulaFacts(text: string): FormulaFacts {
  const facts = { volatile: VOLATILE.test(text), external: EXTERNAL.test(text), picture: PICTURE.test(text) };
  return facts.volatile || facts.external || facts.picture ? facts : NOTHING;
}
