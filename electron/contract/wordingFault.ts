import { REMINDER_PLACEHOLDERS, type ReminderWording } from './reminders.ts';

/**
 * Why a wording cannot be used, in words that follow its name; null: it can. All but the mail's subject must hold `{items}`: without it the
 * text would not say what is owed.
 */
export function wordingFault(name: keyof ReminderWording, text: string): string | null {
  const strange = strangePlaceholders(name, text);
  const lone = strange.find((one) => one.length === 1);
  if (lone !== undefined) return `中的花括号没有成对（${lone}），占位要写成 {items} 这样`;
  const wide = text.match(WIDE)?.[0];
  if (wide !== undefined) return `中的 ${wide} 用了全角花括号，请改成半角的 {${wide.slice(1, -1)}}`;
  if (strange.length > 0) return `中的 ${strange.join('、')}，可以用的有 ${placeholdersOf(name)}`;
  if (name !== 'mailSubject' && !text.includes('{items}')) return '中没有 {items}，发出的文字不会写明欠报什么，请加上';
  return null;
}

/** What of a wording stands in braces and is no placeholder of it, `{单位}`; a lone brace counts, too. Empty: it can be used. */
export function strangePlaceholders(name: keyof ReminderWording, text: string): string[] {
  const known: readonly string[] = REMINDER_PLACEHOLDERS[name];
  const found = [...text.matchAll(BRACED)].filter(([, inside]) => inside === undefined || !known.includes(inside));
  return [...new Set(found.map(([whole]) => whole))];
}

/** The placeholders of a wording as they are written: `{unit}、{asOf}`. */
export function placeholdersOf(name: keyof ReminderWording): string {
  return REMINDER_PLACEHOLDERS[name].map((known) => `{${known}}`).join('、');
}

/** `｛items｝` as a Chinese input method types it. */
const WIDE = /[｛{][^｛｝{}\n]*｝|｛[^｛｝{}\n]*\}?/u;

/** A placeholder as it stands in a wording: `{inside}`, or a brace without its partner. */
export const BRACED = /\{([^{}\n]*)\}|[{}]/gu;
