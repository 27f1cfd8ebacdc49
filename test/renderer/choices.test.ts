import { describe, expect, it } from 'vitest';
import { actionsOf } from '../../renderer/api/actionsOf.ts';
import { RequestError } from '../../renderer/api/requestError.ts';
import { byName, dutyChoices, isFound, unitChoices } from '../../renderer/parts/choices.ts';

const [police, roads] = unitChoices([
  { id: 'xx-gaj', name: '公安局', officialName: '西峡县公安局', aliases: ['县公安'] },
  { id: 'xx-jtj', name: '交通局', officialName: '西峡县交通运输局', aliases: ['公安局旁的交通局'] },
]);

describe('a drop-down of units or duties', () => {
  it.each([
    ['its name', '公安局'],
    ['its full name', '西峡县公'],
    ['an alias', '县公安'],
    ['blanks around a name', ' 公安局 '],
  ])('finds a unit by %s', (_by, typed) => {
    expect(police && isFound(typed, police)).toBe(true);
    expect(police && isFound('财政', police)).toBe(false);
  });

  it('puts the unit that bears the typed name before one that is only also called so', () => {
    const found = [roads, police].filter((one) => one !== undefined);
    expect(found.toSorted((a, b) => byName('公安局', a, b)).map(({ value }) => value)).toEqual(['xx-gaj', 'xx-jtj']);
  });

  it('finds a duty by its number, also where the number is not shown', () => {
    const duty = { id: '000-02', title: '双公示信息' };
    const [plain] = dutyChoices([duty]);
    const [numbered] = dutyChoices([duty], { numbered: true });
    expect(plain).toMatchObject({ value: '000-02', label: '双公示信息' });
    expect(plain && isFound('000-02', plain)).toBe(true);
    expect(numbered?.label).toBe('000-02 双公示信息');
  });
});

describe('the actions of a screen', () => {
  it('are busy when one is, show the first refusal and forget all of them at once', () => {
    const cleared: string[] = [];
    const action = (name: string, busy: boolean, refused: boolean) => ({
      busy,
      error: refused ? new RequestError({ code: 'internal', message: name }) : undefined,
      clearError: () => void cleared.push(name),
    });
    const all = actionsOf([action('a', false, false), action('b', true, true), action('c', false, true)]);
    expect(all).toMatchObject({ busy: true, error: { message: 'b' } });
    all.clearError();
    expect(cleared).toEqual(['a', 'b', 'c']);
    expect(actionsOf([action('a', false, false)])).toMatchObject({ busy: false, error: undefined });
  });
});
