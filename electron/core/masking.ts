/** Hides the birth date in every personal ID number of a text: `411323********123X` (18 digits) or `411323******123` (15). */
export function maskIdNumbers(text: string): string {
  return text
    .replace(/(?<![0-9A-Z])(\d{6})(?:19|20)\d{6}(\d{3}[\dXx])(?![0-9A-Z])/g, '$1********$2')
    .replace(/(?<![0-9A-Z])([1-8]\d{5})\d{6}(\d{3})(?![0-9A-Z])/g, '$1******$2');
}

/** Name of a natural person in a list that leaves the office: the first character stays, `张**`. */
export function maskPersonName(name: string): string {
  const [first = '', ...rest] = [...name];
  return first + '*'.repeat(Math.min(rest.length, 2));
}
