/** Hides the birth date in every personal ID number of a text, also in one written with blanks: `411323********123X` (18 digits) or `411323******123` (15). */
export function maskIdNumbers(text: string): string {
  return text
    .replace(
      /(?<![0-9A-Z])(\d{6})[\s-]?(?:19|20)\d{2}[\s-]?\d{2}[\s-]?\d{2}[\s-]?(\d{3}[\dXx])(?![0-9A-Z])/g,
      '$1********$2',
    )
    .replace(/(?<![0-9A-Z])([1-8]\d{5})\d{6}(\d{3})(?![0-9A-Z])/g, '$1******$2');
}

/** The same in a text about natural persons, where every run of 15 and more digits may be a number written wrong: only the region stays. */
export function maskDigitRuns(text: string): string {
  return maskIdNumbers(text).replace(/\d(?:[\s-]?\d){14,}[\dXx]?|\d{14}[Xx]/gu, (run) => maskDocumentNumber(run));
}

/** The same in any other text: also of a number that is too short or too long by a digit or two, if it begins with a region and a month of birth. */
export function maskLikelyNumbers(text: string): string {
  return maskIdNumbers(text).replace(
    /(?<![0-9A-Z])\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])\d{3,6}[\dXx]?(?![0-9A-Z])/gu,
    (number) => (number.length > 18 ? number : maskDocumentNumber(number)),
  );
}

/** What stands in a column of personal numbers, however wrong: a regular one as always, of any other at most its beginning stays. */
export function maskDocumentNumber(value: string): string {
  const regular = maskIdNumbers(value);
  if (regular !== value) return regular;
  const characters = [...value.normalize('NFKC')];
  const kept = characters.length >= 15 ? 6 : Math.min(2, Math.max(0, characters.length - 2));
  return characters.map((character, index) => (index < kept ? character : '*')).join('');
}

/** Name of a natural person in a list that leaves the office: the first character stays, `张**`. */
export function maskPersonName(name: string): string {
  const [first = '', ...rest] = [...name];
  return first + '*'.repeat(Math.min(rest.length, 2));
}
