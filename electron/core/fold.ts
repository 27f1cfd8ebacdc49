/** Text as compared: NFKC (full width to half), white space and zero-width characters gone, lower case. For names and aliases. */
export function foldText(text: string): string {
  if (FOLDED.test(text)) return text;
  if (NEARLY_FOLDED.test(text)) return text.normalize('NFKC').toLowerCase();
  return cleanText(text).normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}

/** A value as rows are compared: smart quotes and long dashes are the plain ones, too. */
export function foldValue(text: string): string {
  const folded = foldText(text);
  if (!QUOTES_OR_DASHES.test(folded)) return folded;
  return folded
    .replace(/[“”„‟「」『』]/gu, '"')
    .replace(/[‘’‛′]/gu, "'")
    .replace(/[‐-―−]+/gu, '-');
}
const QUOTES_OR_DASHES = /[“”„‟「」『』‘’‛′‐-―−]/u;

/**
 * A header as compared: markers such as `*` and `（必填）`, advice such as `（格式：yyyy/mm/dd）`, numbering and every punctuation mark are dropped, so that
 * `行政相对人代码＿1（统一社会信用代码）` and `行政相对人代码_1(统一社会信用代码)*` are one.
 */
export function foldHeader(text: string): string {
  const folded = foldText(text);
  if (BARE.test(folded)) return folded;
  return folded
    .replace(/[(【[][^)】\]]*(必填|选填|必选|可选|下拉|填写|格式|全称|yyyy|年\/月\/日|年-月-日)[^)】\]]*[)】\]]/gu, '')
    .replace(/^(\d{1,2}[.、．]|[(]\d{1,2}[)])/u, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Text without what nobody sees: zero-width and control characters, escaped carriage returns, outer blanks. Inner line breaks stay. */
export function cleanText(text: string): string {
  if (!UNCLEAN.test(text)) return text;
  return text
    .replace(/_x000[dD]_/gu, '')
    .replace(/\r\n?/gu, '\n')
    .replace(INVISIBLE, '')
    .replace(/&nbsp;/gu, ' ')
    .replace(/\u00a0/gu, ' ')
    .replace(/^[\s\u3000]+|[\s\u3000]+$/gu, '');
}

/** Whether a cell's text shows anything: blanks and invisible characters alone do not. Stops at the first character that does. */
export function isVisible(text: string): boolean {
  const first = text.charCodeAt(0);
  return (first > 0x20 && first < 0x7f) || (first >= 0x4e00 && first <= 0x9fff) || VISIBLE.test(text);
}
const VISIBLE = /[^\s\p{Cf}\p{Cc}]/u;

/** A document number as compared: every kind of bracket is one kind, no blanks: `市监罚【2022】 1 号` = `市监罚〔2022〕1号`. */
export function foldDocumentNumber(text: string): string {
  return foldText(text)
    .replace(/[[【〔({<〈《]/gu, '(')
    .replace(/[\]】〕)}>〉》]/gu, ')');
}

// Control characters but tab and newline; soft hyphens, zero-width characters and direction marks; the byte order mark.
const INVISIBLE = /(?![\t\n])\p{Cc}|\p{Cf}|[\u2028\u2029]/gu;

// Most cells of a sheet need nothing: one look is cheaper than every replacement.
const UNCLEAN = /[^\S ]|\p{Cc}|\p{Cf}|&nbsp;|_x000|^ | $/u;
const FOLDED = /^[\u4e00-\u9fffa-z0-9./〔〕《》、。_-]*$/u;
/** Without blanks and anything unclean, so that only width and case are left to fold. */
const NEARLY_FOLDED = /^[\u4e00-\u9fffa-zA-Z0-9./〔〕《》、。“”,，:：;；()（）-]*$/u;
/** Folded text without punctuation is a folded header, too. */
const BARE = /^[\u4e00-\u9fffa-z0-9]*$/u;
