import type { Contact, UnitKind } from './units.ts';

/** Kinds of units as people call them: on screen, and in the unit list that is written and read. */
export const UNIT_KIND_WORDS: Readonly<Record<UnitKind, string>> = {
  department: '县直部门',
  township: '乡镇',
  subdistrict: '街道',
  court: '法院、检察院',
  'public-body': '公共企事业单位',
  supervision: '监管派出机构',
  office: '信用办',
};

export const CONTACT_ROLE_WORDS: Readonly<Record<Contact['role'], string>> = { leader: '分管领导', clerk: '经办人' };

/** `张三（经办人）`, as the log and printed lists name a person. */
export function contactName({ name, role }: Pick<Contact, 'name' | 'role'>): string {
  return `${name}（${CONTACT_ROLE_WORDS[role]}）`;
}
