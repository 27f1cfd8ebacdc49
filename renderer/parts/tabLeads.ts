/** A field that several are chosen in, as a key finds it. */
interface MultipleField {
  readonly key: string;
  readonly isMultiple: boolean;
  /** What is typed in it to find a line. */
  readonly typed: string;
}

/**
 * True for Tab in a field of several where nothing is typed: it is to lead on. The field itself would add the line that is merely lit, the
 * first one after every click, which nobody chose.
 */
export function tabLeads({ key, isMultiple, typed }: MultipleField): boolean {
  return key === 'Tab' && isMultiple && typed.trim() === '';
}
