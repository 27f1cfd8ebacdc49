import type { Day } from '../contract/time.ts';
import { makeDay } from './period.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK = '10X98765432';
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 91'.split(' '),
);

/** Whether the text is shaped as an 18-digit 公民身份号码: digits, known province, a possible day of birth not after `today` (GB 11643-1999). */
export function hasIdShape(id: string, today: Day): boolean {
  if (!/^\d{17}[\dX]$/u.test(id) || !PROVINCES.has(id.slice(0, 2))) return false;
  const born = makeDay(Number(id.slice(6, 10)), Number(id.slice(10, 12)), Number(id.slice(12, 14)));
  return born !== null && born >= '1850-01-01' && born <= today;
}

/** Whether the 18th character is right (GB 11643-1999, ISO 7064 MOD 11-2). */
export function idPasses(id: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(id[i]), 0);
  return CHECK[sum % 11] === id[17];
}
