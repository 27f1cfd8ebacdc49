import { describe, expect, it } from 'vitest';
import type { ReminderItem } from '../../electron/contract/reminders.ts';
import { whomOffers, withoutAddress } from '../../renderer/features/reminders/contacts.ts';
import { unitChased } from '../../renderer/features/reminders/owedTexts.ts';
import { linkedFilters, tabAddress } from '../../renderer/features/reminders/reminderAddress.ts';
import {
  activeRow,
  allKeys,
  chosenOf,
  countOwed,
  keysOf,
  reminderRows,
  selectedItems,
  toggled,
  withoutItems,
} from '../../renderer/features/reminders/reminderRows.ts';
import { rewrittenOf } from '../../renderer/features/reminders/reminderTexts.ts';
import {
  chosenUnits,
  countBroken,
  countLevels,
  filterReminders,
  isFiltered,
  type ReminderFilters,
  reminderQuery,
  shownUnit,
  useReminderView,
  worstLevel,
} from '../../renderer/features/reminders/reminderView.ts';
import { owed, reminder } from './reminderItems.ts';

const NOTHING = useReminderView.getInitialState().filters;
const LIST = [
  reminder(
    '甲局',
    owed({ duty: 'a', level: 'red', chased: 2, promiseBroken: true }),
    owed({ duty: 'b', level: 'blue', status: 'pending', daysLate: 0 }),
  ),
  reminder('乙局', owed({ duty: 'a', status: 'returned' })),
];

describe('what the filters leave of the list', () => {
  const told = (filters: Partial<ReminderFilters>) =>
    filterReminders(LIST, { ...NOTHING, ...filters }).flatMap(({ unit, owed: left }) =>
      left.map(({ duty }) => `${unit} ${duty}`),
    );

  it.each<[string, Partial<ReminderFilters>, readonly string[]]>([
    ['everything', {}, ['甲局 a', '甲局 b', '乙局 a']],
    ['a level', { level: 'red' }, ['甲局 a']],
    ['several states', { statuses: ['pending', 'returned'] }, ['甲局 b', '乙局 a']],
    ['what was chased', { chased: 'yes' }, ['甲局 a']],
    ['what was not', { chased: 'no' }, ['甲局 b', '乙局 a']],
    ['a broken promise', { promiseBroken: true }, ['甲局 a']],
    ['two that exclude each other', { level: 'red', chased: 'no' }, []],
  ])('is right for %s', (_, filters, left) => {
    expect(told(filters)).toEqual(left);
  });

  it('keeps the text of the unit whole', () => {
    expect(filterReminders(LIST, { ...NOTHING, level: 'red' })[0]?.text).toBe('甲局：');
  });

  it('leaves the unit whole whose text is sent, for what was sent is logged', () => {
    const left = filterReminders(LIST, { ...NOTHING, level: 'red' });
    expect(shownUnit(LIST, left, null)).toEqual(LIST[0]);
    expect(shownUnit(LIST, LIST, '乙局')).toEqual(LIST[1]);
    expect(shownUnit(LIST, left, '乙局')?.unit).toBe('甲局');
    expect(shownUnit(LIST, [], '乙局')).toBeUndefined();
  });

  it('is unfiltered by another period or moment alone', () => {
    expect(isFiltered({ ...NOTHING, scope: 'period', asOf: '2022-04-01T09:00' })).toBe(false);
    expect(isFiltered({ ...NOTHING, duties: ['a'] })).toBe(true);
  });

  it('keeps period and moment when the filters are cleared', () => {
    useReminderView.getState().change({ scope: 'period', level: 'red', units: ['unit:x'] });
    useReminderView.getState().clear();
    expect(useReminderView.getState().filters).toEqual({ ...NOTHING, scope: 'period' });
  });
});

describe('a link to the list', () => {
  it('is answered as of now, whatever moment was looked at before', () => {
    useReminderView.getState().change({ asOf: '2022-03-01T09:00' });
    useReminderView.getState().change(linkedFilters({ period: '2022-04', unit: 'x', duty: null }) ?? {});
    const { scope, asOf, units, duties } = useReminderView.getState().filters;
    expect({ scope, asOf, units, duties }).toEqual({ scope: 'period', asOf: null, units: ['unit:x'], duties: [] });
  });

  it('changes nothing where it asks for nothing', () => {
    expect(linkedFilters({ period: null, unit: null, duty: null })).toBeNull();
  });

  it('keeps its period while another tab is looked at', () => {
    const log = tabAddress(new URLSearchParams('period=2022'), 'log');
    expect(log.toString()).toBe('period=2022&tab=log');
    expect(tabAddress(log, 'list').toString()).toBe('period=2022');
  });
});

describe('units of the filter', () => {
  const groups = [
    { id: 'g', title: '乡镇', source: '', units: ['x', 'y'], open: false, note: '' },
    { id: 'e', title: '待填', source: '', units: [], open: true, note: '' },
  ];

  it('opens groups and names each unit once', () => {
    expect(chosenUnits(['unit:y', 'group:g', 'unit:z'], groups)).toEqual(['y', 'x', 'z']);
  });

  it('is all of them without a choice, and none of an empty group', () => {
    expect(chosenUnits([], groups)).toBeUndefined();
    expect(chosenUnits(['group:e'], groups)).toEqual([]);
  });

  it('asks for no unit by the name of a group: it waits for its members, and one that is no more has none', () => {
    const chosen = { ...NOTHING, units: ['group:g', 'unit:z'] };
    expect(reminderQuery(chosen, '2022-04', undefined)).toBeNull();
    expect(reminderQuery(chosen, '2022-04', groups)).toEqual({ units: ['x', 'y', 'z'] });
    expect(reminderQuery(chosen, '2022-04', [])).toEqual({ units: ['z'] });
  });

  it('does not wait for groups where none is chosen', () => {
    expect(reminderQuery(NOTHING, '2022-04', undefined)).toEqual({});
    const filters = {
      ...NOTHING,
      scope: 'period',
      asOf: '2022-05-01T09:00',
      duties: ['a'],
      units: ['unit:z'],
    } as const;
    const query = { period: '2022-04', asOf: '2022-05-01T09:00', duties: ['a'], units: ['z'] };
    expect(reminderQuery(filters, '2022-04', undefined)).toEqual(query);
  });
});

