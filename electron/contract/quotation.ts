/** A text in quotation marks; those within it become single ones (GB/T 15834): `“‘信豫融’平台企业入驻”`. The one place that knows. */
export function quoted(text: string): string {
  return `“${innerQuotes(text)}”`;
}

/** A text as it stands inside quotation marks that are written already. */
export function innerQuotes(text: string): string {
  return text.replaceAll('“', '‘').replaceAll('”', '’');
}
