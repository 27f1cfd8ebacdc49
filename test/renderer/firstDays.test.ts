import { describe, expect, it } from 'vitest';
import { startOffer } from '../../renderer/features/reminders/firstDays.ts';
import { owed, reminder } from './reminderItems.ts';

const old = owed({ level: 'red', due: '2022-01-29T16:00' });
const list = (...things: Parameters<typeof reminder>[1][]) => ({
  ...{ period: null, asOf: '2022-05-06T09:00' },
  items: [reminder('甲局', ...things)],
});
const many = (count: number, of = old) => Array.from({ length: count }, () => of);

describe('from which day on an office chases', () => {
  it('is asked where nobody was chased yet and most is red from months before', () => {
    expect(startOffer(list(...many(60), ...many(3, owed())), null)).toEqual({ from: '2022-04-01', red: 60, older: 60 });
  });

  it.each([
    ['2022-05-14T09:00', '2022-04-01'],
    ['2022-05-15T09:00', '2022-05-01'],
    ['2022-03-05T09:00', '2022-02-01'],
  ])('is offered at %s as %s', (asOf, from) => {
    expect(startOffer({ ...list(...many(60)), asOf }, null)?.from).toBe(from);
  });

  it.each([
    ['a day is set', list(...many(60)), '2022-04-01'],
    ['somebody was chased', list(...many(60), owed({ chased: 1 })), null],
    ['there is little', list(...many(20)), null],
    ['most of it is newer', list(...many(60), ...many(80, owed({ due: '2022-05-04T16:00' }))), null],
    ['one period is looked at', { ...list(...many(60)), period: '2022-01' }, null],
  ])('is not asked where %s', (_, shown, since) => {
    expect(startOffer(shown, since)).toBeNull();
  });
});