describe('levels', () => {
  it('are counted by thing, and the gravest marks the unit', () => {
    expect(countLevels(LIST)).toEqual({ red: 1, yellow: 1, blue: 1 });
    expect(LIST.map(worstLevel)).toEqual(['red', 'yellow']);
    expect(countBroken(LIST)).toBe(1);
  });
});

describe('lines of the list', () => {
  const keys = (closed: readonly string[]) => reminderRows(LIST, new Set(closed)).map(({ key }) => key);

  it('are a unit and then what it owes', () => {
    expect(keys([])).toEqual(['甲局', '甲局 a 2022-04', '甲局 b 2022-04', '乙局', '乙局 a 2022-04']);
  });

  it('are the unit alone where it is folded', () => {
    expect(keys(['甲局'])).toEqual(['甲局', '乙局', '乙局 a 2022-04']);
  });

  it('keep the place of the line that was left when others come before it, and pass it on when it is gone', () => {
    const left = { key: '乙局 a 2022-04', index: 4 };
    const rows = reminderRows(LIST, new Set());
    expect(activeRow(rows, left)).toBe(4);
    expect(activeRow(reminderRows(LIST.toReversed(), new Set()), left)).toBe(1);
    expect(activeRow(reminderRows(LIST.slice(0, 1), new Set()), left)).toBe(2);
    expect(activeRow(rows, { key: '', index: 0 })).toBe(0);
  });

  it('stand for all of their unit, folded or not', () => {
    const [first] = reminderRows(LIST, new Set(['甲局']));
    expect(first && keysOf(first)).toEqual(['甲局 a 2022-04', '甲局 b 2022-04']);
  });
});

describe('choosing lines', () => {
  const [first] = reminderRows(LIST, new Set());
  const unit = first ? keysOf(first) : [];

  it('chooses the rest of a unit that is chosen in part, then none of it', () => {
    const some = new Set(['甲局 a 2022-04']);
    expect(chosenOf(unit, some)).toBe('some');
    const all = toggled(some, unit);
    expect(chosenOf(unit, all)).toBe('all');
    expect(chosenOf(unit, toggled(all, unit))).toBe('none');
  });

  it('keeps what is chosen of others when a thing is logged', () => {
    const [one, other] = LIST;
    const all = new Set(allKeys(LIST));
    expect([...withoutItems(all, one ? [one] : [])]).toEqual(['乙局 a 2022-04']);
    expect(withoutItems(new Set(['乙局 a 2022-04']), other ? [other] : [])).toEqual(new Set());
    expect(withoutItems(all, [])).toEqual(all);
  });

  it('acts on nothing that a filter hides', () => {
    const all = new Set(allKeys(LIST));
    const shown = filterReminders(LIST, { ...NOTHING, level: 'red' });
    expect(selectedItems(shown, all).map(({ unit: id, owed: own }) => [id, own.length])).toEqual([['甲局', 1]]);
    expect(countOwed(selectedItems(LIST, all))).toBe(3);
  });
});

describe('whom the dialog offers', () => {
  const person = { phone: '1', email: '' };
  const known: ReminderItem = {
    ...reminder('丙局', owed()),
    contacts: [
      { ...person, name: '王丽', role: 'leader' },
      { ...person, name: '张三', role: 'clerk' },
    ],
  };

  it('is the people of one unit, who does the work first', () => {
    expect(whomOffers([known])).toEqual(['张三（经办人）', '王丽（分管领导）']);
  });

  it('is no single person for several units', () => {
    expect(whomOffers([known, ...LIST])).toEqual(['各单位经办人', '工作群']);
  });
});

describe('a unit folded to its own line', () => {
  const lastChase = { at: '2022-04-29T10:00', how: 'phone', whom: '', answer: '', promised: '2022-04-30' } as const;

  it.each([
    ['nothing of chasing where it was not chased', [owed()], null],
    ['that it was chased, and what it promised', [owed({ chased: 1, lastChase })], '已催，承诺 04-30'],
    [
      'how many of its things were chased',
      [owed({ chased: 2, lastChase: { ...lastChase, promised: null } }), owed()],
      '已催 1/2 项',
    ],
    ['a promise not kept', [owed({ chased: 1, lastChase, promiseBroken: true })], '已催，承诺 04-30（已过）'],
  ])('says %s', (_, things, text) => {
    expect(unitChased({ owed: things }, '2022-05-02')?.text ?? null).toBe(text);
  });
});

describe('what papers are written without', () => {
  const contact = { name: '张三', role: 'clerk', phone: '', email: 'a@example.cn' } as const;

  it('names units of whom nobody has an address', () => {
    const [first, second] = LIST;
    if (!first || !second) throw new Error('the list has two units');
    const list = [
      { ...first, contacts: [{ ...contact, email: '' }] },
      { ...second, contacts: [contact] },
    ];
    expect(withoutAddress(list).map(({ unit }) => unit)).toEqual(['甲局']);
  });

  it('names units whose text was rewritten', () => {
    expect(rewrittenOf({ 甲局: { base: '', text: '改' } }, LIST).map(({ unit }) => unit)).toEqual(['甲局']);
  });
});
