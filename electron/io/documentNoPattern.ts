import { z } from 'zod';

/** The pattern of an office's document numbers, `西信用办〔{year}〕{no}号`: without year or number every paper would bear the same. */
export const documentNoPattern = z
  .string()
  .max(100)
  .refine(
    (pattern) => ['{year}', '{no}'].every((part) => pattern.split(part).length === 2),
    '文号须写一次 {year} 和一次 {no}，如 西信用办〔{year}〕{no}号',
  );
