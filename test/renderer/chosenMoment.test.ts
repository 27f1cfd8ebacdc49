import { describe, expect, it } from 'vitest';
import { chosenMoment } from '../../renderer/parts/chosenMoment.ts';

const now = '2022-04-29T17:00';
const chosen = (picked: string, typed: string, before: string | null, wholeDay: boolean) =>
  chosenMoment({ picked, typed, before, now, wholeDay });

describe('a moment that something came, was said or ends', () => {
  it.each([
    ['a day typed alone stays a day, whose hour is not the field’s to say', '2022-04-28', null, '2022-04-28'],
    ['so does today', '2022-04-29', null, '2022-04-29'],
    ['with blanks around it, too', ' 2022-04-28 ', null, '2022-04-28'],
    ['another day picked for a typed one has no time either', '2022-04-27', null, '2022-04-28'],
    ['nor one picked for a day that stood there', '', '2022-04-20', '2022-04-28'],
    ['a midnight that was typed is one', '2022-04-28 00:00', '2022-04-20', '2022-04-28T00:00'],
    ['a midnight that was picked is one', '', '2022-04-20T16:00', '2022-04-28T00:00'],
    ['a midnight picked first is one', '', null, '2022-04-28T00:00'],
  ])('%s', (_what, typed, before, moment) => {
    expect(chosen(`${moment.slice(0, 10)}T00:00`, typed, before, false)).toBe(moment);
  });

  it('keeps the time that was chosen for a day', () => {
    expect(chosen('2022-04-28T16:30', '2022-04-28', '2022-04-28', false)).toBe('2022-04-28T16:30');
  });
});

describe('a moment until which is counted', () => {
  it.each([
    ['a day typed alone is the whole of it', '2022-04-28', '2022-04-28T23:59'],
    ['today is what there is of it until now', '2022-04-29', '2022-04-29T17:00'],
    ['a midnight that was typed is one', '2022-04-28 00:00', '2022-04-28T00:00'],
  ])('%s', (_what, typed, moment) => {
    expect(chosen(`${moment.slice(0, 10)}T00:00`, typed, null, true)).toBe(moment);
  });
});
