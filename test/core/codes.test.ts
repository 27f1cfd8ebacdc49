import { describe, expect, it } from 'vitest';
import { hasIdShape, idPasses } from '../../electron/core/idNumber.ts';
import { describeNonUscc, hasUsccShape, NO_CODE, usccCheckCharacter, usccPasses } from '../../electron/core/uscc.ts';

// domain.md §1.4
const USCC = [
  '91350100M000100Y43',
  '91230500MA1B3N1N2M',
  '11230500001755309F',
  '11420000MB15291767',
  '9135010026017703XW',
] as const;
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

describe('a 统一社会信用代码', () => {
  it.each(USCC)('%s has the structure and passes', (code) => {
    expect([hasUsccShape(code), usccPasses(code), usccCheckCharacter(code)]).toEqual([true, true, code[17]]);
  });

  it.each(USCC)('%s fails with every other last character', (code) => {
    const passing = [...ALPHABET].filter((last) => usccPasses(code.slice(0, 17) + last));
    expect(passing).toEqual([code[17]]);
  });

  it.each(['91350211M0000XUF46', '91350100M0001TGQXM'])('%s, a real code, fails its check digit', (code) => {
    expect([hasUsccShape(code), usccPasses(code)]).toEqual([true, false]);
  });

  it.each([NO_CODE, '91350100M000100Y4', '91350100M000100Y433', '91350100M00O100Y43', '01350100M000100Y43', '', '无'])(
    '“%s” has not the structure and does not pass',
    (code) => {
      expect([hasUsccShape(code), usccPasses(code)]).toEqual([false, false]);
    },
  );

  it.each([
    ['411323000012345', '15 位旧工商注册号'],
    ['M000100Y4', '9 位组织机构代码'],
    ['M000100Y-4', '9 位组织机构代码'],
    ['91350100M00O100Y43', '“0”'],
    ['91350100M00I100Y43', '“1”'],
    ['91350100M00S100Y43', '“5”'],
    ['9135010АM000100Y43', '“A”'],
    ['91350100M000100Y4', '17 位'],
    ['91350100M000100Y433', '19 位'],
  ])('%s is named for what it looks like: %s', (code, words) => {
    expect(describeNonUscc(code)).toContain(words);
  });
});

describe('a 公民身份号码', () => {
  it.each(['11010519491231002X', '440524188001010014'])('%s has the shape and passes', (id) => {
    expect([hasIdShape(id, '2022-04-29'), idPasses(id)]).toEqual([true, true]);
  });

  it.each(['110105194912310021', '440524188001010015'])('%s has the shape and a wrong check digit', (id) => {
    expect([hasIdShape(id, '2022-04-29'), idPasses(id)]).toEqual([true, false]);
  });

  it.each([
    ['110105194913310027', 'month 13'],
    ['110105194902300022', '30 February'],
    ['110105202204300021', 'a birth tomorrow'],
    ['110105184912310021', 'a birth before 1850'],
    ['190105194912310021', 'no such province'],
    ['110105491231002', '15 digits'],
    ['11010519491231002x', 'a small x, not normalised'],
    ['411***********1234', 'masked'],
  ])('%s has not: %s', (id) => {
    expect(hasIdShape(id, '2022-04-29')).toBe(false);
  });
});
