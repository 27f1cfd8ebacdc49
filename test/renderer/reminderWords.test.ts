import { beforeEach, describe, expect, it } from 'vitest';
import { REMINDER_PLACEHOLDERS, type ReminderSettings } from '../../electron/contract/reminders.ts';
import { wordingFault } from '../../electron/contract/wordingFault.ts';
import { levelExample } from '../../renderer/features/reminders/levelExample.ts';
import {
  chaseLines,
  dueIn,
  lateText,
  periodIn,
  reasonBeside,
  statusHint,
  statusText,
} from '../../renderer/features/reminders/owedTexts.ts';
import {
  letterNeedsName,
  nextNumber,
  registrationText,
  takesLetter,
} from '../../renderer/features/reminders/registrationText.ts';
import { textOf, useReminderTexts } from '../../renderer/features/reminders/reminderTexts.ts';
import { shownForm, useSettingsDrafts } from '../../renderer/features/reminders/settingsDrafts.ts';
import { insertPlaceholder, wordingExample } from '../../renderer/features/reminders/wordingExample.ts';
import { owed, reminder } from './reminderItems.ts';

describe('words of a line', () => {
  it.each([
    ['2022-04', '4月'],
    ['2022-W17', '第17周'],
    ['2022', '2022年'],
    ['2021-Q4', '2021年第四季度'],
    ['2021-W52', '2021年第52周'],
    ['2021', '2021年'],
  ])('name the period %s in 2022 %s', (period, words) => {
    expect(periodIn(period, '2022-05-06')).toBe(words);
  });

  it('leave the year out of a due moment of this year, and the time out of another', () => {
    expect(dueIn('2022-04-29T16:00', '2022-05-06')).toBe('04-29 16:00');
    expect(dueIn('2021-12-31T18:00', '2022-05-06')).toBe('2021-12-31');
  });

  it('tell how late it is, and that it is late since this morning', () => {
    expect(lateText(owed())).toBe('7 天');
    expect(lateText(owed({ daysLate: 0 }))).toBe('不足1天');
    expect(lateText(owed({ daysLate: 0, level: 'blue' }))).toBe('—');
  });

  it('do not say the days late twice', () => {
    expect(reasonBeside(owed())).toBe('逾期7天');
    expect(reasonBeside(owed({ levelReason: '逾期7天，已催3次' }))).toBe('已催3次');
  });

  it('count what came against what was to come', () => {
    expect(statusText(owed({ status: 'partial', quota: 2, count: 1 }))).toBe('数量不足 1/2');
    expect(statusText(owed({ status: 'contradicted', quota: 2, count: 1 }))).toBe('零报存疑');
    // It went back, and is not the unit's to send any more.
    const gone = owed({ status: 'returned', level: 'blue', assigned: false });
    expect(statusText(gone)).toBe('退回，非应报');
    expect(statusHint(gone)).toContain('不归这个单位报');
    expect(statusHint(owed({ status: 'returned' }))).not.toContain('不归');
  });

  it('tell the last chase without what was not said', () => {
    const lastChase = { at: '2022-05-03T10:20', how: 'phone', whom: '', answer: '', promised: '2022-05-05' } as const;
    expect(chaseLines(owed({ chased: 2, lastChase }))).toEqual([
      '最近一次：2022-05-03 10:20 电话',
      '承诺：2022-05-05',
      '共 2 次，点开看全部',
    ]);
    expect(chaseLines(owed())).toEqual([]);
  });
});

describe('a rewritten text', () => {
  beforeEach(() => useReminderTexts.setState({ edited: {} }));
  const write = (composed: string, text: string) => useReminderTexts.getState().write('甲局', composed, text);
  const shown = (composed: string) => textOf(useReminderTexts.getState().edited, '甲局', composed);

  it('stays until it is the composed one again', () => {
    write('原文', '改过');
    expect(shown('原文')).toEqual({ text: '改过', state: 'edited' });
    write('原文', '原文');
    expect(shown('原文')).toEqual({ text: '原文', state: 'composed' });
  });

  it('says that the list has changed since, even when it is written on', () => {
    write('原文', '改过');
    expect(shown('新文')).toEqual({ text: '改过', state: 'stale' });
    write('新文', '改过两次');
    expect(shown('新文')).toEqual({ text: '改过两次', state: 'stale' });
  });

  it('gives way to the composed one at a word', () => {
    write('原文', '改过');
    useReminderTexts.getState().restore('甲局');
    expect(shown('新文')).toEqual({ text: '新文', state: 'composed' });
  });
});

describe('the level settings on an example', () => {
  const SETTINGS: ReminderSettings = {
    soonDays: 3,
    redAfterDays: 7,
    redWhenLateBefore: 2,
    periodsBefore: 3,
    redWhenChased: 3,
  };

  it('name the days on which the colour changes', () => {
    expect(levelExample(SETTINGS)).toBe(
      '4月29日16时截止的事项，4月26日起列入清单（蓝色）；过了16时还没报，转为黄色；5月7日还没报（逾期8天），或者前3期里已有2次未报或迟报，或者催过3次还没报，转为红色。',
    );
  });

  it('leave out what is switched off', () => {
    expect(levelExample({ ...SETTINGS, soonDays: 0, redWhenLateBefore: 0, redWhenChased: 0 })).toBe(
      '4月29日16时截止的事项，当天列入清单（蓝色）；过了16时还没报，转为黄色；5月7日还没报（逾期8天），转为红色。',
    );
  });
});

