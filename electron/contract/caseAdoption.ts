import type { Template } from './templates.ts';

/** Field of a case that says whether the city adopted it (采用情况); null: the template has none. */
export function adoptionField({ columns }: Pick<Template, 'columns'>): string | null {
  return columns.some((column) => column.id === ADOPTED) ? ADOPTED : null;
}

/** What 采用情况 says: 已采用, 是, 市级采用 are; empty, 否, 未采用, 待定 are not. `REFUSING` says the same to the database. */
export function isAdopted(value: string | number | null | undefined): boolean {
  const text = String(value ?? '').trim();
  return text !== '' && !REFUSING.includes(text.slice(0, 1));
}

/** First characters of an answer that is no: 否、未采用、不采用、无、没有、待定、暂未。 */
export const REFUSING: readonly string[] = ['否', '未', '不', '无', '没', '待', '暂'];

/** Words of the template for adopted and not, as its code list has them, else in words of our own. */
export function adoptionWords({ columns }: Pick<Template, 'columns'>): { readonly yes: string; readonly no: string } {
  const values = columns.find((column) => column.id === ADOPTED)?.codes?.values ?? [];
  return { yes: values.find(isAdopted) ?? '已采用', no: values.find((value) => !isAdopted(value)) ?? '未采用' };
}

const ADOPTED = 'adopted';
