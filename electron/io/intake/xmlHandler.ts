/** Receives the elements of one XML part. Names are local names: `<x:c>` and `<c>` are the same. */
export interface XmlHandler {
  /** `attributes` is the raw text between name and `>`; read it with `attributeOf`. */
  open(name: string, attributes: string): void;
  /** Called for self-closing elements too. */
  close(name: string): void;
  /** Decoded text; one run may come in several pieces only around CDATA and comments. */
  text(text: string): void;
}

/** Value of an attribute by its local name (`id` finds `r:id`); `undefined` if it is absent. Entities are decoded. */
export function attributeOf(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    const before = attributes.charCodeAt(at - 1);
    if (!(before <= 32 || before === COLON)) continue;
    let i = at + name.length;
    while (attributes.charCodeAt(i) <= 32) i++;
    if (attributes.charCodeAt(i) !== EQUALS) continue;
    i++;
    while (attributes.charCodeAt(i) <= 32) i++;
    const quote = attributes[i];
    if (quote !== '"' && quote !== "'") continue;
    const end = attributes.indexOf(quote, i + 1);
    if (end < 0) return undefined;
    const value = attributes.slice(i + 1, end);
    return value.includes('&') ? decodeEntities(value) : value;
  }
  return undefined;
}

/** Decodes the five entities of XML and character references. Any other entity is nothing: none is ever resolved. */
export function decodeEntities(text: string): string {
  return text.replace(/&([^;&\s]*);/gu, (_, name: string) => {
    if (name[0] !== '#') return ENTITIES[name] ?? '';
    const code = name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

const COLON = 58;
const EQUALS = 61;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
