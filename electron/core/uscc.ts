/** Placeholder the platforms accept for a sole proprietor without a code; it does not pass the check digit. */
export const NO_CODE = '00000000000000000X';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const SHAPE = /^[1-9ANY][1-9]\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/u;

/** Whether the 18 characters have the structure of a 统一社会信用代码 (GB 32100-2015 §4: department, category, region, body). */
export function hasUsccShape(code: string): boolean {
  return SHAPE.test(code);
}

/** Check character of the first 17 characters; null where one is outside the alphabet (GB 32100-2015 §5: weights 3^i mod 31). */
export function usccCheckCharacter(code: string): string | null {
  let sum = 0;
  let weight = 1;
  for (let i = 0; i < 17; i++) {
    const value = ALPHABET.indexOf(code[i] ?? ' ');
    if (value < 0) return null;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31] ?? null;
}

/** Whether the 18th character is right (GB 32100-2015 §5). */
export function usccPasses(code: string): boolean {
  return code.length === 18 && usccCheckCharacter(code) === code[17];
}

/** What a code that is no USCC looks like, for the sentence shown: an old number, a person's ID, a letter not in the alphabet. */
export function describeNonUscc(code: string): string {
  if (/^\d{15}$/u.test(code)) return '像 15 位旧工商注册号';
  if (/^[0-9A-Z]{8}-?[0-9X]$/u.test(code)) return '像 9 位组织机构代码';
  const odd = /[^0-9A-HJ-NPQRTUWXY]/u.exec(code);
  if (odd) return `含有不允许的字符“${odd[0]}”${LOOK_ALIKE[odd[0]] ? `，可能应为“${LOOK_ALIKE[odd[0]]}”` : ''}`;
  if (code.length !== 18) return `有 ${code.length} 位，应为 18 位`;
  return '结构不符合 GB 32100';
}

const LOOK_ALIKE: Readonly<Record<string, string>> = {
  O: '0',
  I: '1',
  Z: '2',
  S: '5',
  V: 'U',
  А: 'A',
  В: 'B',
  С: 'C',
  Е: 'E',
  Н: 'H',
  К: 'K',
  М: 'M',
  Р: 'P',
  Т: 'T',
  Х: 'X',
};
