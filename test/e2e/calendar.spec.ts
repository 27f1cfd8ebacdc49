import { ask } from './ask.ts';
import { expect, test } from './fixtures.ts';
import { CalendarPage } from './pages/calendarPage.ts';

/** An invented notice of a year the program does not know. */
const NOTICE = `国务院办公厅关于2027年部分节假日安排的通知
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（农历除夕、周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月20日（周六）上班。
三、清明节：4月3日（周六）至5日（周一）放假，共3天。
四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。4月25日（周日）、5月8日（周六）上班。
五、端午节：6月9日（周三）放假1天，不调休。
六、中秋节：9月15日（周三）放假1天，不调休。
七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。`;

test('a pasted notice is shown before it counts; a day of the county moves what is due, and back', async ({ desk }) => {
  const { page, wizard, frame } = desk;
  await wizard.create();
  await frame.open('日历');
  const calendar = new CalendarPage(page);

  await test.step('the notice is read, and nothing is saved yet', async () => {
    await calendar.showYear('2027');
    await expect(calendar.unknown).toBeVisible();
    await calendar.readNotice(NOTICE);
    await expect(calendar.draft).toContainText('没有发现疑点');
    await expect(calendar.draft.getByRole('row').filter({ hasText: '春节' })).toContainText(
      '2月5日（周五） 至 2月11日（周四）',
    );
    await expect(calendar.draft.getByTestId('moved-list')).toContainText('个截止时间从此可以推算');
    expect(await ask(page, 'calendar.show', { year: 2027 })).toMatchObject({ state: 'unknown' });
  });

  await test.step('confirmed, it is the year', async () => {
    await calendar.saveNotice();
    await expect(calendar.unknown).toBeHidden();
    await expect(calendar.day('2027-02-05')).toHaveAttribute('title', /春节/u);
    await expect(calendar.day('2027-02-20')).toHaveClass(/work/u);
  });

  await test.step('a day off of the county moves a weekly due moment past the holiday', async () => {
    await calendar.showYear('2022');
    await calendar.addCountyDay('2022-04-29', '县政府办通告〔2022〕3号 暴雪停工');
    const moved = calendar.county.getByTestId('moved-list').getByRole('row').filter({ hasText: '十类公共信用信息' });
    await expect(moved).toContainText('2022-04-29 18:00');
    await expect(moved).toContainText('2022-05-05 18:00');
  });

  await test.step('taken back with its reason, it moves back', async () => {
    await calendar.removeCountyDay('2022-04-29', '通告已撤回');
    await expect(calendar.county).toContainText('这一年没有本县另加的日子');
    await calendar.closeCounty();
    await calendar.showDue();
    await expect(calendar.dueDay('2022-04-29')).toContainText('十类公共信用信息归集报送');
  });
});
