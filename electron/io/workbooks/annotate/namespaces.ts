/** Namespace of the parts, and base of relationship types, as most programs write them. */
export const TRANSITIONAL = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  family: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
} as const;

/** The same of a strict workbook (ISO/IEC 29500-1). */
export const STRICT = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  family: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
} as const;

export type Namespaces = typeof TRANSITIONAL | typeof STRICT;

/** Content types of the parts of a spreadsheet begin with this. */
export const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** `r:id="rId5"`, with the namespace where the root element does not name it. */
export function relationAttribute(root: string, id: string, family: string): string {
  const prefix = new RegExp(`xmlns:([\\w.-]+)\\s*=\\s*["']${family}["']`, 'u').exec(root)?.[1];
  return prefix === undefined ? `xmlns:r="${family}" r:id="${id}"` : `${prefix}:id="${id}"`;
}
