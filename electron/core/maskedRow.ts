import type { Finding } from '../contract/findings.ts';
import { innerQuotes } from '../contract/quotation.ts';
import type { Template } from '../contract/templates.ts';
import type { Day } from '../contract/time.ts';
import { hasIdShape } from './idNumber.ts';
import { maskDigitRuns, maskDocumentNumber, maskLikelyNumbers, maskPersonName } from './masking.ts';

/** A faulty record as stored, with the findings that make it so. */
export interface FaultyRow {
  readonly file: string;
  readonly name: string;
  readonly values: Readonly<Record<string, string | number | null>>;
  readonly findings: readonly Pick<Finding, 'field' | 'value' | 'message'>[];
}

/**
 * What of a faulty record may be printed in a paper that goes to every unit: whoever is named in it as a person, by name or by number,
 * is hidden in its subject, its problems and its file name, whatever the table.
 */
export function maskedRow(
  row: FaultyRow,
  template: Template | undefined,
  today: Day,
): { readonly file: string; readonly subject: string; readonly problems: readonly string[] } {
  const isPersons = isAboutPerson(row.values, template, today);
  const maskText = (text: string) => {
    // Marks in a name have become single ones where a sentence quotes it.
    const names = isPersons && row.name !== '' ? [row.name, innerQuotes(row.name)] : [];
    const shown = names.reduce((hidden, name) => hidden.replaceAll(name, maskPersonName(name)), text);
    return isPersons ? maskDigitRuns(shown) : maskLikelyNumbers(shown);
  };
  return {
    file: maskText(row.file),
    subject: isPersons ? maskPersonName(row.name) : maskLikelyNumbers(row.name),
    problems: row.findings.map(({ field, value, message }) => {
      const mask = maskOf(field, { value, isPersons, template, today });
      return maskText(mask === null ? message : withoutValue(message, value, mask));
    }),
  };
}

/** How the value of a column is hidden; null: it is not about a person. */
function maskOf(
  field: string | null,
  about: {
    readonly value: string;
    readonly isPersons: boolean;
    readonly template: Template | undefined;
    readonly today: Day;
  },
): ((value: string) => string) | null {
  const { template, isPersons } = about;
  const column = template?.columns.find(({ id }) => id === field);
  switch (column?.type) {
    case 'id-number':
      return maskDocumentNumber;
    case 'subject-code':
    case 'uscc':
      return isPersons || mayBePersons(about.value) ? maskDocumentNumber : null;
    case 'text':
      // The name of a company is public, that of the person who speaks for it is not.
      return column.checks.includes('subject-name') && (isPersons || column.id !== template?.nameField)
        ? maskPersonName
        : null;
    default:
      return null;
  }
}

/** Digits alone that do not begin like the code of a body registered in China (1, 5, 9; GB 32100) are taken for a person's number, however many. */
function mayBePersons(code: string): boolean {
  return (
    /^[234678]\d(?:[\s-]?\d){10,}[\dXx]?$/u.test(code.normalize('NFKC').trim()) || maskLikelyNumbers(code) !== code
  );
}

/** The sentence of a finding quotes the beginning of a long value. */
function withoutValue(message: string, value: string, mask: (value: string) => string): string {
  if (value === '') return message;
  const cut = /“([^”]*…)”/u.exec(message)?.[1];
  const shown = [value, innerQuotes(value)].find((text) => message.includes(text)) ?? cut;
  return shown === undefined ? message : message.replaceAll(`“${shown}”`, () => `“${mask(shown)}”`);
}

const PERSONAL_TEMPLATES: ReadonlySet<string> = new Set(['permit-person', 'penalty-person']);

function isAboutPerson(values: FaultyRow['values'], template: Template | undefined, today: Day): boolean {
  if (template === undefined || PERSONAL_TEMPLATES.has(template.id)) return true;
  const own = (isIt: (column: Template['columns'][number]) => boolean) =>
    template.columns.filter(isIt).map(({ id }) => String(values[id] ?? ''));
  if (own(({ checks }) => checks.includes('subject-category')).includes('自然人')) return true;
  return own(({ type }) => type === 'subject-code').some((code) => hasIdShape(code.toUpperCase(), today));
}