describe('a wording', () => {
  it('shows every placeholder it may use filled in', () => {
    for (const field of ['unit', 'group', 'letter', 'mailSubject'] as const) {
      const text = REMINDER_PLACEHOLDERS[field].map((name) => `{${name}}`).join('');
      expect(wordingExample(field, text)).not.toMatch(/[{}]/u);
      expect(wordingFault(field, text)).toBeNull();
    }
  });

  it('leaves standing what cannot be filled in there', () => {
    const text = '{unit}{单位}{单位}{chased}{';
    expect(wordingExample('unit', text)).toBe('丹水镇{单位}{单位}{chased}{');
  });

  it('takes a placeholder where the cursor stands, in place of what is chosen', () => {
    expect(insertPlaceholder('请单位报', 'unit', { start: 1, end: 3 })).toEqual({ text: '请{unit}报', cursor: 7 });
  });
});

describe('letters', () => {
  it.each([
    [
      { count: 3, numbered: false, next: 7 },
      '将登记催报函 3 件，函里的每一项各记一次催报（方式：催报函）；不占发文字号。',
    ],
    [
      { count: 3, numbered: true, next: 7 },
      '将登记催报函 3 件，函里的每一项各记一次催报（方式：催报函）；占用本年发文字号 7—9 号，写错了只能作废，不能收回。',
    ],
    [
      { count: 1, numbered: true, next: 7 },
      '将登记催报函 1 件，函里的每一项各记一次催报（方式：催报函）；占用本年发文字号 7 号，写错了只能作废，不能收回。',
    ],
    [
      { count: 1, numbered: true, next: undefined },
      '将登记催报函 1 件，函里的每一项各记一次催报（方式：催报函）；依次编发文字号。',
    ],
  ])('say beforehand what the register will say: %o', (registration, text) => {
    expect(registrationText(registration)).toBe(text);
  });

  it.each([
    [{ numbered: true, operator: ' ' }, true],
    [{ numbered: true, operator: '王某' }, false],
    [{ numbered: false, operator: '' }, false],
  ])('need a name with a number only: %o', (letter, needs) => {
    expect(letterNeedsName(letter)).toBe(needs);
  });

  it('promise no number of another year than that of their date', () => {
    const register = { year: 2022, next: 7 };
    expect(nextNumber(register, '2022-12-31')).toBe(7);
    expect(nextNumber(register, '2023-01-03')).toBeUndefined();
    expect(nextNumber(undefined, '2022-12-31')).toBeUndefined();
  });

  it('go to whoever is past due, was sent back or contradicts itself', () => {
    const near = owed({ level: 'blue', status: 'pending', daysLate: 0 });
    expect(takesLetter(reminder('甲局', near))).toBe(false);
    expect(takesLetter({ ...reminder('甲局', owed()), ended: { on: '2022-05-01', successors: [] } })).toBe(false);
    expect(takesLetter(reminder('甲局', near, owed()))).toBe(true);
    expect(takesLetter(reminder('甲局', owed({ level: 'blue', status: 'returned' })))).toBe(true);
    expect(takesLetter(reminder('甲局', owed({ level: 'blue', status: 'contradicted' })))).toBe(true);
  });
});

describe('settings not saved yet', () => {
  const levels: ReminderSettings = {
    soonDays: 3,
    redAfterDays: 7,
    redWhenLateBefore: 2,
    periodsBefore: 3,
    redWhenChased: 3,
  };
  const wording = { unit: '单位', group: '群', letter: '函', mailSubject: '主题' };
  beforeEach(() => useSettingsDrafts.setState(useSettingsDrafts.getInitialState()));
  const drafts = () => useSettingsDrafts.getState();

  it('outlive the page, beside what is stored by then', () => {
    drafts().change('wording', { unit: '改过' });
    drafts().change('wording', { mailSubject: '新主题' });
    drafts().change('levels', { soonDays: 5 });
    drafts().settle({ levels, wording: { ...wording, group: '别处改的' } });
    expect(shownForm({ ...wording, group: '别处改的' }, drafts().changed.wording)).toEqual({
      values: { unit: '改过', group: '别处改的', letter: '函', mailSubject: '新主题' },
      isChanged: true,
    });
    expect(shownForm(levels, drafts().changed.levels)).toEqual({ values: { ...levels, soonDays: 5 }, isChanged: true });
  });

  it('are forgotten once stored, and do not come back when another window changes them', () => {
    drafts().change('wording', { unit: '改过' });
    drafts().settle({ levels, wording: { ...wording, unit: '改过' } });
    expect(shownForm(wording, drafts().changed.wording)).toEqual({ values: wording, isChanged: false });
  });

  it('are none where the stored value was typed again, or all were dropped', () => {
    drafts().change('levels', { soonDays: 3 });
    expect(shownForm(levels, drafts().changed.levels).isChanged).toBe(false);
    drafts().change('wording', { unit: '改过' });
    drafts().undo('wording');
    expect(shownForm(wording, drafts().changed.wording)).toEqual({ values: wording, isChanged: false });
  });
});
