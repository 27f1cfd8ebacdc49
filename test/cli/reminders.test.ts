import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Chase } from '../../electron/contract/chases.ts';
import type { PaperSummary } from '../../electron/contract/papers.ts';
import type { ReminderList } from '../../electron/contract/reminders.ts';
import type { Result } from '../../electron/contract.ts';
import { type Office, openOffice } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

type Printed = ReminderList & { readonly out: string | null };

// One office's morning from the first command on: the steps build on each other.
describe('the commands of reminders', () => {
  it('list one period, or everything, of chosen units and duties', async () => {
    const week = await office.json<Printed>('remind', '--period', '2022-W17');
    expect(week).toMatchObject({ period: '2022-W17', asOf: '2022-05-06T09:00', out: null });
    expect(week.items[0]).toMatchObject({ unit: 'xx-fgw', contacts: [], text: expect.stringContaining('第17周') });
    expect(week.items[0]?.owed).toEqual([
      expect.objectContaining({ duty: '000-02', period: '2022-W17', due: '2022-04-29T18:00', daysLate: 7 }),
    ]);
    const chosen = ['--unit', '财政局,丹水镇', '--duty', '000-14'];
    const all = await office.json<Printed>('remind', ...chosen);
    expect(all.period).toBeNull();
    expect(all.items.map(({ name }) => name)).toEqual(['财政局', '丹水镇']);
    expect(all.items[0]?.owed.map(({ period }) => period)).toEqual(['2022-01', '2022-02', '2022-03', '2022-04']);
    const text = await office.text('remind', ...chosen);
    expect(text.endsWith(`\n\n${all.groupText}`)).toBe(true);
    const [head, first] = text.split('\n');
    expect(head?.split(/ +/u)).toEqual(
      ['级别', '单位', '事项', '报送期', '截止', '逾期天数', '理由', '已催', '承诺', '联系人'], // what the window's list shows
    );
    expect(first).toMatch(/^红 +财政局 +\S+ +1月 .* 逾期\d+天/u);
    expect(text.split('\n\n')[0]?.split('\n')).toHaveLength(1 + all.items.flatMap(({ owed }) => owed).length);
    expect(await office.refusal('remind', '--unit', '没有的局')).toMatchObject({ code: 'unit_unknown' });
  });

  it.each(['xlsx', 'docx', 'html'])('write the list as %s', async (format) => {
    const out = path.join(office.folder, `清单.${format}`);
    expect(await office.json('remind', '--period', '2022-04', '--out', out)).toMatchObject({ out });
    expect(existsSync(out)).toBe(true);
  });

  it('refuse a list in another format', async () => {
    expect(await office.refusal('remind', '--out', '清单.txt')).toMatchObject({
      code: 'format_unsupported',
      message: expect.stringContaining('可写 .xlsx、.docx、.html、.pdf'),
    });
  });

  it('log who was chased, show it on the list, and take it back', async () => {
    const square = ['--unit', '财政局', '--duty', '000-02', '--period', '2022-W17'];
    const said = ['--via', 'phone', '--whom', '张三（经办人）', '--answer', '节后报', '--promised', '2022-05-09'];
    const [added] = await office.json<Chase[]>('chases', 'add', ...square, ...said, '--by', '王某');
    expect(added).toMatchObject({
      ...{ unit: 'xx-czj', duty: '000-02', period: '2022-W17', at: '2022-05-06T09:00', how: 'phone', by: '王某' },
      ...{ whom: '张三（经办人）', answer: '节后报', promised: '2022-05-09' },
    });
    const { items } = await office.json<Printed>('remind', '--period', '2022-W17', '--unit', '财政局');
    expect(items[0]?.owed[0]).toMatchObject({ chased: 1, lastChase: { answer: '节后报' } });
    expect(await office.text('chases', '--unit', '财政局')).toMatch(
      /电话 +财政局 +[^\s\d]\S* +2022-W17 .*张三（经办人） .*节后报 .*2022-05-09/u,
    );
    expect(await office.json('chases', '--to', '2022-05-05')).toEqual([]);
    expect(await office.json('chases', 'remove', String(added?.id))).toMatchObject({ id: added?.id });
    expect(await office.json('chases')).toEqual([]);
    expect(await office.refusal('chases', 'add', ...square, '--via', '传真')).toMatchObject({ code: 'usage' });
  });

  it('write letters and enter them in the register', async () => {
    const out = path.join(office.folder, '函');
    const asked = [
      '--period',
      '2022-W17',
      '--unit',
      '财政局,市监局',
      '--numbered',
      '--merged',
      '--day',
      '2022-05-07',
      '--by',
      '王某',
    ];
    const made = await office.json<Result<'reminders.letters'>>('remind', 'letters', ...asked, '--out', out);
    expect(made.papers.map(({ documentNo, date }) => [documentNo, date])).toEqual([
      ['西信用办〔2022〕6号', '2022-05-07'],
      ['西信用办〔2022〕7号', '2022-05-07'],
    ]);
    expect(made.files.map(({ path: of }) => path.dirname(of))).toEqual([out]);
    const log = await office.json<Chase[]>('chases');
    expect(log.map(({ how, paper }) => [how, paper])).toEqual(
      made.papers.map((paper: PaperSummary) => ['letter', paper.id]).toReversed(),
    );
  });

  it('write draft mails, and name who has no address', async () => {
    const out = path.join(office.folder, '邮件');
    const mails = ['remind', 'mails', '--period', '2022-W17', '--unit', '财政局', '--out', out];
    expect(await office.json(...mails)).toEqual({ files: [], without: ['财政局'] });
    expect(await office.text(...mails)).toBe('没有可用的邮箱：财政局。');
    await office.json('contacts', 'add', '财政局', '--role', 'clerk', '--name', '张三', '--email', '不是邮箱');
    expect(await office.text(...mails)).toBe('没有可用的邮箱：财政局（邮箱写法不对：不是邮箱）。');
  });

  it('show the settings, and change what a file says of them', async () => {
    const file = path.join(office.folder, '设置.json');
    const before = await office.json<Result<'reminders.settings'>>('remind', 'settings');
    expect(await office.text('remind', 'settings')).toMatch(/逾期超过 7 天为红色[\s\S]*\n邮件主题（mailSubject）\n/u);
    writeFileSync(file, JSON.stringify({ settings: { redAfterDays: 10 } }));
    expect(await office.json('remind', 'settings', '--file', file)).toMatchObject({
      ...{ isOwn: false, wording: before.wording, settings: { redAfterDays: 10, soonDays: 3 } },
    });
    // What was shown can be written back as a whole.
    const own = { ...before, wording: { ...before.wording, mailSubject: '{unit}请报送' } };
    writeFileSync(file, JSON.stringify({ wording: { mailSubject: '{unit}请报送' } }));
    expect(await office.json('remind', 'settings', '--file', file)).toMatchObject({ wording: own.wording });
    writeFileSync(file, `\ufeff${JSON.stringify(own)}`);
    expect(await office.json('remind', 'settings', '--file', file)).toMatchObject({
      isOwn: true,
      wording: own.wording,
    });
    writeFileSync(file, JSON.stringify({ words: {} }));
    expect(await office.refusal('remind', 'settings', '--file', file)).toMatchObject({ code: 'usage' });
    writeFileSync(file, JSON.stringify({ settings: { soonDay: 0 } }));
    expect(await office.refusal('remind', 'settings', '--file', file)).toMatchObject({ code: 'usage' });
  });
});
